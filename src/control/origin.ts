// Who changes something without a request: the command line, and the server itself.
import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Origin } from '../service/audit-event.js';

/**
 * @param token what stands in the place of the id of a token
 * @param operation what it does, as the log of what is administered tells it
 */
export function localOrigin(token: 'cli' | 'server', operation: string, userAgent?: string): Origin {
  return {
    actor: { token, address: hostname(), ...(userAgent === undefined ? {} : { userAgent }) },
    request: { id: randomUUID(), operation, traceId: randomBytes(16).toString('hex') },
    deviations: new Set(),
  };
}
