// The shapes that the stored resources have, one document a resource type, and how far a migration to another one is.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Collection, Db, Filter } from 'mongodb';
import type { ShapeChange } from '../../migration/changes.js';
import { changesOf } from '../../migration/changes.js';
import type { Shape } from '../../migration/shape.js';
import { merged, shapeOf } from '../../migration/shape.js';
import type { Model, ResourceType } from '../../schema/model.js';
import type { StoredResource } from './stored-form.js';

export interface StoredShape {
  /** The name of the resource type. */
  readonly _id: string;
  readonly shape: readonly Shape[];
  readonly migration?: Migration;
}

interface Migration {
  /** Stands for the shape that it leads to. */
  readonly to: string;
  /** The id of the last resource that it is done with. */
  readonly after: string;
  readonly isDone: boolean;
}

export function shapes(db: Db): Collection<StoredShape> {
  return db.collection<StoredShape>('shapes');
}

/** A short text that is the same for the same shape. */
export function digestOf(shape: readonly Shape[]): string {
  return createHash('sha256').update(JSON.stringify(shape)).digest('base64url').slice(0, 16);
}

/** The resources that have a value that changes. */
export function touched(changes: readonly ShapeChange[]): Filter<StoredResource> {
  return { $or: changes.map(({ path }) => ({ [`r.${path}`]: { $exists: true } })) };
}

/**
 * Says in a line what of the stored resources another document wrote, so that they are to be migrated; undefined where
 * the document fits them. Changes nothing.
 */
export async function findMisfit(db: Db, model: Model): Promise<string | undefined> {
  const all = await shapes(db).find().toArray();
  for (const type of model.resourceTypes) {
    const known = all.find(({ _id }) => _id === type.name);
    const misfit = known && (await misfitOf(db, type, known));
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

/**
 * Takes the shape that the document asks for as that of what will be stored from now on.
 * @throws Error in one line where stored resources have another one: filters would miss them, and clients that look for
 * a resource before they make one would make it twice
 */
export async function acceptShapes(db: Db, model: Model): Promise<void> {
  for (const type of model.resourceTypes) await acceptShape(db, type);
}

async function acceptShape(db: Db, type: ResourceType): Promise<void> {
  const shape = shapeOf(type);
  // Of a database that has none yet, the document is what its resources were written by.
  const known = await shapes(db).findOneAndUpdate(
    { _id: type.name },
    { $setOnInsert: { shape } },
    { upsert: true, returnDocument: 'after' },
  );
  if (known === null) return;
  const next = merged(known.shape, shape);
  if (known.migration === undefined && isDeepStrictEqual(next, known.shape)) return;
  const misfit = await misfitOf(db, type, known);
  if (misfit !== undefined)
    throw new Error(
      `${misfit}. Run npm run scim -- migrate --dry-run, then npm run scim -- migrate (docs/migrations.md)`,
    );
  await shapes(db).replaceOne({ _id: type.name }, { shape: next });
}

async function misfitOf(db: Db, type: ResourceType, known: StoredShape): Promise<string | undefined> {
  const shape = shapeOf(type);
  const changes = changesOf(known.shape, shape);
  const isMigrated = known.migration?.isDone === true && known.migration.to === digestOf(shape);
  if (changes.length === 0 || isMigrated) return undefined;
  const resource = await db
    .collection<StoredResource>(type.collection)
    .findOne(touched(changes), { projection: { _id: 1 } });
  if (resource === null) return undefined;
  const what = changes.map((change) => `${change.path} ${change.what.join(', ')}`).join('; ');
  return `stored resources of the type ${type.name} were written by another document: ${what}`;
}
