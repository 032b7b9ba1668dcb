// Brings stored resources into the shape that the document asks for. It may be ended at any time, and goes on from its
// place, which is kept in the database. docs/decisions/0016 has why it is so.
import type { Db } from 'mongodb';
import type { ShapeChange } from '../../migration/changes.js';
import { changesOf } from '../../migration/changes.js';
import { shapeOf } from '../../migration/shape.js';
import type { Count } from '../../migration/tally.js';
import { createTally } from '../../migration/tally.js';
import type { Model, ResourceType } from '../../schema/model.js';
import { makeIndexes, planIndexes } from './indexes.js';
import type { Job } from './migrate-pass.js';
import { runPass } from './migrate-pass.js';
import { openPoints } from './points.js';
import type { StoredShape } from './shapes.js';
import { digestOf, shapes, touched } from './shapes.js';
import type { StoredResource } from './stored-form.js';

export interface MigrationOptions extends Pick<Job, 'dryRun' | 'discard' | 'clock'> {
  /** Told after each batch how many of how many resources were looked at. */
  readonly report: (type: string, looked: number, total: number) => void;
}

export interface MigrationReport {
  readonly type: string;
  readonly changes: readonly ShapeChange[];
  /** Resources that have a value that changes. */
  readonly resources: number;
  /** How many were written, or would be. */
  readonly written: number;
  /** What can't be converted, and stays as it is. */
  readonly refused: readonly Count[];
  /** What can't be converted and was removed, or would be. */
  readonly discarded: readonly Count[];
  /** A server with the document may start. */
  readonly isDone: boolean;
}

/** Behind a pass, a server that has the old document may write in the old shape. */
const PASSES = 10;

/**
 * Migrates every resource type that needs it.
 * @throws Error in one line where nothing is known of the shape of what is stored, or an index can't be built
 */
export async function migrate(db: Db, model: Model, options: MigrationOptions): Promise<MigrationReport[]> {
  const reports: MigrationReport[] = [];
  for (const type of model.resourceTypes) {
    const known = await knownShape(db, type);
    const changes = known === undefined ? [] : changesOf(known.shape, shapeOf(type));
    if (known === undefined || changes.length === 0) continue;
    if (!options.dryRun) {
      // What is to be unique is so while resources move, too. The server drops the indexes that nobody asks for.
      const plans = planIndexes(model).filter(({ collection }) => collection === type.collection);
      await makeIndexes(db, plans);
    }
    reports.push(await migrateType(db, type, known, changes, options));
  }
  return reports;
}

async function knownShape(db: Db, { name, collection }: ResourceType): Promise<StoredShape | undefined> {
  const known = await shapes(db).findOne({ _id: name });
  if (known !== null) return known;
  if ((await db.collection(collection).findOne({}, { projection: { _id: 1 } })) === null) return undefined;
  throw new Error(
    `the shape of the stored resources of the type ${name} is unknown: ` +
      'start the server once with the document that they were written by',
  );
}

async function migrateType(
  db: Db,
  type: ResourceType,
  { shape: before, migration }: StoredShape,
  changes: readonly ShapeChange[],
  { report, ...options }: MigrationOptions,
): Promise<MigrationReport> {
  const collection = db.collection<StoredResource>(type.collection);
  const after = shapeOf(type);
  const job: Job = { ...options, collection, points: openPoints(collection, type), type, before, after, changes };
  const to = digestOf(after);
  const keep = async (place: string, isDone: boolean): Promise<void> => {
    if (job.dryRun) return;
    await shapes(db).updateOne({ _id: type.name }, { $set: { migration: { to, after: place, isDone } } });
  };

  const resources = await collection.countDocuments(touched(changes));
  const discarded = createTally();
  let place = migration?.to === to && !job.dryRun ? migration.after : '';
  let written = 0;
  for (let pass = 1; ; pass += 1) {
    const refused = createTally();
    const found = await runPass(job, place, refused, discarded, async (reached, looked) => {
      await keep(reached, false);
      report(type.name, looked, resources);
    });
    written += found.written;
    // Only a whole pass that had nothing to write tells that nothing is left.
    const isClean = place === '' && found.written === 0;
    place = '';
    if (!isClean && !job.dryRun && pass < PASSES) continue;
    const left = refused.counts();
    const isDone = isClean && !job.dryRun && left.length === 0;
    await keep('', isDone);
    return { type: type.name, changes, resources, written, refused: left, discarded: discarded.counts(), isDone };
  }
}
