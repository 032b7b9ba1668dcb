// The message that every list is answered by (RFC 7644 section 3.4.2).
import type { components } from '../generated/openapi.js';
import { JsonText } from '../representation/json-text.js';
import type { LongList, Presented } from '../representation/long-list.js';

const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

type ListResponse = Omit<components['schemas']['ResourceList'], 'Resources'> & {
  readonly Resources: readonly Presented[] | LongList<Presented>;
};
type Place = Pick<ListResponse, 'startIndex' | 'nextCursor' | 'previousCursor'>;

export function listResponse(
  Resources: readonly Presented[] | LongList<Presented>,
  itemsPerPage: number,
  totalResults: number,
  place: Place,
): ListResponse | JsonText {
  const about = { schemas: [LIST_RESPONSE], totalResults, itemsPerPage, ...place };
  return isText(Resources) ? joined(about, Resources) : { ...about, Resources };
}

function isText(resources: readonly Presented[] | LongList<Presented>): resources is readonly JsonText[] {
  return Array.isArray(resources) && resources.every((resource) => resource instanceof JsonText);
}

function joined(about: Omit<ListResponse, 'Resources'>, resources: readonly JsonText[]): JsonText {
  const head = `${JSON.stringify(about).slice(0, -1)},"Resources":[`;
  const parts = resources.flatMap(({ bytes }, index) => (index === 0 ? [bytes] : [COMMA, bytes]));
  return new JsonText(Buffer.concat([Buffer.from(head), ...parts, END]));
}
