// One pass of a migration over the resources of a type: batches by id, each resource by compare and swap.
import { isDeepStrictEqual } from 'node:util';
import type { Collection } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { ShapeChange } from '../../migration/changes.js';
import type { Inconvertible } from '../../migration/convert.js';
import { convertObject } from '../../migration/convert.js';
import type { Shape } from '../../migration/shape.js';
import type { Tally } from '../../migration/tally.js';
import type { ResourceType } from '../../schema/model.js';
import type { Points } from './points.js';
import { touched } from './shapes.js';
import type { StoredResource } from './stored-form.js';
import { fromStored, toStored } from './stored-form.js';

export interface Job {
  readonly collection: Collection<StoredResource>;
  readonly points: Points;
  readonly type: ResourceType;
  readonly before: readonly Shape[];
  readonly after: readonly Shape[];
  readonly changes: readonly ShapeChange[];
  /** Writes nothing. */
  readonly dryRun: boolean;
  /** What can't be converted is removed, rather than left for a human. */
  readonly discard: boolean;
  readonly clock: () => Date;
}

/** What a pass came to. */
export interface Pass {
  /** Resources that were written, or would be. */
  readonly written: number;
}

const BATCH = 500;
/** Each is lost to a write of somebody else. */
const ATTEMPTS = 100;

/**
 * @param place behind which id it begins
 * @param refused gets what can't be converted, and stays as it is
 * @param discarded gets what was removed instead
 * @param report is told after each batch the id of its last resource, and how many were looked at
 */
export async function runPass(
  job: Job,
  place: string,
  refused: Tally,
  discarded: Tally,
  report: (place: string, looked: number) => Promise<void>,
): Promise<Pass> {
  let written = 0;
  let looked = 0;
  for (let after = place; ;) {
    const filter = { $and: [{ _id: { $gt: after } }, touched(job.changes)] };
    const batch = await job.collection.find(filter, { sort: { _id: 1 }, limit: BATCH }).toArray();
    const last = batch.at(-1);
    if (last === undefined) return { written };
    const outcomes = await Promise.all(batch.map((stored) => migrateOne(job, stored)));
    for (const [index, { isWritten, refusals }] of outcomes.entries()) {
      if (isWritten) written += 1;
      (isWritten ? discarded : refused).add(batch[index]?._id ?? '', refusals);
    }
    after = last._id;
    looked += batch.length;
    await report(after, looked);
  }
}

interface Outcome {
  readonly isWritten: boolean;
  readonly refusals: readonly Inconvertible[];
}

async function migrateOne(job: Job, found: StoredResource): Promise<Outcome> {
  let stored: StoredResource | null = found;
  for (let attempt = 1; attempt <= ATTEMPTS && stored !== null; attempt += 1) {
    const { value: r, refusals } = convertObject(job.before, job.after, stored.r);
    if (refusals.length > 0 && !job.discard) return { isWritten: false, refusals };
    const next = rewritten(job, stored, r);
    if (isDeepStrictEqual(next, stored)) return { isWritten: false, refusals };
    if (job.dryRun) return { isWritten: true, refusals };
    try {
      const isWritten = await job.points.swap({ document: next, expected: stored.version });
      if (isWritten) return { isWritten, refusals };
    } catch (error) {
      if (!(error instanceof ScimError)) throw error;
      return { isWritten: false, refusals: [{ path: error.key, reason: error.detail }] };
    }
    stored = await job.collection.findOne({ _id: found._id });
  }
  if (stored === null) return { isWritten: false, refusals: [] };
  throw new Error(`the resource ${found._id} is being changed concurrently: run npm run scim -- migrate again`);
}

/** Clients must see that the representation is another one; the search form is no matter of theirs. */
function rewritten({ type, clock }: Job, stored: StoredResource, r: StoredResource['r']): StoredResource {
  const isSame = isDeepStrictEqual(r, stored.r);
  const { version, lastModified } = stored;
  return toStored(
    type,
    fromStored(type, {
      ...stored,
      r,
      version: isSame ? version : version + 1,
      lastModified: isSame ? lastModified : clock(),
    }),
  );
}
