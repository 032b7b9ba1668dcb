// Queries by POST, and of all resource types at the root (RFC 7644 sections 3.4.2.1 and 3.4.3).
import type { Chapter } from '../suite/clause.js';
import { error, need, same, sameSet, status } from '../suite/finding.js';
import type { Reply } from '../suite/http.js';
import { pick } from '../suite/pick.js';
import type { Resource } from '../suite/place.js';
import { valueAt } from '../suite/place.js';
import type { Server } from '../suite/resource-type.js';
import { SEARCH_REQUEST } from '../suite/resource-type.js';
import type { Subject } from '../suite/subject.js';
import { everyType, once } from '../suite/check.js';
import { freshText } from '../suite/values.js';
import { idsOf, LIST_RESPONSE, three } from './paging.js';

export const search: Chapter = {
  title: 'Queries by POST, and at the root',
  tests: ['test/conformance/search.test.ts'],
  clauses: [
    {
      id: 'search-by-post',
      rfc: 7644,
      section: '3.4.3',
      quote:
        'The inclusion of "/.search" on the end of a valid SCIM endpoint SHALL be used to indicate that the HTTP POST verb is intended to be a query operation.',
      severity: 'MUST',
      heldIn: 'openapi/paths/_resource.yaml',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter, ids } = await three(type);
        const reply = await post(type.subject, type.endpoint, { filter });
        status(reply, 200);
        same(reply.body?.schemas, [LIST_RESPONSE], 'schemas');
        sameSet(idsOf(reply), ids, 'the resources of the list');
      }),
    },
    {
      id: 'search-parameters',
      rfc: 7644,
      section: '3.4.3',
      quote: 'The body of the POST request MAY include any of the parameters defined in Section 3.4.2.',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      needs: ['filter', 'sort'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const stem = freshText();
        const resources: Resource[] = [];
        for (const letter of ['b', 'a', 'c']) resources.push(await type.create([place, `${letter}${stem}`]));
        const filter = resources.map(({ id }) => `id eq "${String(id)}"`).join(' or ');
        const query = { filter, sortBy: place.path, sortOrder: 'descending', startIndex: 2, count: 1 };
        const reply = await post(type.subject, type.endpoint, { ...query, attributes: [place.path] });
        status(reply, 200);
        const { Resources: found, totalResults, startIndex } = reply.body;
        same([totalResults, startIndex, found.length], [3, 2, 1], 'totalResults, startIndex and the size of the page');
        same(valueAt(found[0], place), `b${stem}`, place.path);
        same(found[0].meta, undefined, 'meta, which was not asked for');
      }),
    },
    {
      id: 'search-filter',
      rfc: 7644,
      section: '3.4.3',
      quote: 'The filter string MUST be a valid filter (Section 3.4.2.2) expression.',
      severity: 'MUST',
      heldIn: 'src/filter/parse.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        error(await post(type.subject, type.endpoint, { filter: 'no filter at all' }), 400, 'invalidFilter');
      }),
    },
    {
      id: 'root-all-resources',
      rfc: 7644,
      section: '3.4.2.1',
      quote:
        'A query against a server root indicates that all resources within the server SHALL be included, subject to filtering.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: once(async (subject) => {
        const { filter, ids } = await oneOfEach(subject);
        const reply = await atRoot(subject, filter);
        sameSet(idsOf(reply), ids, 'the resources of the list');
        same(reply.body?.totalResults, ids.length, 'totalResults');
      }),
    },
    {
      id: 'root-by-resource-type',
      rfc: 7644,
      section: '3.4.2.1',
      quote:
        'A filter expression using "meta.resourceType" MAY be used to restrict results to one or more specific resource types (to exclude others).',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/computed.ts',
      needs: ['filter'],
      check: once(async (subject) => {
        const { filter } = await oneOfEach(subject);
        for (const { name } of subject.types) {
          const reply = await atRoot(subject, `(${filter}) and (meta.resourceType eq "${name}")`);
          same(
            (reply.body?.Resources ?? []).map(({ meta }: Resource) => meta?.resourceType),
            [name],
            'the resource types of the list',
          );
        }
      }),
    },
    {
      id: 'root-undefined-attribute',
      rfc: 7644,
      section: '3.4.2.1',
      quote:
        'For filtered attributes that are not part of a particular resource type, the service provider SHALL treat the attribute as if there is no attribute value.',
      severity: 'MUST',
      heldIn: 'src/filter/bind.ts',
      needs: ['filter'],
      check: once(async (subject) => {
        const [only, other] = [subject.types[0], subject.types[1]];
        need(only !== undefined && other !== undefined, 'there is one resource type');
        const place = only.some('attribute that the other type lacks', (each) => {
          const others = other.all(({ path }) => path === each.path);
          return (
            others.length === 0 &&
            only.isUsable(each) &&
            each.attribute.type === 'string' &&
            each.attribute.returned === 'default'
          );
        });
        const [mine, theirs] = [await only.create([place, await only.value(place)]), await other.create()];
        const filter = `(id eq "${String(mine['id'])}" or id eq "${String(theirs['id'])}") and ${place.path} pr`;
        same(idsOf(await atRoot(subject, filter)), [mine['id']], 'the resources of the list');
      }),
    },
    {
      id: 'root-search',
      rfc: 7644,
      section: '3.4.3',
      quote:
        'Clients MAY execute queries without passing parameters on the URL by using the HTTP POST verb combined with the "/.search" path extension.',
      severity: 'MAY',
      heldIn: 'openapi/paths/Search.yaml',
      needs: ['filter'],
      check: once(async (subject) => {
        const { filter, ids } = await oneOfEach(subject);
        const reply = await post(subject, '', { filter });
        status(reply, 200);
        sameSet(idsOf(reply), ids, 'the resources of the list');
      }),
    },
  ],
};

const UNKNOWN = new Set([404, 405, 501]);

async function post({ http }: Server, endpoint: string, query: object): Promise<Reply> {
  const reply = await http.request('POST', `${endpoint}/.search`, { body: { schemas: [SEARCH_REQUEST], ...query } });
  need(!UNKNOWN.has(reply.status), 'takes no /.search');
  return reply;
}

async function atRoot({ http }: Subject, filter: string): Promise<Reply> {
  const reply = await http.request('GET', `/?${new URLSearchParams({ filter }).toString()}`);
  need(!UNKNOWN.has(reply.status), 'the server takes no query at its root');
  status(reply, 200);
  return reply;
}

async function oneOfEach({ types }: Subject): Promise<{ readonly ids: string[]; readonly filter: string }> {
  const ids: string[] = [];
  for (const type of types) ids.push((await type.create())['id']);
  return { ids, filter: ids.map((id) => `id eq "${id}"`).join(' or ') };
}
