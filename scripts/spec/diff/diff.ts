// What an edit of the document means, but for what is stored: two sources in, changes out.
import { buildModel } from '../../../src/schema/build.js';
import { deriveSchemas } from '../../../src/spec/derive.js';
import { publish } from '../../../src/spec/publish.js';
import type { Source } from '../../../src/spec/source.js';
import type { IndexPlan } from '../../../src/storage/mongo/indexes.js';
import { planIndexes } from '../../../src/storage/mongo/indexes.js';
import type { Change } from './change.js';
import { diffOperations } from './operations.js';
import { diffResourceTypes } from './resource-types.js';
import type { SdkNames } from './sdk-names.js';
import { diffSdkNames } from './sdk-names.js';

export interface Diff {
  readonly changes: readonly Change[];
  readonly indexes: { readonly built: readonly IndexPlan[]; readonly dropped: readonly IndexPlan[] };
  readonly sdk: SdkNames;
}

/** @throws Error where one of the sources is no document */
export function diff(before: Source, after: Source): Diff {
  const [was, is] = [publish(before), publish(after)];
  const byAttributes = new Set([...Object.keys(deriveSchemas(before)), ...Object.keys(deriveSchemas(after))]);
  return {
    changes: unique([...diffResourceTypes(before, after), ...diffOperations(was, is, byAttributes)]),
    indexes: diffIndexes(planIndexes(buildModel(before)), planIndexes(buildModel(after))),
    sdk: diffSdkNames(was, is),
  };
}

function diffIndexes(before: readonly IndexPlan[], after: readonly IndexPlan[]): Diff['indexes'] {
  const missing = (from: readonly IndexPlan[], of: readonly IndexPlan[]) =>
    of.filter(
      ({ collection, options }) =>
        !from.some((each) => each.collection === collection && each.options.name === options.name),
    );
  return { built: missing(before, after), dropped: missing(after, before) };
}

function unique(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [`${change.where} ${change.what}`, change])).values()];
}
