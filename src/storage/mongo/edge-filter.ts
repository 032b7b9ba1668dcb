// Filters on attributes that are kept as edges, and on their inverses: each part of a filter that names one is looked
// up in the edges first, and becomes a condition on ids. These are bounded: MongoDB takes and gives 16 MB at a time,
// which is some 340,000 ids.
import type { Db, Document } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { BoundFilter, BoundValue } from '../../filter/bound.js';
import { evaluate } from '../../filter/evaluate.js';
import type { Attribute, Edge, Model, ResourceType } from '../../schema/model.js';
import { fold, searchValue } from '../../schema/search-form.js';
import { typeNamed } from '../../service/context.js';
import { compileNode } from './compile-node.js';
import { edgeCollection } from './edge-form.js';
import type { QueryBounds } from './query-bounds.js';
import { inTime } from './query-bounds.js';
import type { StoredResource } from './stored-form.js';
import { searchField } from './stored-form.js';

type Resolved = ReadonlyMap<BoundFilter, Document>;

export interface EdgeResolver {
  /** The queries of those nodes of a filter that are about edges. */
  resolve(filter: BoundFilter): Promise<Resolved>;
}

export interface EdgeLimits extends Pick<QueryBounds, 'queryTimeout'> {
  /** Nested owners that a filter may look at, each by itself: many take longer than a request may. */
  readonly filterMaxOwners: number;
  /** Ids that all parts of a filter that are about edges may become together. */
  readonly filterMaxIds: number;
}

export function createEdgeResolver(db: Db, model: Model, limits: EdgeLimits): EdgeResolver {
  return {
    async resolve(filter) {
      const resolved = new Map<BoundFilter, Document>();
      let left = limits.filterMaxIds;
      const until = performance.now() + limits.queryTimeout * 1000;
      // One after the other, as they share what is left, and the time.
      for (const node of edgeNodes(filter)) {
        const ids = await inTime(limits, () => idsOf({ db, model, limits, left, until }, node));
        left -= ids.length;
        resolved.set(node, { _id: { $in: ids } });
      }
      return resolved;
    },
  };
}

type PathNode = Extract<BoundFilter, { path: unknown }>;

function edgeNodes(node: BoundFilter): PathNode[] {
  if (node.kind === 'and' || node.kind === 'or') return node.operands.flatMap(edgeNodes);
  if (node.kind === 'not') return edgeNodes(node.operand);
  const [first] = node.path.chain;
  return first?.edge !== undefined || first?.inverse !== undefined ? [node] : [];
}

interface Edges {
  readonly db: Db;
  readonly model: Model;
  readonly limits: EdgeLimits;
  /** Ids that may still be found. */
  readonly left: number;
  /** When the time of the whole filter is over. */
  readonly until: number;
}

/** The option of a query: what is left of the time. MongoDB takes 0 as no bound. */
function timed({ until }: Edges) {
  return { maxTimeMS: Math.max(1, Math.ceil(until - performance.now())) };
}

/** The resources that a node asks for. @throws ScimError tooMany, invalidFilter */
function idsOf(edges: Edges, node: PathNode): Promise<readonly string[]> {
  const [attribute] = node.path.chain;
  const filter = filterOnValue(node);
  if (attribute?.edge !== undefined) return ownersWhere(edges, attribute.edge, filter);
  if (attribute?.inverse !== undefined) return targetsWhere(edges, attribute.inverse, filter);
  throw new Error('the node is not about edges');
}

const TRUE: BoundFilter = { kind: 'and', operands: [] };
const FALSE: BoundFilter = { kind: 'or', operands: [] };

/** What a node asks of one value of the attribute: `groups.value eq "x"` asks `value eq "x"`. */
function filterOnValue(node: PathNode): BoundFilter {
  if (node.kind === 'valuePath') return node.filter;
  const rest = node.path.chain.slice(1);
  return rest.length === 0 ? TRUE : { ...node, path: { ...node.path, chain: rest } };
}

/** Where the sub-attributes of an edge's value are in its document. */
const FOLDED: Fields = { value: 't', type: 's.type', display: 's.display' };
const EXACT: Fields = { value: 't', type: 'type', display: 'display' };

function ownersWhere(edges: Edges, edge: Edge, filter: BoundFilter): Promise<string[]> {
  const instead = `compare ${edge.attribute}.value with eq`;
  return distinct({ ...edges, edge, instead }, 'o', compileNode(filter, edgeField));
}

