// The owners that lead to resources by edges, directly or through other owners. A read of a few resources brings them
// along in the same command. Of a page they are looked up behind it: MongoDB would join them for each resource anew.
import type { Db, Document } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import type { Edge, ResourceType } from '../../schema/model.js';
import { displayOf } from '../../service/display.js';
import type { OwnerRecord, ResourceRecord } from '../../service/ports.js';
import type { StoredEdge } from './edge-form.js';
import { edgeCollection, edgeName } from './edge-form.js';
import { gather } from './gather.js';
import type { StoredResource } from './stored-form.js';

type Link = Pick<StoredEdge, 'o' | 't'>;
type NamedOwner = Pick<StoredResource, '_id' | 'r'>;

/** The edges above some resources, those above their owners, and the names of the owners. */
interface FirstLevels {
  readonly links: readonly Link[];
  readonly next: readonly Link[];
  readonly named: readonly NamedOwner[];
}

/** An owner of a page's resources. */
interface OwnerAbove {
  readonly _id: string;
  readonly targets: readonly string[];
  readonly named: readonly NamedOwner[];
  readonly next?: readonly Link[];
}

/** What a read brought along of one resource. */
export interface Above {
  /** The edges that lead to it. */
  readonly links: readonly Pick<Link, 'o'>[];
  /** The owners that have them. */
  readonly named: readonly NamedOwner[];
  /** The edges that lead to those owners, where any can. */
  readonly next?: readonly Link[];
}

type OwnersOf = ReadonlyMap<string, readonly OwnerRecord[]>;

interface Owners {
  /** Stages behind the `$match` of a read, which put what is above a resource into the field. */
  join(field: string): Document[];
  /** What of that field is needed. */
  readonly shape: Document;
  /** The owners of resources, by their ids, from what a read brought along. */
  fromRead(read: ReadonlyMap<string, Above>): Promise<OwnersOf>;
  /** The owners of the resources of a page, and perhaps of other pages that wait at the same time. */
  lookUp(ids: readonly string[]): Promise<OwnersOf>;
}

/** An inverse attribute, and how its values are found. */
export interface Inverse {
  readonly name: string;
  readonly owners: Owners;
}

/** What records have beside them of each resource: its owners, by the name of the inverse attribute. */
type OwnersBeside = (id: string) => Pick<ResourceRecord, 'owners'>;

export async function ownersBeside(lookedUp: readonly (readonly [string, Promise<OwnersOf>])[]): Promise<OwnersBeside> {
  if (lookedUp.length === 0) return () => ({});
  const found = await Promise.all(lookedUp.map(async ([name, of]) => [name, await of] as const));
  return (id) => ({ owners: new Map(found.map(([name, of]) => [name, of.get(id) ?? []])) });
}

/** Pages often have the same owners. */
const PAGES = { call: 'owners of a page', size: 4, worth: 4 };

