// A PATCH request as operations bound to the model: what to do, where, with which canonical value
// (RFC 7644 section 3.5.2). Applying them is apply.ts's part.
import { ScimError, show, showWhole } from '../errors/scim-error.js';
import type { BoundPath } from '../filter/bound.js';
import { bindPath } from '../filter/bind.js';
import type { Parser } from '../filter/parse.js';
import type { components } from '../generated/openapi.js';
import { canonicalise, canonicaliseChange } from '../schema/canonicalise.js';
import { anotherMessage, namesMessage } from '../schema/messages.js';
import type { Attribute, ResourceType } from '../schema/model.js';
import { findAttribute, isComputed } from '../schema/model.js';
import { printPath, resolvePath, splitPath } from '../schema/path.js';
import type { Tolerance } from '../schema/tolerance.js';
import type { Json } from '../spec/json.js';
import { isObject } from '../spec/json.js';

export type PatchRequest = components['schemas']['PatchOp'];
type RawOperation = PatchRequest['Operations'][number];

export interface PatchOperation {
  readonly kind: 'add' | 'replace' | 'remove';
  readonly target: BoundPath;
  /** Canonical; undefined for a remove, or where the client gave null: unassigned. */
  readonly value: Json | undefined;
  /** Its path as the client wrote it, for errors. */
  readonly text?: string;
  /** Whether a filter that matches nothing makes the value instead of failing; asked only where it matters. */
  readonly creates: () => boolean;
}

const SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const KINDS: ReadonlyMap<string, PatchOperation['kind']> = new Map([
  ['add', 'add'],
  ['replace', 'replace'],
  ['remove', 'remove'],
]);

/**
 * Binds a PATCH request.
 * @throws ScimError invalidSyntax, invalidPath, noTarget, mutability
 */
export function bindPatch(
  request: PatchRequest,
  type: ResourceType,
  parser: Parser,
  tolerance: Tolerance,
): PatchOperation[] {
  checkMessage(request.schemas ?? [], tolerance);
  return request.Operations.flatMap((raw) => bindOperation(raw, type, parser, tolerance));
}

/** @throws ScimError invalidSyntax where `schemas` doesn't say that this is a PATCH */
function checkMessage(schemas: readonly string[], tolerance: Tolerance): void {
  if (schemas.includes(SCHEMA)) return;
  const isMeant = schemas.length === 0 || namesMessage(schemas, SCHEMA);
  if (isMeant && tolerance.allows('patchWithoutSchemas')) return;
  throw anotherMessage(schemas, SCHEMA);
}

function bindOperation(raw: RawOperation, type: ResourceType, parser: Parser, tolerance: Tolerance): PatchOperation[] {
  const kind = KINDS.get(raw.op.toLowerCase());
  if (kind === undefined)
    throw new ScimError('invalidSyntax', `op is ${show(raw.op)}; it must be add, replace or remove`);
  const value = raw.value as Json | undefined;
  if (kind !== 'remove' && value === undefined) {
    throw new ScimError(
      'invalidValue',
      `${kind}${raw.path === undefined ? '' : ` of ${show(raw.path)}`} needs a value`,
    );
  }
  if (raw.path === undefined || raw.path === null) {
    if (kind === 'remove') throw new ScimError('noTarget', 'remove needs a path');
    return pathless(kind, value, type, parser, tolerance);
  }
  if (kind === 'remove' && value !== undefined && value !== null && !tolerance.allows('removeWithValue')) {
    throw new ScimError('invalidSyntax', 'remove takes no value: select the values to remove by a filter in the path');
  }
  const target = bindPath(parser.parsePath(raw.path), type);
  checkMutability(target);
  // Entra ID capitalises its operations, and means "set" by a Replace of a value that is not there yet.
  const creates = () => kind === 'add' || (raw.op === 'Replace' && tolerance.allows('replaceCreates'));
  return [{ kind, target, value: canonicalValue(kind, target, value, tolerance), text: raw.path, creates }];
}

function canonicalValue(
  kind: PatchOperation['kind'],
  { path, filter, sub }: BoundPath,
  value: Json | undefined,
  tolerance: Tolerance,
): Json | undefined {
  if (value === undefined || value === null) return undefined;
  const whole = filter !== undefined && sub === undefined;
  const canonical = whole
    ? canonicalise({ ...path.leaf, multiValued: false }, value, tolerance)
    : canonicaliseChange(sub ?? path.leaf, value, tolerance);
  // To remove values that come to nothing is to remove nothing, not everything.
  return kind === 'remove' ? (canonical ?? []) : canonical;
}

/** Without a path, the value is an object of attributes (RFC 7644 section 3.5.2.1); each is an operation of its own. */
function pathless(
  kind: 'add' | 'replace',
  value: Json | undefined,
  type: ResourceType,
  parser: Parser,
  tolerance: Tolerance,
): PatchOperation[] {
  if (!isObject(value)) {
    throw new ScimError(
      'invalidValue',
      `${kind} without a path needs an object of attributes as its value, not ${showWhole(value)}`,
    );
  }
  const given = new Set<string>();
  return Object.entries(value).flatMap(([key, member]): PatchOperation[] => {
    const target = resolveKey(type, key, parser, tolerance);
    // What a client may not write, it may still repeat: its id, meta, groups. Unknown names are left out as in PUT.
    if (target === undefined || computedIn(target) !== undefined) return [];
    const name = target.filter === undefined ? printPath(target.path) : key;
    if (given.has(name)) throw new ScimError('invalidSyntax', `${name} is given more than once`);
    given.add(name);
    return [{ kind, target, value: canonicalValue(kind, target, member, tolerance), text: key, creates: () => true }];
  });
}

/** @throws ScimError invalidPath where a key with a filter is no path */
function resolveKey(type: ResourceType, key: string, parser: Parser, tolerance: Tolerance): BoundPath | undefined {
  const direct = findAttribute(type.root, key);
  if (direct !== undefined) return { path: { chain: [direct], leaf: direct } };
  if (key.includes('[')) return tolerance.allows('pathAsKey') ? bindPath(parser.parsePath(key), type) : undefined;
  const path = resolvePath(type, splitPath(key));
  return path !== undefined && tolerance.allows('pathAsKey') ? { path } : undefined;
}

/** @throws ScimError mutability where the path leads to what clients may not write */
function checkMutability(target: BoundPath): void {
  const readOnly = computedIn(target);
  if (readOnly !== undefined) {
    throw new ScimError('mutability', `${printPath(target.path)} can't be changed: ${readOnly.name} is readOnly`);
  }
}

/** The attribute on the way of a path that clients may not write, if there is one. */
function computedIn({ path, sub }: BoundPath): Attribute | undefined {
  return [...path.chain, ...(sub === undefined ? [] : [sub])].find(isComputed);
}
