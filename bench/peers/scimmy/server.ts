// scimmy-routers as its documentation shows it: Express 4 (on 5 it ignores startIndex and count), resources in Maps,
// lists filtered by its own filter and cut to the page by the handler.
import { randomUUID } from 'node:crypto';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';

interface Stored {
  id: string;
  userName?: string;
  meta: { created: Date; lastModified: Date };
}

/** What the handlers are given, as far as they look at it. */
interface Wanted {
  readonly id?: string;
  readonly filter?: { match<T>(values: T[]): T[] };
  readonly constraints?: { startIndex?: number; count?: number; totalResults?: number };
}

/** Resources of one type in memory: ids, and names that are unique. */
function handlers() {
  const stored = new Map<string, Stored>();
  const ids = new Map<string, string>();
  return {
    ingress({ id = randomUUID() }: Wanted, given: object) {
      const now = new Date();
      const before = stored.get(id);
      const made: Stored = { ...given, id, meta: { created: before?.meta.created ?? now, lastModified: now } };
      const name = made.userName?.toLowerCase();
      if (name !== undefined && (ids.get(name) ?? id) !== id) throw new SCIMMY.Types.Error(409, 'uniqueness', name);
      if (name !== undefined) ids.set(name, id);
      stored.set(id, made);
      return made;
    },
    egress({ id, filter, constraints = {} }: Wanted) {
      if (id !== undefined) {
        const found = stored.get(id);
        if (found === undefined) throw new SCIMMY.Types.Error(404, null as never, `${id} is not here`);
        return found;
      }
      const all = [...stored.values()];
      const matching = filter === undefined ? all : filter.match(all);
      const { startIndex = 1, count = 100 } = constraints;
      constraints.totalResults = matching.length;
      return matching.slice(startIndex - 1, startIndex - 1 + count);
    },
    degress({ id = '' }: Wanted) {
      ids.delete(stored.get(id)?.userName?.toLowerCase() ?? '');
      stored.delete(id);
    },
  };
}

SCIMMY.Resources.declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false), handlers() as never);
SCIMMY.Resources.declare(SCIMMY.Resources.Group, handlers() as never);

const { PORT, TOKEN } = process.env;
const app = express();
app.use(
  '/scim/v2',
  new SCIMMYRouters({
    type: 'bearer',
    handler(request) {
      if (request.header('Authorization') !== `Bearer ${TOKEN ?? ''}`) throw new Error('no token');
      return 'bench';
    },
  }),
);
app.listen(Number(PORT), '127.0.0.1');
