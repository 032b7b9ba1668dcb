// Back-pressure: a bound on the requests under way. What is beyond it is refused at once, so that no queue grows and
// those that were accepted are answered in time.
import { Readable } from 'node:stream';
import type { Middleware } from 'koa';
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
    if (underWay >= most) {
      observe({ kind: 'requestRefused', reason: 'concurrency' });
      throw new ScimError('unavailable', 'the server is overloaded: try again later');
    }
    count(1);
    const end = () => count(-1);
    try {
      await next();
    } catch (error) {
      end();
      throw error;
    }
    // An answer that streams is under way until it has been sent.
    if (ctx.body instanceof Readable) ctx.body.once('close', end);
    else end();
  };
}
