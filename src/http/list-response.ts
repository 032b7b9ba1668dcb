// The message that every list is answered by (RFC 7644 section 3.4.2).
import type { components } from '../generated/openapi.js';
import type { Body, LongList } from '../representation/long-list.js';

const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

type ListResponse = Omit<components['schemas']['ResourceList'], 'Resources'> & {
  readonly Resources: readonly Body[] | LongList<Body>;
};
type Place = Pick<ListResponse, 'startIndex' | 'nextCursor' | 'previousCursor'>;

export function listResponse(
  Resources: readonly Body[] | LongList<Body>,
  itemsPerPage: number,
  totalResults: number,
  place: Place,
): ListResponse {
  return { schemas: [LIST_RESPONSE], totalResults, itemsPerPage, ...place, Resources };
}
