// The audit record of one change of state: written before the change, so that none is made which nobody can account
// for, and completed after it (docs/decisions/0022).
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
  /** Completes the record, if there is one. @param record the resource as it is now */
  settle(result: 'success' | 'noChange', record?: ResourceRecord): void;
  /** Completes the record, unless the error leaves open what was done. */
  fail(error: unknown): void;
}

/** The record of one action of a call; it is kept when `record` is called. */
export function openEntry(context: ServiceContext, call: Call, action: AuditAction): Entry {
  const { audit } = context;
  let kept: AuditEvent | undefined;
  let isNamed = false;
  const complete = (outcome: AuditOutcome, record?: ResourceRecord) => {
    if (kept === undefined) return;
    const { target, versions } = kept;
    audit?.settle(kept, {
      outcome,
      target: record === undefined || isNamed ? target : targetOf(call, record.id, record),
      versions: versionsOf(versions, outcome, record),
    });
  };
  return {
    async record({ id, record, isNew = false, changes }) {
      if (audit === undefined) return;
      const { actor, request, deviations } = call.origin();
      const event: AuditEvent = {
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
      await audit.record(event);
      kept = event;
      isNamed = record !== undefined;
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