export function createOwners(db: Db, edge: Edge, ownerType: ResourceType, observe: Observe = () => undefined): Owners {
  const edges = edgeCollection(db, edge);
  const owners = db.collection<NamedOwner>(ownerType.collection);
  const isNested = edge.targetTypes.includes(edge.ownerType);
  const shown = Object.fromEntries(ownerType.display.map(({ name }) => [`r.${name}`, 1]));

  /** Follows edges upwards from the ids on, until it knows all owners and their names. */
  const climb = async (from: readonly string[], links: Link[], names: Map<string, string | undefined>) => {
    const seen = new Set([...from, ...links.flatMap(({ o, t }) => [o, t])]);
    for (let level = from; level.length > 0;) {
      const found: Link[] = await edges.find({ t: { $in: [...level] } }, { projection: { o: 1, t: 1 } }).toArray();
      links.push(...found);
      const next = new Set(found.map(({ o }) => o).filter((owner) => !seen.has(owner)));
      for (const owner of next) seen.add(owner);
      level = isNested ? [...next] : [];
    }
    const unnamed = [...new Set(links.map(({ o }) => o))].filter((owner) => !names.has(owner));
    if (unnamed.length === 0) return;
    const named = await owners.find({ _id: { $in: unnamed } }, { projection: shown }).toArray();
    for (const { _id, r } of named) names.set(_id, displayOf(ownerType, r));
  };
  /** The owners above resources, from the edges and names of the first levels on. */
  const ownersOf = async (ids: readonly string[], { links, next, named }: FirstLevels): Promise<OwnersOf> => {
    const names = new Map<string, string | undefined>(named.map(({ _id, r }) => [_id, displayOf(ownerType, r)]));
    const known = new Set(links.map(({ o }) => o));
    const all = [...links, ...next];
    const further = new Set(next.map(({ o }) => o).filter((owner) => !known.has(owner)));
    if (further.size > 0) await climb([...further], all, names);
    const above = new Map<string, string[]>();
    for (const { o, t } of all) {
      const list = above.get(t);
      if (list === undefined) above.set(t, [o]);
      else list.push(o);
    }
    const recordOf = records(names);
    return new Map(ids.map((id) => [id, reach(id, above, recordOf)]));
  };
  /** The edges that lead to resources, by their owners: each of those is joined once, however many they lead to. */
  const level = (ids: readonly string[]): Document[] => [
    { $match: { t: { $in: [...ids] } } },
    { $group: { _id: '$o', targets: { $push: '$t' } } },
    { $sort: { _id: 1 } },
    { $lookup: { from: ownerType.collection, localField: '_id', foreignField: '_id', as: 'named' } },
    ...(isNested ? [{ $lookup: { from: edgeName(edge), localField: '_id', foreignField: 't', as: 'next' } }] : []),
    { $project: { targets: 1, named: { _id: 1, ...shown }, next: { o: 1, t: 1 } } },
  ];

  return {
    // Plain joins next to each other, which MongoDB runs in its fast engine; with a pipeline of their own it wouldn't.
    join: (field) => [
      { $lookup: { from: edgeName(edge), localField: '_id', foreignField: 't', as: `${field}.links` } },
      {
        $lookup: {
          from: ownerType.collection,
          localField: `${field}.links.o`,
          foreignField: '_id',
          as: `${field}.named`,
        },
      },
      ...(isNested
        ? [
            {
              $lookup: { from: edgeName(edge), localField: `${field}.links.o`, foreignField: 't', as: `${field}.next` },
            },
          ]
        : []),
    ],
    shape: { links: { o: 1 }, named: { _id: 1, ...shown }, next: { o: 1, t: 1 } },

    fromRead(read) {
      const all = [...read];
      return ownersOf([...read.keys()], {
        links: all.flatMap(([t, { links }]) => links.map(({ o }) => ({ o, t }))),
        next: all.flatMap(([, { next = [] }]) => next),
        named: all.flatMap(([, { named }]) => named),
      });
    },

    lookUp: gather<readonly string[], OwnersOf>({ ...PAGES, observe }, async (pages) => {
      const ids = pages.length === 1 ? (pages[0] ?? []) : [...new Set(pages.flat())];
      const found = await edges.aggregate<OwnerAbove>(level(ids)).toArray();
      const owners = await ownersOf(ids, {
        links: found.flatMap(({ _id: o, targets }) => targets.map((t) => ({ o, t }))),
        next: found.flatMap(({ next = [] }) => next),
        named: found.flatMap(({ named }) => named),
      });
      return pages.map(() => () => owners);
    }),
  };
}

type RecordOf = (owner: string, isDirect: boolean) => OwnerRecord | undefined;

/**
 * Makes the records of owners, the same one for all that an owner has alike. An owner that is gone has none: for a
 * moment, it leaves edges behind.
 */
function records(names: ReadonlyMap<string, string | undefined>): RecordOf {
  const known = { direct: new Map<string, OwnerRecord>(), indirect: new Map<string, OwnerRecord>() };
  return (owner, isDirect) => {
    if (!names.has(owner)) return undefined;
    const alike = isDirect ? known.direct : known.indirect;
    const record = alike.get(owner) ?? { owner, display: names.get(owner), isDirect };
    alike.set(owner, record);
    return record;
  };
}

/** The owners that one id reaches, older ones first; a circle of owners ends where it began. */
function reach(id: string, ownersOf: ReadonlyMap<string, readonly string[]>, recordOf: RecordOf): OwnerRecord[] {
  const direct = ownersOf.get(id) ?? [];
  if (!direct.some((owner) => ownersOf.has(owner))) {
    return inOrder(direct).flatMap((owner) => recordOf(owner, true) ?? []);
  }
  const isDirect = new Set(direct);
  const reached = new Set(direct);
  for (const owner of reached) for (const next of ownersOf.get(owner) ?? []) if (next !== id) reached.add(next);
  return inOrder([...reached]).flatMap((owner) => recordOf(owner, isDirect.has(owner)) ?? []);
}

/** Each once. Mostly they are in order, as they come out of an index. */
function inOrder(ids: readonly string[]): readonly string[] {
  return ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id) ? ids : [...new Set(ids)].sort();
}
