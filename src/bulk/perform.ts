// Performs operations by the services that answer single requests; what they take is canonicalised and validated as
// the body of such a request is.
import { ScimError } from '../errors/scim-error.js';
import type { PatchRequest } from '../patch/operation.js';
import { canonicaliseObject } from '../schema/canonicalise.js';
import type { JsonObject } from '../spec/json.js';
import { patch, replace } from '../service/change.js';
import type { Call, CallOnResource, ServiceContext } from '../service/context.js';
import type { NewResource } from '../service/create.js';
import { createTogether } from '../service/create.js';
import type { ResourceRecord } from '../service/ports.js';
import { remove } from '../service/remove.js';
import type { BulkCall, BulkContext } from './context.js';
import type { BulkOperation, NewIds } from './operation.js';
import { dataOf } from './operation.js';
import type { Outcome } from './outcome.js';
import { unresolved } from './outcome.js';

type Perform = (
  context: BulkContext,
  call: CallOnResource,
  data: () => JsonObject,
) => Promise<{ readonly status: number; readonly record?: ResourceRecord }>;

/** What changes a resource that is there, by method. */
const CHANGES: Readonly<Record<Exclude<BulkOperation['method'], 'POST'>, Perform>> = {
  PUT: async ({ service }, call, data) => {
    return { status: 200, record: await replace(service, call, readResource(service, call, data())) };
  },
  PATCH: async ({ service, readPatch }, call, data) => {
    return { status: 200, record: await patch(service, call, readPatch(data()) as unknown as PatchRequest) };
  },
  DELETE: async ({ service }, call) => {
    await remove(service, call);
    return { status: 204 };
  },
};

/**
 * Performs what belongs together: one operation of any kind, or several POSTs, all of them or none.
 * @returns the outcome of each; never throws
 */
export async function perform(
  context: BulkContext,
  call: BulkCall,
  operations: readonly BulkOperation[],
  newIds: NewIds,
): Promise<Outcome[]> {
  const [first] = operations;
  if (first === undefined || first.method === 'POST') return performCreates(context, call, operations, newIds);
  return [await performChange(context, call, first, first.method, newIds)];
}

async function performChange(
  context: BulkContext,
  { report, demandWrite, ...call }: BulkCall,
  operation: BulkOperation,
  method: keyof typeof CHANGES,
  newIds: NewIds,
): Promise<Outcome> {
  const { type, id, version } = operation;
  try {
    demandWrite(type);
    return await CHANGES[method](context, { ...call, type, id, ifMatch: version }, () => dataOf(operation, newIds));
  } catch (error) {
    return failure(report, error);
  }
}

async function performCreates(
  { service }: BulkContext,
  { report, demandWrite, ...common }: BulkCall,
  operations: readonly BulkOperation[],
  newIds: NewIds,
): Promise<Outcome[]> {
  const read = await Promise.allSettled(
    operations.map(async (operation): Promise<NewResource> => {
      const call = { ...common, type: operation.type };
      demandWrite(operation.type);
      return { ...call, id: operation.id, body: readResource(service, call, dataOf(operation, newIds)) };
    }),
  );
  const resources = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (resources.length < operations.length) {
    return read.map((one) => (one.status === 'rejected' ? failure(report, one.reason) : unresolved()));
  }
  const created = await createTogether(service, resources);
  return created.map((one) =>
    one.status === 'rejected' ? failure(report, one.reason) : { status: 201, record: one.value },
  );
}

/** @throws ScimError invalidSyntax, invalidValue */
function readResource({ validator }: ServiceContext, { type, tolerance }: Call, data: JsonObject): JsonObject {
  const resource = canonicaliseObject(type.root, data, tolerance);
  validator.check(type, resource);
  return resource;
}

function failure(report: BulkCall['report'], error: unknown): Outcome {
  if (error instanceof ScimError) return { error };
  report(error);
  return { error: new ScimError('internal', 'the server failed') };
}
