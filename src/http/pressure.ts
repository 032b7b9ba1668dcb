// Back-pressure: a bound on the requests under way. What is beyond it is refused at once, so that no queue grows and
// those that were accepted are answered in time.
import { Readable } from 'node:stream';
import type { Middleware } from 'koa';
import { ScimError } from '../errors/scim-error.js';

/** @param most requests that may be under way; the rest is 503 with Retry-After */
export function limitRequests(most: number): Middleware {
  let underWay = 0;
  return async (ctx, next) => {
    if (underWay >= most) throw new ScimError('unavailable', 'the server has as much to do as it can: try again later');
    underWay += 1;
    const end = () => (underWay -= 1);
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
