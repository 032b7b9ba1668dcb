// POST /Bulk (RFC 7644 section 3.7): the operations of a request in an order in which each finds what it refers to.
// Creates that don't wait for each other are performed at once; everything else one by one, as it came.
import { setImmediate } from 'node:timers/promises';
import { ScimError } from '../errors/scim-error.js';
import type { components } from '../generated/openapi.js';
import { checkMessageSchemas } from '../schema/messages.js';
import type { BulkCall, BulkContext } from './context.js';
import type { BulkOperation, NewIds, RequestedOperation } from './operation.js';
import { assignIds, readOperation } from './operation.js';
import { orderByDependency } from './order.js';
import type { Outcome } from './outcome.js';
import { answerOf, unresolved } from './outcome.js';
import { perform } from './perform.js';

type BulkRequest = components['schemas']['BulkRequest'];
type BulkResponse = components['schemas']['BulkResponse'];

const REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

/** Creates that are read and held at once, so that no other request waits for all of a large one. */
const MOST_AT_ONCE = 500;

/**
 * Performs a bulk request.
 * @returns the outcomes of all operations that were tried, in the order of the request
 * @throws ScimError payloadTooLarge over the limit of operations, invalidValue where a bulkId is given twice,
 * invalidSyntax where the message is another one; nothing is done then
 */
export async function processBulk(context: BulkContext, call: BulkCall, request: BulkRequest): Promise<BulkResponse> {
  const { Operations: requested, failOnErrors = Infinity } = request;
  checkMessageSchemas(request.schemas, REQUEST);
  if (requested.length > context.maxOperations) {
    const why = `the request has ${requested.length} operations; at most ${context.maxOperations} are allowed (maxOperations)`;
    throw new ScimError('payloadTooLarge', why);
  }
  // One was taken when the request came.
  call.charge(Math.max(0, requested.length - 1));
  const newIds = assignIds(requested, context.service.newId);
  const read = requested.map((operation) => readOrError(context, operation, newIds));
  const outcomes = new Map<number, Outcome>();
  const accepted = Math.max(failOnErrors, 1);
  let errors = 0;
  let isAvailable = true;
  const groups = orderByDependency(read.map((one) => (one instanceof ScimError ? [] : one.dependsOn)));
  for (let next = 0; next < groups.length && errors < accepted && isAvailable;) {
    const wave = nextWave(groups, next, read, accepted - errors);
    next += wave.length;
    const performed = wave.map((group) => performGroup(context, call, { group, requested, read, newIds, outcomes }));
    for (const [index, outcome] of (await Promise.all(performed)).flat()) {
      outcomes.set(index, outcome);
      if (outcome.error !== undefined) errors += 1;
      // Without a database the rest would wait, one by one, to fail.
      if (outcome.error?.kind.status === 503) isAvailable = false;
    }
    // Operations that are refused wait for nothing: other requests get their turn between them.
    await setImmediate();
  }
  const answers = requested.flatMap((operation, index) => {
    const one = read[index];
    const outcome = outcomes.get(index);
    return outcome === undefined
      ? []
      : [answerOf(context, operation, one instanceof ScimError ? undefined : one, outcome)];
  });
  return { schemas: [RESPONSE], Operations: answers };
}

/** An operation, or what is wrong with it. */
type Read = BulkOperation | ScimError;

function readOrError({ service, baseUrl }: BulkContext, operation: RequestedOperation, newIds: NewIds): Read {
  try {
    return readOperation({ types: service.model.resourceTypes, baseUrl }, operation, newIds);
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
}

/**
 * The groups to perform at once: creates that need nothing of each other and don't ask for the same. Never more than
 * the errors that are still accepted, so that none is tried behind the one that ends the request.
 * @param next the first of them
 */
function nextWave(groups: readonly number[][], next: number, read: readonly Read[], accepted: number): number[][] {
  const most = Math.min(accepted, MOST_AT_ONCE);
  const wave: number[][] = [];
  const inWave = new Set<number>();
  const claimed = new Set<string>();
  const isIndependent = ({ dependsOn, claims }: BulkOperation) =>
    !dependsOn.some((other) => inWave.has(other)) && !claims.some((claim) => claimed.has(claim));
  for (let group = groups[next]; group !== undefined; group = groups[next + wave.length]) {
    const creates = group.flatMap((index) => createOf(read[index]) ?? []);
    const joins = creates.length === group.length && creates.every(isIndependent);
    if (wave.length > 0 && (!joins || inWave.size + group.length > most)) break;
    wave.push(group);
    if (!joins) break;
    for (const index of group) inWave.add(index);
    for (const claim of creates.flatMap(({ claims }) => claims)) claimed.add(claim);
  }
  return wave;
}

function createOf(one: Read | undefined): BulkOperation | undefined {
  return one === undefined || one instanceof ScimError || one.method !== 'POST' ? undefined : one;
}

interface Group {
  readonly group: readonly number[];
  readonly requested: readonly RequestedOperation[];
  readonly read: readonly Read[];
  readonly newIds: NewIds;
  readonly outcomes: ReadonlyMap<number, Outcome>;
}

/** Performs what belongs together, unless something that it refers to has failed. Outcomes by place. */
async function performGroup(
  context: BulkContext,
  call: BulkCall,
  { group, requested, read, newIds, outcomes }: Group,
): Promise<[number, Outcome][]> {
  const operations: BulkOperation[] = [];
  for (const index of group) {
    const one = read[index];
    // What can't be read refers to nothing, so it stands alone.
    if (one instanceof ScimError) return [[index, { error: one }]];
    if (one !== undefined) operations.push(one);
  }
  const failed = operations.flatMap(({ dependsOn }) => dependsOn).find((at) => outcomes.get(at)?.error !== undefined);
  const performed =
    failed === undefined
      ? await perform(context, call, operations, newIds)
      : operations.map(() => unresolved(requested[failed]?.bulkId));
  return performed.map((outcome, place) => [group[place] ?? 0, outcome]);
}
