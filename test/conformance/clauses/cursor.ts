// Pages by cursor (RFC 9865; the quotes are of its last draft).
import type { Chapter } from '../suite/clause.js';
import { error, hold, need, same, sameSet, status } from '../suite/finding.js';
import type { Reply } from '../suite/http.js';
import { pick } from '../suite/pick.js';
import type { Query, ResourceType } from '../suite/resource-type.js';
import { SEARCH_REQUEST } from '../suite/resource-type.js';
import { everyType, once } from '../suite/check.js';
import { freshText } from '../suite/values.js';
import { idsOf, three } from './paging.js';

export const cursor: Chapter = {
  title: 'Pages by cursor',
  tests: ['test/conformance/cursor.test.ts', 'test/unit/search/cursor.test.ts', 'test/contract/order.test.ts'],
  clauses: [
    {
      id: 'cursor-first-page',
      rfc: 9865,
      section: '2',
      quote: 'The cursor value MUST be empty or omitted for the first request of a cursor-paginated query.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        same(idsOf(await page(type, { filter, cursor: '', count: 2 })).length, 2, 'the size of the first page');
      }),
    },
    {
      id: 'cursor-characters',
      rfc: 9865,
      section: '2',
      quote:
        'This value may only contain characters from the unreserved characters set defined in section 2.3 of [RFC3986].',
      severity: 'MUST',
      heldIn: 'src/search/cursor.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        const { nextCursor } = (await page(type, { filter, cursor: '', count: 1 })).body;
        hold(/^[A-Za-z0-9._~-]+$/.test(nextCursor), `nextCursor is ${nextCursor}`);
      }),
    },
    {
      id: 'cursor-next',
      rfc: 9865,
      section: '2',
      quote:
        'Service providers supporting cursor-based pagination MUST include `nextCursor` in all paged query responses except when returning the last page.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter, ids } = await three(type);
        const pages = await through(type, { filter, count: 1 });
        sameSet(pages.flatMap(idsOf), ids, 'what the pages show together');
      }),
    },
    {
      id: 'cursor-last-page',
      rfc: 9865,
      section: '2',
      quote: '`nextCursor` MUST be omitted from a response only to indicate that there are no more result pages.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        const whole = await page(type, { filter, cursor: '', count: 10 });
        same(whole.body?.nextCursor, undefined, 'nextCursor of a page that holds all');
        const exact = await page(type, { filter, cursor: '', count: 2 });
        hold(typeof exact.body?.nextCursor === 'string', 'nextCursor is missing before the last page');
      }),
    },
    {
      id: 'cursor-no-previous-on-first-page',
      rfc: 9865,
      section: '2',
      quote: '`previousCursor` MUST NOT be returned with the first page.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        same((await page(type, { filter, cursor: '', count: 1 })).body?.previousCursor, undefined, 'previousCursor');
      }),
    },
    {
      id: 'cursor-previous',
      rfc: 9865,
      section: '2',
      quote: 'A cursor value string that MAY be used in a subsequent request to obtain the previous page of results.',
      severity: 'MAY',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        const [first, second] = await through(type, { filter, count: 1 });
        const cursorOfFirst: unknown = second?.body?.previousCursor;
        need(typeof cursorOfFirst === 'string', 'is answered without previousCursor');
        const back = await page(type, { filter, count: 1, cursor: cursorOfFirst });
        same(idsOf(back), first === undefined ? [] : idsOf(first), 'the previous page');
      }),
    },
    {
      id: 'cursor-count',
      rfc: 9865,
      section: '2',
      quote: 'When specified, the service provider MUST NOT return more although it MAY return fewer results.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        const { length } = idsOf(await page(type, { filter, cursor: '', count: 2 }));
        hold(length <= 2, `a page of 2 has ${length}`);
      }),
    },
    {
      id: 'cursor-count-0',
      rfc: 9865,
      section: '2',
      quote: 'A negative value SHALL be interpreted as "0".',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        for (const count of [0, -1]) {
          const reply = await page(type, { filter, cursor: '', count });
          same([idsOf(reply), reply.body?.totalResults], [[], 3], 'resources and totalResults');
        }
      }),
    },
    {
      id: 'cursor-same-query',
      rfc: 9865,
      section: '2',
      quote:
        'To retrieve another result page for a query, the client MUST query the same service provider endpoint with all query parameters and values being identical to the initial query with the exception of the `cursor` value',
      severity: 'SHOULD',
      heldIn: 'src/search/cursor.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter, ids } = await three(type);
        const { nextCursor } = (await page(type, { filter, cursor: '', count: 1 })).body;
        error(await type.list({ filter: `id eq "${ids[0]}"`, cursor: nextCursor, count: 1 }), 400, 'invalidCursor');
      }),
    },
    {
      id: 'cursor-invalid',
      rfc: 9865,
      section: '2.1',
      quote:
        'If a service provider encounters invalid pagination query parameters (invalid cursor value, count value, etc), or other error conditions, the service provider SHOULD return the appropriate HTTP response status code and detailed JSON error response as defined in Section 3.12 of [RFC7644].',
      severity: 'SHOULD',
      heldIn: 'src/search/cursor.ts',
      needs: ['cursor'],
      check: everyType(async (type) => {
        error(await type.list({ cursor: freshText(), count: 1 }), 400, 'invalidCursor');
      }),
    },
    {
      id: 'cursor-count-too-large',
      rfc: 9865,
      section: '2.1',
      quote:
        "Count value must be between 0 and service provider's maxPageSize and must value identical count of the initial query.",
      severity: 'SHOULD',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { maxPageSize } = type.subject.profile.config.pagination;
        need(Number.isInteger(maxPageSize), 'tells no maxPageSize');
        error(await type.list({ cursor: '', count: Number(maxPageSize) + 1 }), 400, 'invalidCount');
      }),
    },
    {
      id: 'cursor-sorted',
      rfc: 9865,
      section: '2.2',
      quote:
        'If sorting is implemented as described Section 3.4.2.3 of [RFC7644], then cursor-paged results should be sorted.',
      severity: 'SHOULD',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'sort', 'filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const stem = freshText();
        const ids: string[] = [];
        for (const letter of ['b', 'a', 'c']) ids.push((await type.create([place, `${letter}${stem}`]))['id']);
        const filter = ids.map((id) => `id eq "${id}"`).join(' or ');
        const pages = await through(type, { filter, sortBy: place.path, count: 1 });
        same(pages.flatMap(idsOf), [ids[1], ids[0], ids[2]], 'the order of the pages');
      }),
    },
    {
      id: 'cursor-search',
      rfc: 9865,
      section: '3',
      quote:
        'When posting to `/.search`, the client would pass the parameters defined in Section 2 in the body of the POST request.',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { filter, ids } = await three(type);
        const seen: string[] = [];
        let next: unknown = '';
        for (let i = 0; i < ids.length && next !== undefined; i += 1) {
          const body = { schemas: [SEARCH_REQUEST], filter, count: 1, cursor: next };
          const reply = await type.subject.http.request('POST', `${type.endpoint}/.search`, { body });
          need(reply.status !== 404 && reply.status !== 501, 'takes no /.search');
          status(reply, 200);
          seen.push(...idsOf(reply));
          next = reply.body?.nextCursor;
        }
        sameSet(seen, ids, 'what the pages show together');
      }),
    },
    {
      id: 'cursor-advertised',
      rfc: 9865,
      section: '4',
      quote:
        'A SCIM service provider implementing cursor-based pagination SHOULD include the following additional attribute in JSON document returned by the `/ServiceProviderConfig` endpoint:',
      severity: 'SHOULD',
      heldIn: 'src/discovery/service-provider-config.ts',
      needs: ['cursor'],
      check: once(async ({ profile }) => {
        const { cursor: byCursor, index, defaultPaginationMethod = 'index' } = profile.config.pagination;
        same([typeof byCursor, typeof index], ['boolean', 'boolean'], 'the types of cursor and index');
        hold(['cursor', 'index'].includes(defaultPaginationMethod), `the default is ${defaultPaginationMethod}`);
      }),
    },
    {
      id: 'cursor-page-sizes',
      rfc: 9865,
      section: '4',
      quote:
        'Positive integer specifying the maximum number of results returned in a page regardless of what is specified for the count in a query.',
      severity: 'MUST',
      heldIn: 'src/discovery/service-provider-config.ts',
      needs: ['cursor'],
      check: once(async ({ profile }) => {
        for (const name of ['defaultPageSize', 'maxPageSize', 'cursorTimeout']) {
          const value: unknown = profile.config.pagination[name];
          hold(
            value === undefined || (Number.isInteger(value) && Number(value) > 0),
            `${name} is ${JSON.stringify(value)}`,
          );
        }
      }),
    },
    {
      id: 'cursor-default-method',
      rfc: 9865,
      section: '2.4',
      quote:
        'Additionally, service providers supporting both pagination methods MUST choose a default pagination method to use when responding to requests that have not specified a pagination query parameter.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['cursor', 'filter'],
      check: everyType(async (type) => {
        const { defaultPaginationMethod, index } = type.subject.profile.config.pagination;
        need(index === true && defaultPaginationMethod !== undefined, 'has one method, or tells no default');
        const { filter } = await three(type);
        const { body } = await page(type, { filter, count: 1 });
        const isCursor = body?.nextCursor !== undefined;
        same(isCursor ? 'cursor' : 'index', defaultPaginationMethod, 'the method of a page without parameters');
      }),
    },
  ],
};

async function page(type: ResourceType, query: Query): Promise<Reply> {
  const reply = await type.list(query);
  status(reply, 200);
  return reply;
}

/** All pages of a query of few resources. */
async function through(type: ResourceType, query: Query): Promise<Reply[]> {
  const MOST_PAGES = 10;
  const pages: Reply[] = [];
  let next: unknown = '';
  while (typeof next === 'string' && pages.length < MOST_PAGES) {
    const reply = await page(type, { ...query, cursor: next });
    pages.push(reply);
    next = reply.body?.nextCursor;
  }
  hold(next === undefined, `the pages of three resources don't end`);
  return pages;
}
