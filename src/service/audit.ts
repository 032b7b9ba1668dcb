// The audit record of one change of state, so that none is made which nobody can account for: written with the change
// where that is one write (docs/decisions/0024), before it where it is more (docs/decisions/0022).
import { isRefusal } from '../errors/scim-error.js';
import type { AuditAction, AuditEvent, AuditOutcome, AuditTarget, Change } from './audit-event.js';
import type { Call, ServiceContext } from './context.js';
import { displayOf } from './display.js';
import type { ResourceRecord } from './ports.js';

/** What is about to be done to a resource. */
export interface Intention {
  readonly id: string;
  /** The resource, as far as it is known: as it is, or as it is to be where it is new. */
  readonly record?: ResourceRecord;
  readonly isNew?: boolean;
  /** Not asked for where there is no log. */
  readonly changes: () => Change[];
}

export interface Entry {
  /**
   * Keeps the record of what is about to be done, in place of that of an earlier attempt.
   * @throws ScimError unavailable: then nothing may be done
   */
  record(intention: Intention): Promise<void>;
  /**
   * The same for what is one write of one document: that of the resource, which carries the record then.
   * @returns what the resource has to carry; nothing where it is recorded before instead
   * @throws ScimError unavailable: then nothing may be done
   */
  carry(intention: Intention): Promise<Pick<ResourceRecord, 'events'>>;
  /** Completes the record, if there is one. @param record the resource as it is now, or was written */
  settle(result: 'success' | 'noChange', record?: ResourceRecord): void;
  /** Completes the record, unless the error leaves open what was done. */
  fail(error: unknown): void;
}

/** The record of one action of a call; it is kept when `record` or `carry` is called. */
export function openEntry(context: ServiceContext, call: Call, action: AuditAction): Entry {
  const { audit } = context;
  let kept: AuditEvent | undefined;
  let isNamed = false;
  /** Of an attempt before: it says that nobody knows, until it is completed. */
  let isRecorded = false;
  const complete = (outcome: AuditOutcome, record?: ResourceRecord) => {
    if (audit === undefined || kept === undefined) return;
    const { target, versions } = kept;
    const settlement = {
      outcome,
      target: record === undefined || isNamed ? target : targetOf(call, record.id, record),
      versions: versionsOf(versions, outcome, record),
    };
    if (isRecorded) audit.settle(kept, settlement);
    else if (outcome.result === 'success' && record !== undefined) audit.deliver(call.type, record);
    // What was not written carries nothing.
    else audit.write({ ...kept, ...settlement });
  };
  const eventOf = ({ id, record, isNew = false, changes }: Intention): AuditEvent => {
    const { actor, request, deviations } = call.origin();
    return {
      id: kept?.id ?? context.newId(),
      time: context.clock().toISOString(),
      actor,
      request,
      action,
      target: targetOf(call, id, record),
      changes: changes(),
      ...(deviations.size === 0 ? {} : { deviations: [...deviations] }),
      versions: isNew ? { after: 1 } : versionsAround(action, record),
      outcome: { result: 'unknown' },
    };
  };
  const keep = (event: AuditEvent, { record }: Intention) => {
    kept = event;
    isNamed = record !== undefined;
  };
  const recordBefore = async (event: AuditEvent, intention: Intention) => {
    await audit?.record(event);
    isRecorded = true;
    keep(event, intention);
  };
  return {
    async record(intention) {
      if (audit !== undefined) await recordBefore(eventOf(intention), intention);
    },
    async carry(intention) {
      if (audit === undefined) return {};
      const event = eventOf(intention);
      const { events: pending = [] } = intention.record ?? {};
      const made: AuditEvent = { ...event, outcome: { result: 'success' } };
      const events = isRecorded ? undefined : audit.carry(made, pending);
      if (events === undefined) await recordBefore(event, intention);
      else keep(event, intention);
      return events === undefined ? {} : { events };
    },
    settle: (result, record) => complete({ result }, record),
    fail(error) {
      if (!isRefusal(error)) return;
      const { status, scimType } = error.kind;
      complete({ result: 'failure', status, ...(scimType === undefined ? {} : { scimType }) });
    },
  };
}

/** Known before, so that most records have but their outcome to be told afterwards. */
function versionsAround(action: AuditAction, record?: ResourceRecord): AuditEvent['versions'] {
  if (record === undefined) return {};
  const { version: before } = record;
  return action === 'delete' ? { before } : { before, after: before + 1 };
}

/** Where nothing changed, there is no version after it. */
function versionsOf(
  expected: AuditEvent['versions'],
  { result }: AuditOutcome,
  record?: ResourceRecord,
): AuditEvent['versions'] {
  if (result === 'success')
    return record === undefined || record.version === expected.after
      ? expected
      : { ...expected, after: record.version };
  const { after: _expected, ...before } = expected;
  return before;
}

/** What a change came to. */
export interface Done {
  readonly isChanged: boolean;
  /** The resource as it is now. */
  readonly record?: ResourceRecord;
}

/** Does the work of an action and completes its record. */
export async function audited<T extends Done>(
  context: ServiceContext,
  call: Call,
  action: AuditAction,
  work: (entry: Entry) => Promise<T>,
): Promise<T> {
  const entry = openEntry(context, call, action);
  try {
    const done = await work(entry);
    entry.settle(done.isChanged ? 'success' : 'noChange', done.record);
    return done;
  } catch (error) {
    entry.fail(error);
    throw error;
  }
}

function targetOf({ type }: Call, id: string, record?: ResourceRecord): AuditTarget {
  const { attributes = {} } = record ?? {};
  const display = displayOf(type, attributes);
  const { externalId } = attributes;
  return {
    type: type.name,
    id,
    ...(typeof externalId === 'string' ? { externalId } : {}),
    ...(display === undefined ? {} : { display }),
  };
}
