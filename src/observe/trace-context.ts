// The trace that a request is part of (W3C Trace Context, "traceparent"): continued where the caller began one, so that
// its search finds our lines; begun here otherwise.

export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** The caller's span, and whether the caller records it. */
  readonly parent?: { readonly spanId: string; readonly isSampled: boolean };
}

/** version "-" trace-id "-" parent-id "-" trace-flags; a later version may have more behind. */
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const SAMPLED = 1;

/**
 * @param traceparent the header as it came; one that is malformed counts as none
 * @param requestId a random UUID, which is the trace id then
 */
export function traceContextOf(traceparent: string | undefined, requestId: string): TraceContext {
  const [, version, traceId = '', spanId = '', flags = '', more] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const isValid =
    version !== undefined &&
    version !== 'ff' &&
    (version !== '00' || more === undefined) &&
    !/^0+$/.test(traceId) &&
    !/^0+$/.test(spanId);
  if (!isValid) return { traceId: requestId.replaceAll('-', '') };
  return { traceId, parent: { spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED } };
}
