// Reads of few resources: by id, and by what an index finds. Each is one command, which brings along who leads to the
// resources; those that wait at the same time are one command too, each with its own result.
import type { Collection, Document } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import type { BoundFilter } from '../../filter/bound.js';
import { evaluate } from '../../filter/evaluate.js';
import type { ResourceType } from '../../schema/model.js';
import type { ResourceRecord } from '../../service/ports.js';
import { gather } from './gather.js';
import type { Above, Inverse } from './owners.js';
import { ownersBeside } from './owners.js';
import { firstFieldsOf } from './point.js';
import type { StoredResource } from './stored-form.js';
import { searchFormOf } from './stored-form.js';
import type { Reader, Undecoded } from './undecoded.js';
import { fieldsOf, UNDECODED } from './undecoded.js';

interface FilterRead {
  /** Whose every part can be evaluated over a search form. */
  readonly filter: BoundFilter;
  readonly query: Document;
}

export interface Finds {
  byId(id: string): Promise<ResourceRecord | undefined>;
  /** All that match, in order of their ids; undefined where they are more than a few. */
  byFilter(read: FilterRead): Promise<readonly ResourceRecord[] | undefined>;
}

/** While the answer to one call is read, MongoDB works on another: so few that wait are enough for one. */
const BY_ID = { call: 'find by id', size: 200, worth: 4 };
const BY_FILTER = { call: 'find by filter', size: 50, worth: 4 };
/** What a command may bring for each filter on average; past that the filters go alone, page by page. */
const FEW = 4;
const FEW_ALONE = 20;

const ABOVE = 'above';

/** What is above is by the name of the inverse attribute. */
type Found = Undecoded & { readonly [ABOVE]?: Readonly<Record<string, Above>> };

/**
 * @param toRecord makes a record of what was read
 * @param inverses the inverse attributes that these reads bring along
 */
export function createFinds(
  collection: Collection<StoredResource>,
  type: ResourceType,
  toRecord: Reader,
  inverses: readonly Inverse[],
  observe: Observe,
): Finds {
  const joins = inverses.flatMap(({ name, owners }) => owners.join(`${ABOVE}.${name}`));
  const shapes = Object.fromEntries(inverses.map(({ name, owners }) => [name, owners.shape]));
  const projection = { ...fieldsOf(type), ...(inverses.length === 0 ? {} : { [ABOVE]: shapes }) };

  const read = async (match: Document, limit: number, fields: readonly string[]): Promise<Found[]> => {
    const project = { ...projection, ...Object.fromEntries(fields.map((field) => [field, 1])) };
    const stages = [{ $match: match }, { $limit: limit }, ...joins, { $project: project }];
    return collection.aggregate<Found>(stages, UNDECODED).toArray();
  };
  const toRecords = async (found: readonly Found[]): Promise<ReadonlyMap<string, ResourceRecord>> => {
    const beside = await ownersBeside(
      inverses.map(({ name, owners }) => {
        const above = found.map((document) => [document._id, document[ABOVE]?.[name] ?? NOTHING_ABOVE] as const);
        return [name, owners.fromRead(new Map(above))] as const;
      }),
    );
    return new Map(found.map((document) => [document._id, toRecord(document, beside(document._id))]));
  };

  return {
    byId: gather({ ...BY_ID, observe }, async (ids) => {
      const distinct = [...new Set(ids)];
      const match = distinct.length === 1 ? { _id: distinct[0] } : { _id: { $in: distinct } };
      const records = await toRecords(await read(match, distinct.length, ['events']));
      return ids.map((id) => () => records.get(id));
    }),

    byFilter: gather({ ...BY_FILTER, observe }, async (reads) => {
      const limit = FEW_ALONE + FEW * reads.length;
      const queries = reads.map(({ query }) => query);
      const fields = reads.flatMap(({ filter }) => firstFieldsOf(type, filter));
      const found = await read(queries.length === 1 ? (queries[0] ?? {}) : { $or: queries }, limit + 1, fields);
      if (found.length > limit) return reads.map(() => () => undefined);
      const records = await toRecords(found);
      const forms = found.map(({ _id, s = {} }) => ({ _id, form: searchFormOf(type, s) }));
      return reads.map(({ filter }) => () => {
        const matching = forms.filter(({ form }) => evaluate(filter, form)).map(({ _id }) => _id);
        return matching.sort().flatMap((id) => records.get(id) ?? []);
      });
    }),
  };
}

const NOTHING_ABOVE: Above = { links: [], named: [] };
