// The log of what is administered: a change of a record is written down before it is made, and completed after it, as
// changes of resources that are several writes (docs/decisions/0022).
import { isRefusal } from '../errors/scim-error.js';
import type { Model, ResourceType } from '../schema/model.js';
import type { AuditAction, AuditEvent, AuditOutcome, Change, Origin } from '../service/audit-event.js';
import { changesBetween, wholeChange } from '../service/changes.js';
import { typeNamed } from '../service/context.js';
import { displayOf } from '../service/display.js';
import type { Audit } from '../service/ports.js';
import type { JsonObject } from '../spec/json.js';
import type { ControlRecord } from './record.js';
import { recordOf } from './record.js';

/** A change of one record. */
export interface Entry {
  /** The name of its resource type. */
  readonly type: string;
  /** The tenant that it is about. */
  readonly tenant: string;
  /** Undefined of a record that is new. */
  readonly before?: ControlRecord | undefined;
  /** Undefined of a record that goes. */
  readonly after?: ControlRecord | undefined;
}

export interface Ledger {
  /**
   * Makes a change that has been written down. `false` says that there was nothing to change.
   * @throws ScimError unavailable, and nothing is changed, where it can't be written down
   */
  keep<T>(entry: Entry, change: () => Promise<T>): Promise<T>;
}

export interface LedgerOptions {
  /** Undefined where no log is kept. */
  readonly audit: Audit | undefined;
  /** That of openapi-admin/. */
  readonly model: Model;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** @param origin who makes the changes */
export function createLedger({ audit, model, clock, newId }: LedgerOptions, origin: Origin): Ledger {
  const eventOf = ({ type: name, tenant, before, after }: Entry): AuditEvent | undefined => {
    const type = typeNamed(model, name);
    const [had, has] = [before, after].map((record) => record && recordOf(type, record));
    const { id, attributes } = has ?? had ?? {};
    if (id === undefined || attributes === undefined) return undefined;
    const display = displayOf(type, attributes);
    return {
      id: newId(),
      time: clock().toISOString(),
      tenant,
      actor: origin.actor,
      request: origin.request,
      ...whatOf(type, had?.attributes, has?.attributes),
      target: { type: name, id, ...(display === undefined ? {} : { display }) },
      versions: {},
      outcome: { result: 'unknown' },
    };
  };
  return {
    async keep(entry, change) {
      const event = audit && eventOf(entry);
      if (audit === undefined || event === undefined) return change();
      const settle = (outcome: AuditOutcome) => {
        audit.settle(event, { target: event.target, versions: event.versions, outcome });
      };
      // The record already was as it is to be.
      const isSame = event.action === 'patch' && event.changes.length === 0;
      await audit.record(event);
      try {
        const done = await change();
        settle({ result: done === false || isSame ? 'noChange' : 'success' });
        return done;
      } catch (error) {
        if (isRefusal(error)) {
          const { status, scimType } = error.kind;
          settle({ result: 'failure', status, ...(scimType === undefined ? {} : { scimType }) });
        }
        throw error;
      }
    },
  };
}

function whatOf(
  type: ResourceType,
  had: JsonObject | undefined,
  has: JsonObject | undefined,
): { action: AuditAction; changes: Change[] } {
  if (had === undefined) return { action: 'create', changes: has === undefined ? [] : [wholeChange(type, 'add', has)] };
  if (has === undefined) return { action: 'delete', changes: [wholeChange(type, 'remove', had)] };
  return { action: 'patch', changes: changesBetween(type, had, has) };
}
