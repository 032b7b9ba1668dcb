// The boundary of a request: its id and its trace, what every answer has, and the one place where an error becomes a
// response. All that is observed of a request as a whole is observed here.
import type { Context, Middleware } from 'koa';
import { isRefusal, ScimError } from '../errors/scim-error.js';
import type { Asker, Observe } from '../observe/observation.js';
import { findArrival } from './arrival.js';
import { findIdentity, identify } from './identity.js';
import { CHECKS } from './pages.js';
import { writeError } from './reply.js';

/** What Node says where the client is gone: no fault of the server. */
const GONE = new Set<unknown>(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);
/** A year (RFC 6797): who has seen the name by HTTPS once never asks it by plain HTTP. */
const HSTS = 'max-age=31536000';
/** Longer than any path of the document: the log is no place for a stranger's text. */
const MOST_PATH = 1_000;

/** An unknown error is a bare 500 with the request's ids: its cause is for the log alone. */
export function boundary(observe: Observe): Middleware {
  return async (ctx, next) => {
    const start = performance.now();
    const { requestId, trace, report } = identify(ctx, observe);
    const { traceId } = trace;
    ctx.set({ 'X-Request-Id': requestId, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    if (ctx.secure) ctx.set('Strict-Transport-Security', HSTS);
    const isCheck = CHECKS.has(ctx.path);
    observe({ kind: 'requestStarted', requestId, trace, isCheck });
    try {
      await next();
    } catch (error) {
      if (!isRefusal(error)) report(error);
      const ids = `request id ${requestId}, trace id ${traceId}`;
      writeError(ctx, error instanceof ScimError ? error : new ScimError('internal', `the server failed; ${ids}`));
    }
    const arrival = findArrival(ctx);
    const operation = arrival?.match.kind === 'operation' ? arrival.match.operation : undefined;
    observe({
      kind: 'requestCompleted',
      requestId,
      traceId,
      ...askerOf(arrival?.actor),
      method: ctx.method,
      path: shortened(ctx.path),
      operationId: operation?.operationId,
      status: ctx.status,
      milliseconds: Math.round(performance.now() - start),
      isCheck,
    });
  };
}

/**
 * Reports what breaks an answer whose head is out: its connection is cut, so that nobody takes a part for the whole.
 * Koa tells it once for each stream that ends by it.
 */
export function reportBroken(observe: Observe) {
  const reported = new WeakSet<Error>();
  return (error: NodeJS.ErrnoException, ctx: Context | undefined) => {
    if (GONE.has(error.code) || reported.has(error)) return;
    reported.add(error);
    const identity = findIdentity(ctx);
    if (identity === undefined) observe({ kind: 'requestFailed', requestId: '', traceId: '', error });
    else identity.report(error);
  };
}

/** Without the segment that is cut: a part of a token would not be known as one, and not be masked. */
function shortened(path: string): string {
  return path.length <= MOST_PATH ? path : path.slice(0, MOST_PATH).replace(/[^/]*$/, '…');
}

function askerOf(actor: Asker | undefined): Asker {
  if (actor === undefined) return {};
  const { token, tenant, profile } = actor;
  return { ...(token && { token }), ...(tenant && { tenant }), ...(profile && { profile }) };
}
