// Resources that are few, read as if they were stored as resources are: by id, and by the filters, sorts and cursors of
// SCIM over a list in memory.
import { evaluate } from '../filter/evaluate.js';
import type { ResourceType } from '../schema/model.js';
import type { AttributePath } from '../schema/path.js';
import type { SearchForm, SearchValue } from '../schema/search-form.js';
import { searchForm } from '../schema/search-form.js';
import type { Position, SortKey } from '../search/order.js';
import { comparePositions } from '../search/order.js';
import type { ReadContext } from '../service/context.js';
import type { PageQuery, Placed, ResourceRecord } from '../service/ports.js';

/** @param listOf all resources of a type, in any order */
export function createListStore(
  listOf: (type: ResourceType) => Promise<readonly ResourceRecord[]>,
): ReadContext['resources'] {
  const matching = async (
    type: ResourceType,
    { filter, sortPath }: Pick<PageQuery, 'filter' | 'sortPath'>,
  ): Promise<Placed[]> =>
    (await listOf(type)).flatMap((record) => {
      const form = formOf(type, record);
      if (filter !== undefined && !evaluate(filter, form)) return [];
      return [{ record, position: { id: record.id, key: sortPath && keyOf(form, sortPath) } }];
    });
  return {
    find: async (type, id) => (await listOf(type)).find((record) => record.id === id),
    async page(type, query) {
      const sign = query.descending ? -1 : 1;
      const compare = (a: Position, b: Position) => sign * comparePositions(a, b);
      const { after, skip, limit } = query;
      return (await matching(type, query))
        .filter(({ position }) => after === undefined || compare(position, after) > 0)
        .sort((a, b) => compare(a.position, b.position))
        .slice(skip, skip + limit);
    },
    count: async (type, filter) => (await matching(type, { filter, sortPath: undefined })).length,
  };
}

function formOf({ name, root }: ResourceType, { id, created, lastModified, attributes }: ResourceRecord): SearchForm {
  const times = { created: created.toISOString(), lastModified: lastModified.toISOString() };
  return searchForm(root, { ...attributes, id, meta: { resourceType: name, ...times } });
}

/** Of a list, its first value; undefined where there is none. */
function keyOf(form: SearchForm, { chain }: AttributePath): SortKey | undefined {
  const found = chain.reduce<SearchValue | undefined>((node, { name }) => {
    const one = Array.isArray(node) ? node[0] : node;
    return one instanceof Object && !(one instanceof Date) && !Array.isArray(one) ? one[name] : undefined;
  }, form);
  const value = Array.isArray(found) ? found[0] : found;
  return value === null || (value instanceof Object && !(value instanceof Date)) ? undefined : value;
}
