// Several writes as one bulk request (RFC 7644 section 3.7): not atomic, so each has an outcome of its own.
import type { Outgoing, Reply } from './send.js';
import { send } from './send.js';
import type { ServerProcess } from './server-process.js';

const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

/**
 * Sends one write as a request of its own, several as a bulk.
 * @returns what each was answered; those behind the last one were not tried
 */
export async function sendTogether(server: ServerProcess, writes: readonly Outgoing[]): Promise<Reply[]> {
  const [first, ...others] = writes;
  if (first === undefined) return [];
  if (others.length === 0) return [await send(server, first)];
  const Operations = writes.map(({ method, path, body: data }, place) => ({ method, path, data, bulkId: `${place}` }));
  const body = { schemas: [BULK_REQUEST], Operations };
  const { requestId, ...whole } = await send(server, { method: 'POST', path: '/Bulk', body });
  if (whole.status !== 200) return writes.map(() => ({ requestId, ...whole }));
  return whole.body.Operations.map(({ status, version, location, response }: any): Reply => {
    const created = { id: location?.split('/').at(-1) };
    return { status: Number(status), etag: version, requestId, body: response ?? created };
  });
}
