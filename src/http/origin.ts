// Who asks, by which request: what the audit log keeps of it.
import type { Context } from 'koa';
import type { Actor } from '../auth/actor.js';
import type { Tolerance } from '../schema/tolerance.js';
import type { Origin } from '../service/audit-event.js';

/** Longer than those of any client; the log is no place for a stranger's text. */
const MOST_USER_AGENT = 256;
/** version-traceId-parentId-flags (W3C Trace Context section 3.2). */
const TRACE_PARENT = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}(?:-|$)/;

/** @param deviations what is tolerated of the request, as far as it is known when somebody looks */
export function originOf(
  ctx: Context,
  actor: Actor | undefined,
  operation: string,
  deviations: ReadonlySet<string>,
): Origin {
  const userAgent = ctx.get('user-agent').slice(0, MOST_USER_AGENT);
  const [, traceId] = TRACE_PARENT.exec(ctx.get('traceparent')) ?? [];
  return {
    actor: {
      ...(actor === undefined ? {} : { token: actor.token }),
      ...(typeof actor?.subject === 'string' ? { subject: actor.subject } : {}),
      address: ctx.ip,
      ...(userAgent === '' ? {} : { userAgent }),
    },
    request: { id: ctx.response.get('X-Request-Id'), operation, ...(traceId === undefined ? {} : { traceId }) },
    deviations,
  };
}

/** The tolerance for one request, which keeps what was used of it. */
export function noting(tolerance: Tolerance): Tolerance & { readonly used: ReadonlySet<string> } {
  const used = new Set<string>();
  return {
    foreignSchemas: tolerance.foreignSchemas,
    used,
    allows(deviation) {
      if (!tolerance.allows(deviation)) return false;
      used.add(deviation);
      return true;
    },
  };
}