/** The resources whose inverse has a value that matches: `direct` by an edge, `indirect` by a chain of owners. */
async function targetsWhere(edges: Edges, edge: Edge, filter: BoundFilter): Promise<string[]> {
  const { db, model, limits, left } = edges;
  const lookUp: LookUp = { ...edges, edge, instead: `read ${edge.attribute} of the ${edge.ownerType} instead` };
  const ownerType = typeNamed(model, edge.ownerType);
  const ownersOfKind = async (kind: string) => {
    const owners = db.collection<StoredResource>(ownerType.collection);
    const options = { projection: { _id: 1 }, limit: left + 1, ...timed(edges) } as const;
    const query = compileNode(askedOfOwner(filter, kind, ownerType), ownerField(ownerType));
    const found = await owners.find(query, options).toArray();
    return found.map(({ _id }) => _id);
  };
  const targetsOf = async (owners: readonly string[], only: Document = {}) =>
    owners.length === 0 ? [] : distinct(lookUp, 't', { o: { $in: owners }, ...only });
  /** The owners that one leads to, and those that they lead to, and so on. */
  const ownersBelow = async (owner: string) => {
    const below = new Set<string>();
    for (let level = [owner]; level.length > 0;) {
      level = (await targetsOf(level, { type: edge.ownerType })).filter((id) => !below.has(id));
      for (const id of level) below.add(id);
    }
    return [...below];
  };

  const [direct, indirect] = await Promise.all([ownersOfKind('direct'), ownersOfKind('indirect')]);
  bound(lookUp, Math.max(direct.length, indirect.length));
  const found = new Set(await targetsOf(direct));
  // Only what leads to an owner leads further: of many owners those are few.
  const further = await distinct(lookUp, 'o', { o: { $in: indirect }, type: edge.ownerType });
  if (further.length > limits.filterMaxOwners) {
    const why = `it asks for what is below ${further.length} resources of the type ${edge.ownerType}`;
    throw new ScimError('tooMany', `the filter is refused: ${why}; compare value with eq`);
  }
  for (const id of further) {
    const directly = new Set(await targetsOf([id]));
    for (const target of await targetsOf(await ownersBelow(id))) {
      // A circle of owners ends where it began.
      if (target !== id && !directly.has(target)) found.add(target);
    }
    bound(lookUp, found.size);
  }
  return [...found];
}

interface LookUp extends Edges {
  readonly edge: Edge;
  /** What to do where it is refused. */
  readonly instead: string;
}

/** What MongoDB answers where distinct values are more than 16 MB. */
const TOO_BIG = 17217;

/** The owners or targets of edges, each once. @throws ScimError tooMany */
async function distinct(lookUp: LookUp, of: 'o' | 't', where: Document): Promise<string[]> {
  try {
    const ids = await edgeCollection(lookUp.db, lookUp.edge).distinct(of, where, timed(lookUp));
    bound(lookUp, ids.length);
    return ids;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === TOO_BIG) bound(lookUp, Infinity);
    throw error;
  }
}

/** @throws ScimError tooMany where so many ids are more than are left */
function bound({ limits, left, edge, instead }: LookUp, ids: number): void {
  if (ids <= left) return;
  const why = `what it asks of ${edge.attribute} or ${edge.inverse} matches more than ${limits.filterMaxIds} resources`;
  throw new ScimError('tooMany', `the filter is refused: ${why}; ${instead}`);
}

/** What a filter on values of one `type` asks of an owner. */
function askedOfOwner(node: BoundFilter, type: string, ownerType: ResourceType): BoundFilter {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, operands: node.operands.map((operand) => askedOfOwner(operand, type, ownerType)) };
    case 'not':
      return { ...node, operand: askedOfOwner(node.operand, type, ownerType) };
    case 'valuePath':
      return node;
    default:
      if (node.path.leaf.name === 'type') return evaluate(node, { type: fold(type) }) ? TRUE : FALSE;
      return node.path.leaf.name === 'display' ? askedOfName(node, ownerType.display) : node;
  }
}

type Clause = Extract<BoundFilter, { kind: 'comparison' | 'presence' }>;

/** Shown is the first of these attributes that has a value (service/display.ts); it is compared as it is elsewhere. */
function askedOfName(node: Clause, [first, ...others]: readonly Attribute[]): BoundFilter {
  if (first === undefined) return evaluate(node, {}) ? TRUE : FALSE;
  const path = { chain: [first], leaf: first };
  const isShown: BoundFilter = { kind: 'presence', path };
  const asked: BoundFilter =
    node.kind === 'presence'
      ? { ...node, path }
      : { ...node, path, value: searchValue(first, node.literal) as BoundValue };
  const otherwise = askedOfName(node, others);
  const shown: BoundFilter = { kind: 'and', operands: [isShown, asked] };
  if (otherwise === FALSE) return shown;
  return { kind: 'or', operands: [shown, { kind: 'and', operands: [{ kind: 'not', operand: isShown }, otherwise] }] };
}

type Fields = Readonly<Record<string, string>>;
type FieldOf = (chain: readonly Attribute[]) => string;

const edgeField: FieldOf = (chain) => fieldIn(chain.at(-1)?.caseExact === true ? EXACT : FOLDED, chain);

function ownerField(ownerType: ResourceType): FieldOf {
  return (chain) =>
    chain.some((attribute) => ownerType.display.includes(attribute))
      ? searchField(ownerType, chain)
      : fieldIn({ value: '_id' }, chain);
}

/** @throws ScimError invalidFilter where no field has it */
function fieldIn(fields: Fields, chain: readonly Attribute[]): string {
  const name = chain.map((attribute) => attribute.name).join('.');
  const field = fields[name];
  if (field === undefined) throw new ScimError('invalidFilter', `${name} can't be compared here; compare value`);
  return field;
}
