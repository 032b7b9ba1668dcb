// How a request is named: its id, and the trace that it is part of. Answers, logs, traces and the audit log have both.
import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import type { Observe } from '../observe/observation.js';
import type { TraceContext } from '../observe/trace-context.js';
import { traceContextOf } from '../observe/trace-context.js';

interface Identity {
  readonly requestId: string;
  readonly trace: TraceContext;
  /** Reports a fault of the server in answering it. */
  readonly report: (error: unknown) => void;
}

/** Names a request that has just come. */
export function identify(ctx: Context, observe: Observe): Identity {
  const requestId = randomUUID();
  // Node joins two of them with a comma, which makes them malformed.
  const trace = traceContextOf(ctx.req.headers['traceparent'] as string | undefined, requestId);
  const report = (error: unknown) => observe({ kind: 'requestFailed', requestId, traceId: trace.traceId, error });
  const identity: Identity = { requestId, trace, report };
  ctx.state['identity'] = identity;
  return identity;
}

/** Undefined where a request broke before it was named. */
export function findIdentity(ctx: Context | undefined): Identity | undefined {
  return ctx?.state['identity'] as Identity | undefined;
}

/** @throws Error where the request has no name yet */
export function identityOf(ctx: Context): Identity {
  const identity = findIdentity(ctx);
  if (identity === undefined)
    throw new Error('a step that needs the id of a request stands before the one that names it');
  return identity;
}
