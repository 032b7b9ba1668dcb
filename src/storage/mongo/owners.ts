// The owners that lead to resources by edges, directly or through other owners. A read of a few resources brings them
// along in the same command. Of a page they are looked up level by level: MongoDB would join them for each resource
// anew, which costs more than the round trips that it saves.
import type { Db, Document } from 'mongodb';
import type { Edge, ResourceType } from '../../schema/model.js';
import { displayOf } from '../../service/display.js';
import type { OwnerRecord, ResourceRecord } from '../../service/ports.js';
import type { StoredEdge } from './edge-form.js';
import { edgeCollection, edgeName } from './edge-form.js';
import type { StoredResource } from './stored-form.js';

type Link = Pick<StoredEdge, 'o' | 't'>;
type NamedOwner = Pick<StoredResource, '_id' | 'r'>;

/** What a read brought along of one resource. */
export interface Above {
  /** The edges that lead to it. */
  readonly links: readonly Pick<Link, 'o'>[];
  /** The owners that have them. */
  readonly named: readonly NamedOwner[];
  /** The edges that lead to those owners, where any can. */
  readonly next?: readonly Link[];
}

export type OwnersOf = ReadonlyMap<string, readonly OwnerRecord[]>;

export interface Owners {
  /** Stages behind the `$match` of a read, which put what is above a resource into the field. */
  join(field: string): Document[];
  /** What of that field is needed. */
  readonly shape: Document;
  /** The owners of resources, by their ids, from what a read brought along. */
  fromRead(read: ReadonlyMap<string, Above>): Promise<OwnersOf>;
  /** The owners of resources. */
  lookUp(ids: readonly string[]): Promise<OwnersOf>;
}

/** An inverse attribute, and how its values are found. */
export interface Inverse {
  readonly name: string;
  readonly owners: Owners;
}

/** The records with their owners, which are being looked up, by the name of the inverse attribute. */
export async function withOwners(
  records: readonly ResourceRecord[],
  lookedUp: readonly (readonly [string, Promise<OwnersOf>])[],
): Promise<readonly ResourceRecord[]> {
  if (lookedUp.length === 0) return records;
  const found = await Promise.all(lookedUp.map(async ([name, of]) => [name, await of] as const));
  return records.map((record) => {
    return { ...record, owners: new Map(found.map(([name, of]) => [name, of.get(record.id) ?? []])) };
  });
}

export function createOwners(db: Db, edge: Edge, ownerType: ResourceType): Owners {
  const edges = edgeCollection(db, edge);
  const owners = db.collection<NamedOwner>(ownerType.name);
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
  const reachAll = (ids: Iterable<string>, links: readonly Link[], names: ReadonlyMap<string, string | undefined>) => {
    const ownersOf = new Map<string, string[]>();
    for (const { o, t } of links) ownersOf.set(t, [...(ownersOf.get(t) ?? []), o]);
    return new Map([...ids].map((id) => [id, reach(id, ownersOf, names)]));
  };

  return {
    // Plain joins next to each other, which MongoDB runs in its fast engine; with a pipeline of their own it wouldn't.
    join: (field) => [
      { $lookup: { from: edgeName(edge), localField: '_id', foreignField: 't', as: `${field}.links` } },
      { $lookup: { from: ownerType.name, localField: `${field}.links.o`, foreignField: '_id', as: `${field}.named` } },
      ...(isNested
        ? [
            {
              $lookup: { from: edgeName(edge), localField: `${field}.links.o`, foreignField: 't', as: `${field}.next` },
            },
          ]
        : []),
    ],
    shape: { links: { o: 1 }, named: { _id: 1, ...shown }, next: { o: 1, t: 1 } },

    async fromRead(read) {
      const all = [...read];
      const names = new Map<string, string | undefined>(
        all.flatMap(([, { named }]) => named.map(({ _id, r }) => [_id, displayOf(ownerType, r)])),
      );
      const links = all.flatMap(([t, { links }]) => links.map(({ o }) => ({ o, t })));
      const next = all.flatMap(([, above]) => above.next ?? []);
      const known = new Set(links.map(({ o }) => o));
      if (next.length > 0) {
        links.push(...next);
        await climb(
          [...new Set(next.map(({ o }) => o))].filter((owner) => !known.has(owner)),
          links,
          names,
        );
      }
      return reachAll(read.keys(), links, names);
    },

    async lookUp(ids) {
      const links: Link[] = [];
      const names = new Map<string, string | undefined>();
      await climb(ids, links, names);
      return reachAll(ids, links, names);
    },
  };
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
