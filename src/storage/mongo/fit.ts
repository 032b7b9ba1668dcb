// Whether a document may serve what is stored, asked before it does. Changes nothing.
import type { Db } from 'mongodb';
import type { Model } from '../../schema/model.js';
import { clashesUnder } from './indexes.js';
import { findMisfit } from './shapes.js';

const MIGRATE =
  'Migrate them first: npm run scim -- migrate, of a tenant with --tenant and --overlay (docs/migrations.md)';

/** @returns in lines what stands against it, and what is to be done; undefined where nothing does */
export async function whyUnfit(db: Db, model: Model): Promise<string | undefined> {
  const misfit = await findMisfit(db, model);
  if (misfit !== undefined) return `${misfit}. ${MIGRATE}`;
  const clashes = await clashesUnder(db, model);
  return clashes.length > 0 ? clashes.join('\n') : undefined;
}
