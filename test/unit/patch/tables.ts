// What the tables of this folder share: the model, tolerances, and a PATCH as one call.
import { PROFILES } from '../../../src/clients/profiles.js';
import { createTolerance } from '../../../src/clients/tolerance.js';
import { createParser } from '../../../src/filter/parse.js';
import { applyPatch } from '../../../src/patch/apply.js';
import type { PatchOperation } from '../../../src/patch/operation.js';
import { bindPatch } from '../../../src/patch/operation.js';
import type { ResourceType } from '../../../src/schema/model.js';
import type { Tolerance } from '../../../src/schema/tolerance.js';
import type { JsonObject } from '../../../src/spec/json.js';
import { groupType, userType } from '../../support/filter-model.js';
import { FILTER_LIMITS } from '../../support/limits.js';

export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

export const user = userType();
export const group = groupType();
export const strict = createTolerance([PROFILES.strict], () => undefined);
export const tolerant = createTolerance(Object.values(PROFILES), () => undefined);
const parser = createParser(FILTER_LIMITS);

/** An operation as a client sends it. */
export interface Sent {
  readonly op: string;
  readonly path?: string | null;
  readonly value?: unknown;
}

export function bind(
  operations: readonly Sent[],
  type: ResourceType = user,
  tolerance: Tolerance = strict,
): PatchOperation[] {
  return bindPatch({ schemas: [PATCH_OP], Operations: [...operations] }, type, parser, tolerance);
}

/** The resource after the operations. */
export function patched(
  resource: JsonObject,
  operations: readonly Sent[],
  type: ResourceType = user,
  tolerance: Tolerance = strict,
): JsonObject {
  return applyPatch(resource, bind(operations, type, tolerance)).resource;
}
