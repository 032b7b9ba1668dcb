// What the server shows when nothing breaks any more: all of it, page by page.
import { isUnknown, send } from './send.js';
import type { ServerProcess } from './server-process.js';
import { until } from '../support/until.js';

const PAGE = 1_000;

/** All resources of an endpoint, with these attributes, by their ids. */
export async function allShown(server: ServerProcess, endpoint: string, attributes: string): Promise<Map<string, any>> {
  const shown = new Map<string, any>();
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    const path = `${endpoint}?attributes=${attributes}&count=${PAGE}&cursor=${encodeURIComponent(cursor)}`;
    const page: any = await until(async () => {
      const reply = await send(server, { method: 'GET', path });
      return isUnknown(reply) ? undefined : reply.body;
    });
    for (const resource of page.Resources) shown.set(resource.id, resource);
    cursor = page.nextCursor;
  }
  return shown;
}
