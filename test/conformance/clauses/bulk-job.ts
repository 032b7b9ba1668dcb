// Bulk requests, and how their answers are read (RFC 7644 section 3.7).
import { hold, status } from '../suite/finding.js';
import type { Reply } from '../suite/http.js';
import type { Server } from '../suite/resource-type.js';

export const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
export const BULK_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

export function send({ http }: Server, operations: readonly object[], more: object = {}): Promise<Reply> {
  return http.request('POST', '/Bulk', { body: { schemas: [BULK_REQUEST], ...more, Operations: operations } });
}

/** The operations of a job that was processed, in the order of the answer. @throws Finding */
export async function results(server: Server, operations: readonly object[], more: object = {}): Promise<any[]> {
  const reply = await send(server, operations, more);
  status(reply, 200);
  hold(Array.isArray(reply.body?.Operations), `the answer has no Operations: ${reply.text}`);
  return reply.body.Operations;
}

/** Section 3.7.2 shows a status as an object with a code, section 3.7.3 as text. */
export function codeOf(operation: any): string {
  return String(operation?.status?.code ?? operation?.status);
}

/** The id in the location of a result. */
export function idOf(operation: any): string {
  return String(operation?.location).split('/').at(-1) ?? '';
}
