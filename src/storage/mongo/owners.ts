// The owners that lead to a resource by edges, directly or through other owners. For one resource in one aggregation:
// one round trip. For several level by level: MongoDB walks a graph for each of them, which costs more than the round
// trips that it saves.
import type { Collection, Db, Document } from 'mongodb';
import type { Edge, ResourceType } from '../../schema/model.js';
import { displayOf } from '../../service/display.js';
import type { OwnerRecord } from '../../service/ports.js';
import type { StoredEdge } from './edge-form.js';
import { edgeCollection } from './edge-form.js';
import { gather } from './gather.js';
import type { StoredResource } from './stored-form.js';

type Link = Pick<StoredEdge, 'o' | 't'>;
type NamedOwner = Pick<StoredResource, '_id' | 'r'>;

/** The edges above some resources, and the owners that exist with their names. */
interface Climbed {
  readonly links: readonly Link[];
  readonly names: ReadonlyMap<string, string | undefined>;
}

/** Tells the owners above a resource; those asked for at the same time are looked up together. */
export function createOwners(db: Db, edge: Edge, ownerType: ResourceType): (id: string) => Promise<OwnerRecord[]> {
  const edges = edgeCollection(db, edge);
  const owners = db.collection<NamedOwner>(ownerType.name);
  const isNested = edge.targetTypes.includes(edge.ownerType);
  const shown = Object.fromEntries(ownerType.display.map(({ name }) => [`r.${name}`, 1]));
  const namesOf = (found: readonly NamedOwner[]) => new Map(found.map(({ _id, r }) => [_id, displayOf(ownerType, r)]));

  const climbOne = async (id: string): Promise<Climbed> => {
    const found = await edges.aggregate<Found>(pipelineFor(edges, owners, id, isNested, shown)).toArray();
    return {
      links: found.flatMap(({ o, above }) => [{ o, t: id }, ...above]),
      names: namesOf(found.flatMap(({ named }) => named)),
    };
  };
  const climbMany = async (ids: readonly string[]): Promise<Climbed> => {
    const links: Link[] = [];
    const seen = new Set(ids);
    let level = ids;
    while (level.length > 0) {
      const found: Link[] = await edges.find({ t: { $in: [...level] } }, { projection: { o: 1, t: 1 } }).toArray();
      links.push(...found);
      const next: string[] = [...new Set(found.map(({ o }) => o))].filter((owner) => !seen.has(owner));
      for (const owner of next) seen.add(owner);
      level = isNested ? next : [];
    }
    const all = [...new Set(links.map(({ o }) => o))];
    const named = all.length === 0 ? [] : await owners.find({ _id: { $in: all } }, { projection: shown }).toArray();
    return { links, names: namesOf(named) };
  };

  return gather({ size: 200, lanes: 2 }, async (ids: readonly string[]) => {
    const [only, ...others] = new Set(ids);
    const climbed =
      only !== undefined && others.length === 0 ? await climbOne(only) : await climbMany([...new Set(ids)]);
    const ownersOf = new Map<string, string[]>();
    for (const { o, t } of climbed.links) ownersOf.set(t, [...(ownersOf.get(t) ?? []), o]);
    return ids.map((id) => () => reach(id, ownersOf, climbed.names));
  });
}

interface Found {
  readonly o: string;
  readonly above: readonly Link[];
  readonly named: readonly NamedOwner[];
}

function pipelineFor(
  edges: Collection<StoredEdge>,
  owners: Collection<NamedOwner>,
  id: string,
  isNested: boolean,
  shown: Document,
): Document[] {
  const above = {
    from: edges.collectionName,
    startWith: '$o',
    connectFromField: 'o',
    connectToField: 't',
    as: 'above',
  };
  const named = { from: owners.collectionName, localField: 'owners', foreignField: '_id', as: 'named' };
  return [
    { $match: { t: id } },
    isNested ? { $graphLookup: above } : { $set: { above: [] } },
    { $project: { _id: 0, o: 1, above: { o: 1, t: 1 }, owners: { $setUnion: [['$o'], '$above.o'] } } },
    { $lookup: { ...named, pipeline: [{ $project: shown }] } },
    { $unset: 'owners' },
  ];
}

/** The owners that one id reaches, older ones first; a circle of owners ends where it began. */
function reach(
  id: string,
  ownersOf: ReadonlyMap<string, readonly string[]>,
  names: ReadonlyMap<string, string | undefined>,
): OwnerRecord[] {
  const direct = new Set(ownersOf.get(id));
  const reached = new Set(direct);
  for (const owner of reached) for (const next of ownersOf.get(owner) ?? []) if (next !== id) reached.add(next);
  // An owner that is gone has left edges behind for a moment: they show nothing.
  return [...reached]
    .filter((owner) => names.has(owner))
    .sort()
    .map((owner) => ({ owner, display: names.get(owner), isDirect: direct.has(owner) }));
}
