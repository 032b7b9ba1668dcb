// Lists and pages by index (RFC 7644 sections 3.4.2 and 3.4.2.4).
import type { Chapter } from '../suite/clause.js';
import { hold, same, sameSet, status } from '../suite/finding.js';
import type { Reply } from '../suite/http.js';
import type { Resource } from '../suite/place.js';
import type { Query, ResourceType } from '../suite/resource-type.js';
import { everyType } from '../suite/check.js';

export const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

export const paging: Chapter = {
  title: 'Lists and pages',
  tests: ['test/conformance/list.test.ts', 'test/contract/store.test.ts'],
  clauses: [
    {
      id: 'list-response',
      rfc: 7644,
      section: '3.4.2',
      quote:
        'Responses MUST be identified using the following URI: "urn:ietf:params:scim:api:messages:2.0:ListResponse".',
      severity: 'MUST',
      heldIn: 'src/http/list-response.ts',
      check: everyType(async (type) => {
        same((await page(type, { count: 1 })).body?.schemas, [LIST_RESPONSE], 'schemas');
      }),
    },
    {
      id: 'list-total',
      rfc: 7644,
      section: '3.4.2',
      quote: 'The total number of results returned by the list or query operation.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        same((await page(type, { filter })).body?.totalResults, 3, 'totalResults');
        same((await page(type, { filter, count: 1 })).body?.totalResults, 3, 'totalResults of a page of 1');
      }),
    },
    {
      id: 'list-resources',
      rfc: 7644,
      section: '3.4.2',
      quote: 'REQUIRED if "totalResults" is non-zero.',
      severity: 'MUST',
      heldIn: 'src/http/list-response.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter, ids } = await three(type);
        sameSet(idsOf(await page(type, { filter })), ids, 'the resources of the list');
      }),
    },
    {
      id: 'list-start-index',
      rfc: 7644,
      section: '3.4.2',
      quote:
        'startIndex The 1-based index of the first result in the current set of list results. REQUIRED when partial results are returned due to pagination.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        same((await page(type, { filter, startIndex: 2, count: 1 })).body?.startIndex, 2, 'startIndex');
      }),
    },
    {
      id: 'list-items-per-page',
      rfc: 7644,
      section: '3.4.2',
      quote:
        'itemsPerPage The number of resources returned in a list response page. REQUIRED when partial results are returned due to pagination.',
      severity: 'MUST',
      heldIn: 'src/http/list-response.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        same((await page(type, { filter, count: 2 })).body?.itemsPerPage, 2, 'itemsPerPage');
      }),
    },
    {
      id: 'list-unknown-parameters',
      rfc: 7644,
      section: '3.4.2',
      quote:
        'SCIM service providers MAY support additional query parameters not specified here and SHOULD ignore any query parameters they do not recognize instead of rejecting the query for versioning compatibility reasons.',
      severity: 'SHOULD',
      heldIn: 'src/http/query.ts',
      check: everyType(async (type) => {
        await page(type, { count: 1, noSuchParameter: 'x' });
        await type.read(await type.create(), { noSuchParameter: 'x' });
      }),
    },
    {
      id: 'page-start-below-1',
      rfc: 7644,
      section: '3.4.2.4',
      quote: 'A value less than 1 SHALL be interpreted as 1.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        for (const startIndex of [0, -5]) {
          sameSet(
            idsOf(await page(type, { filter, startIndex, count: 2 })),
            idsOf(await page(type, { filter, startIndex: 1, count: 2 })),
            `the page from ${startIndex}`,
          );
        }
      }),
    },
    {
      id: 'page-not-more',
      rfc: 7644,
      section: '3.4.2.4',
      quote:
        'When specified, the service provider MUST NOT return more results than specified, although it MAY return fewer results.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        const { length } = idsOf(await page(type, { filter, count: 2 }));
        hold(length <= 2, `a page of 2 has ${length}`);
      }),
    },
    {
      id: 'page-count-below-0',
      rfc: 7644,
      section: '3.4.2.4',
      quote: 'A negative value SHALL be interpreted as "0".',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        const reply = await page(type, { filter, count: -1 });
        same([idsOf(reply), reply.body?.totalResults], [[], 3], 'resources and totalResults');
      }),
    },
    {
      id: 'page-count-0',
      rfc: 7644,
      section: '3.4.2.4',
      quote: 'A value of "0" indicates that no resource results are to be returned except for "totalResults".',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter } = await three(type);
        const reply = await page(type, { filter, count: 0 });
        same([idsOf(reply), reply.body?.totalResults], [[], 3], 'resources and totalResults');
      }),
    },
    {
      id: 'page-through',
      rfc: 7644,
      section: '3.4.2.4',
      quote:
        'Pagination parameters can be used together to "page through" large numbers of resources so as not to overwhelm the client or service provider.',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/page.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { filter, ids } = await three(type);
        const seen: string[] = [];
        for (const startIndex of [1, 2, 3]) seen.push(...idsOf(await page(type, { filter, startIndex, count: 1 })));
        sameSet(seen, ids, 'what the pages show together');
        same(idsOf(await page(type, { filter, startIndex: 4, count: 1 })), [], 'the page past the end');
      }),
    },
    {
      id: 'known-resource',
      rfc: 7644,
      section: '3.4.1',
      quote:
        'If the resource exists, the server responds with HTTP status code 200 (OK) and includes the result in the body of the response.',
      severity: 'MUST',
      heldIn: 'src/service/read.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        same((await type.read(created))['id'], created['id'], 'id');
      }),
    },
  ],
};

/** Three resources, and the filter that finds them. */
export async function three(type: ResourceType): Promise<{ readonly ids: string[]; readonly filter: string }> {
  const ids: string[] = [];
  for (let i = 0; i < 3; i += 1) ids.push((await type.create())['id']);
  return { ids, filter: ids.map((id) => `id eq "${id}"`).join(' or ') };
}

async function page(type: ResourceType, query: Query): Promise<Reply> {
  const reply = await type.list(query);
  status(reply, 200);
  return reply;
}

export function idsOf({ body }: Reply): string[] {
  return (body?.Resources ?? []).map(({ id }: Resource) => id);
}
