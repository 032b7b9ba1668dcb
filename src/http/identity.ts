// How a request is named: its id, and the trace that it is part of. Answers, logs, traces and the audit log have both.
import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import type { TraceContext } from '../observe/trace-context.js';
import { traceContextOf } from '../observe/trace-context.js';

interface Identity {
  readonly requestId: string;
  readonly trace: TraceContext;
}

/** Names a request that has just come. */
export function identify(ctx: Context): Identity {
  const requestId = randomUUID();
  // Node joins two of them with a comma, which makes them malformed.
  const trace = traceContextOf(ctx.req.headers['traceparent'] as string | undefined, requestId);
  const identity: Identity = { requestId, trace };
  ctx.state['identity'] = identity;
  return identity;
}

export function identityOf(ctx: Context): Identity {
  return ctx.state['identity'] as Identity;
}
