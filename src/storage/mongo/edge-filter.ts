// Filters on attributes that are kept as edges, and on their inverses: each part of a filter that names one is looked
// up in the edges first, and becomes a condition on ids.
import type { Db, Document } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { BoundFilter } from '../../filter/bound.js';
import { evaluate } from '../../filter/evaluate.js';
import type { Attribute, Edge, Model } from '../../schema/model.js';
import { fold } from '../../schema/search-form.js';
import { typeNamed } from '../../service/context.js';
import { compileNode } from './compile-node.js';
import { edgeCollection } from './edge-form.js';
import type { StoredResource } from './stored-form.js';

type Resolved = ReadonlyMap<BoundFilter, Document>;

export interface EdgeResolver {
  /** The queries of those nodes of a filter that are about edges. */
  resolve(filter: BoundFilter): Promise<Resolved>;
}

/** @param mostOwners nested owners that a filter may look at, each by itself: many take longer than a request may */
export function createEdgeResolver(db: Db, model: Model, mostOwners: number): EdgeResolver {
  return {
    async resolve(filter) {
      const nodes = edgeNodes(filter);
      const edges = { db, model, mostOwners };
      return new Map(await Promise.all(nodes.map(async (node) => [node, await query(edges, node)] as const)));
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
  readonly mostOwners: number;
}

async function query(edges: Edges, node: PathNode): Promise<Document> {
  const [attribute] = node.path.chain;
  const filter = filterOnValue(node);
  if (attribute?.edge !== undefined) return { _id: { $in: await ownersWhere(edges.db, attribute.edge, filter) } };
  if (attribute?.inverse !== undefined) return { _id: { $in: await targetsWhere(edges, attribute.inverse, filter) } };
  throw new Error('the node is not about edges');
}

const EVERY: BoundFilter = { kind: 'and', operands: [] };

/** What a node asks of one value of the attribute: `groups.value eq "x"` asks `value eq "x"`. */
function filterOnValue(node: PathNode): BoundFilter {
  if (node.kind === 'valuePath') return node.filter;
  const rest = node.path.chain.slice(1);
  return rest.length === 0 ? EVERY : { ...node, path: { ...node.path, chain: rest } };
}

/** Where the sub-attributes of an edge's value are in its document. */
const EDGE_FIELDS: Readonly<Record<string, string>> = { value: 't', type: 's.type', display: 's.display' };

function ownersWhere(db: Db, edge: Edge, filter: BoundFilter): Promise<string[]> {
  return edgeCollection(db, edge).distinct('o', compileNode(filter, fieldIn(EDGE_FIELDS)));
}

/** The resources whose inverse has a value that matches: `direct` by an edge, `indirect` by a chain of owners. */
async function targetsWhere({ db, model, mostOwners }: Edges, edge: Edge, filter: BoundFilter): Promise<string[]> {
  const ownerType = typeNamed(model, edge.ownerType);
  const [display] = ownerType.display;
  const fields = fieldIn({ value: '_id', ...(display === undefined ? {} : { display: `s.${display.name}` }) });
  const ownersOfKind = async (kind: string) => {
    const owners = db.collection<StoredResource>(ownerType.collection);
    const found = await owners
      .find(compileNode(assumeType(filter, kind), fields), { projection: { _id: 1 } })
      .toArray();
    return found.map(({ _id }) => _id);
  };
  const [direct, indirect] = await Promise.all([ownersOfKind('direct'), ownersOfKind('indirect')]);
  const found = new Set(await targetsOf(db, edge, direct));
  // Only what leads to an owner leads further: of many owners those are few.
  const further = await edgeCollection(db, edge).distinct('o', { o: { $in: indirect }, type: edge.ownerType });
  if (further.length > mostOwners) {
    const why = `it asks for what is below ${further.length} resources of the type ${edge.ownerType}`;
    throw new ScimError('tooMany', `the filter is refused: ${why}; compare value with eq`);
  }
  for (const id of further) {
    const directly = new Set(await targetsOf(db, edge, [id]));
    for (const target of await targetsBelow(db, edge, directly)) if (!directly.has(target)) found.add(target);
  }
  return [...found];
}

function targetsOf(db: Db, edge: Edge, owners: readonly string[]): Promise<string[]> {
  if (owners.length === 0) return Promise.resolve([]);
  return edgeCollection(db, edge).distinct('t', { o: { $in: [...owners] } });
}

/** What the targets lead to, where they are owners themselves, and so on. */
async function targetsBelow(db: Db, edge: Edge, targets: ReadonlySet<string>): Promise<Set<string>> {
  const below = new Set<string>();
  let level = [...targets];
  while (level.length > 0) {
    const next = (await targetsOf(db, edge, level)).filter((id) => !below.has(id));
    for (const id of next) below.add(id);
    level = next;
  }
  return below;
}

/**
 * The filter for values of one `type`: comparisons of `type` are settled, true as an empty and, false as an empty or.
 */
function assumeType(node: BoundFilter, type: string): BoundFilter {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, operands: node.operands.map((operand) => assumeType(operand, type)) };
    case 'not':
      return { ...node, operand: assumeType(node.operand, type) };
    default:
      if (node.path.leaf.name !== 'type') return node;
      return { kind: evaluate(node, { type: fold(type) }) ? 'and' : 'or', operands: [] };
  }
}

function fieldIn(fields: Readonly<Record<string, string>>) {
  return (chain: readonly Attribute[]): string => {
    const name = chain.map((attribute) => attribute.name).join('.');
    const field = fields[name];
    if (field === undefined) throw new ScimError('invalidFilter', `${name} can't be compared here; compare value`);
    return field;
  };
}
