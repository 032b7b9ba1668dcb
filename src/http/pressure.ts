// Back-pressure: a bound on the requests under way, and on what of them one client has. What is beyond it is refused at
// once, so that no queue grows, those that were accepted are answered in time, and the others find room.
import { Readable } from 'node:stream';
import type { Context, Middleware, Next } from 'koa';
import { ScimError } from '../errors/scim-error.js';
import type { Observe } from '../observe/observation.js';

/** @param most requests that may be under way; the rest is 503 with Retry-After */
export function limitRequests(most: number, observe: Observe): Middleware {
  let underWay = 0;
  const count = (change: 1 | -1) => {
    underWay += change;
    observe({ kind: 'requestsUnderWay', count: underWay });
  };
  return async (ctx, next) => {
    if (underWay >= most) throw overloaded('the server is overloaded', observe);
    count(1);
    await untilAnswered(ctx, next, () => count(-1));
  };
}

/**
 * Bounds what one of many has under way: who sends bodies slowly, or reads answers slowly, holds a place for long.
 * @param most places; rounded up, so that everybody has one
 * @param whose names who has the place of a request; undefined where it is not bounded
 */
export function limitShare(most: number, whose: (ctx: Context) => string | undefined, observe: Observe): Middleware {
  const underWay = new Map<string, number>();
  const count = (one: string, change: 1 | -1) => {
    const left = (underWay.get(one) ?? 0) + change;
    if (left === 0) underWay.delete(one);
    else underWay.set(one, left);
  };
  return async (ctx, next) => {
    const one = whose(ctx);
    if (one === undefined) {
      await next();
      return;
    }
    if ((underWay.get(one) ?? 0) >= most) {
      throw overloaded('you have as many requests under way as the server leaves to one', observe);
    }
    count(one, 1);
    await untilAnswered(ctx, next, () => count(one, -1));
  };
}

function overloaded(why: string, observe: Observe): ScimError {
  observe({ kind: 'requestRefused', reason: 'concurrency' });
  return new ScimError('unavailable', `${why}: try again later`);
}

/** Tells when a request has been answered. An answer that streams is under way until it has been sent. */
async function untilAnswered(ctx: Context, next: Next, end: () => void): Promise<void> {
  try {
    await next();
  } catch (error) {
    end();
    throw error;
  }
  if (ctx.body instanceof Readable) ctx.body.once('close', end);
  else end();
}
