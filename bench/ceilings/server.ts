// A ceiling as a process: bare Koa, one table of routes, one call a request. With CEILING=fixed there is no database
// behind it: every answer is the same 1 KiB. It speaks the paths of SCIM, so that the same load tries it.
import { text } from 'node:stream/consumers';
import Koa from 'koa';
import { connect } from '../../src/storage/mongo/client.js';
import { user } from '../population.js';
import type { Asked } from './calls.js';
import { createCalls } from './calls.js';

const { CEILING, PORT, MONGODB_URI = '' } = process.env;
const FIXED = JSON.stringify(user(1));
const BASE = '/scim/v2/';

const routes = CEILING === 'fixed' ? undefined : await mongoRoutes();

async function mongoRoutes() {
  const calls = createCalls((await connect(MONGODB_URI)).db);
  return new Map<string, (asked: Asked) => Promise<unknown>>([
    ['GET Users/', calls.getUser],
    ['GET Users', calls.listUsers],
    ['POST Users', calls.createUser],
    ['PATCH Users/', calls.patchUser],
    ['PUT Users/', calls.replaceUser],
    ['DELETE Users/', calls.deleteUser],
    ['GET Groups/', calls.getGroup],
    ['POST Groups', calls.createGroup],
    ['PATCH Groups/', calls.patchGroup],
    ['DELETE Groups/', calls.deleteGroup],
    ['POST Bulk', calls.bulk],
  ]);
}

const app = new Koa();
app.use(async (context) => {
  context.type = 'application/scim+json';
  if (routes === undefined) {
    context.body = FIXED;
    return;
  }
  const [endpoint = '', id] = context.path.slice(BASE.length).split('/');
  const route = routes.get(`${context.method} ${endpoint}${id === undefined ? '' : '/'}`);
  if (route === undefined) return;
  const sent = context.method === 'GET' || context.method === 'DELETE' ? '{}' : await text(context.req);
  const answer = await route({
    id: id ?? '',
    query: new URLSearchParams(context.querystring),
    body: JSON.parse(sent) as Asked['body'],
  });
  if (answer === undefined || answer === null) context.status = answer === null ? 404 : 204;
  else context.body = JSON.stringify(answer);
});
app.listen(Number(PORT), '127.0.0.1');
