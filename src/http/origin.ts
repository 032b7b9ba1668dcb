// Who asks, by which request: what the audit log keeps of it.
import type { Context } from 'koa';
import type { Actor } from '../auth/actor.js';
import type { Tolerance } from '../schema/tolerance.js';
import type { Origin } from '../service/audit-event.js';
import { identityOf } from './identity.js';

/** Longer than those of any client; the log is no place for a stranger's text. */
const MOST_USER_AGENT = 256;

/** @param deviations what is tolerated of the request, as far as it is known when somebody looks */
export function originOf(
  ctx: Context,
  actor: Actor | undefined,
  operation: string,
  deviations: ReadonlySet<string>,
): Origin {
  const userAgent = ctx.get('user-agent').slice(0, MOST_USER_AGENT);
  const { requestId, trace } = identityOf(ctx);
  return {
    actor: {
      ...(actor === undefined ? {} : { token: actor.token }),
      ...(typeof actor?.subject === 'string' ? { subject: actor.subject } : {}),
      address: ctx.ip,
      ...(userAgent === '' ? {} : { userAgent }),
    },
    request: { id: requestId, operation, traceId: trace.traceId },
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
