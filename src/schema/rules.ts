// The rules of RFC 7643 section 2.2 and 7, each keyed on a characteristic, for a whole resource that a client gave.
import { isDeepStrictEqual } from 'node:util';
import { ScimError, show } from '../errors/scim-error.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import { defaulted, withDefaults } from './defaults.js';
import { sameValues } from './elements.js';
import type { Attribute, ResourceType } from './model.js';
import { findAttribute, isHidden } from './model.js';
import { printPath } from './path.js';
import type { Tolerance } from './tolerance.js';

/**
 * `schemas` must name the base schema and nothing that the server doesn't know (RFC 7643 section 3).
 * An extension whose attributes are given need not be named: clients leave it out.
 * @throws ScimError invalidValue
 */
export function checkSchemas(type: ResourceType, schemas: Json | undefined, tolerance: Tolerance): void {
  const known = new Set(
    [type.schema, ...type.extensions.map(({ schema }) => schema)].map(({ id }) => id.toLowerCase()),
  );
  const given = (Array.isArray(schemas) ? schemas : []).map(String);
  const named = given.map((urn) => urn.toLowerCase());
  const unknown = given.find((urn) => !known.has(urn.toLowerCase()) && !isForeign(urn.toLowerCase(), tolerance));
  if (unknown !== undefined) {
    throw new ScimError('invalidValue', `schemas names ${show(unknown)}, which is not a schema of ${type.name}`);
  }
  if (!named.includes(type.schema.id.toLowerCase()) && !named.some((urn) => isForeign(urn, tolerance))) {
    throw new ScimError('invalidValue', `schemas must name ${type.schema.id}`);
  }
}

function isForeign(urn: string, tolerance: Tolerance): boolean {
  return tolerance.foreignSchemas.has(urn) && tolerance.allows('foreignSchema');
}

/** A new resource gets the value of each attribute that declares a `default` and has none. */
export function applyDefaults(type: ResourceType, resource: JsonObject): JsonObject {
  return withDefaults(type.root, resource);
}

/**
 * A replacement keeps what it may not change (RFC 7644 section 3.5.1): an immutable attribute, wherever it stands, must
 * come with the value it has, or not at all. Two more keep their value when they aren't given: one with a `default`, so
 * that leaving out a status never resets it, and one that is never returned, which the client can't repeat.
 * @param above what leads to the parent, and the parent, where it is no resource
 * @throws ScimError mutability
 */
export function keepImmutable(
  parent: Attribute,
  current: JsonObject,
  next: JsonObject,
  above: readonly Attribute[] = [],
): JsonObject {
  const result = { ...next };
  for (const attribute of parent.subAttributes) {
    const had = current[attribute.name];
    const has = next[attribute.name];
    if (had === undefined) {
      // What the resource lacked altogether is new; an attribute that it was rid of by PATCH doesn't come back.
      if (has !== undefined) result[attribute.name] = defaulted(attribute, has);
    } else if (has === undefined) {
      const stays = staysUnasked(attribute) ? had : partThatStays(attribute, had);
      if (stays !== undefined) result[attribute.name] = stays;
    } else if (attribute.mutability !== 'immutable') {
      result[attribute.name] = keepWithin(attribute, had, has, [...above, attribute]);
    } else {
      checkImmutable(attribute, had, has, above);
    }
  }
  return result;
}

function keepWithin(attribute: Attribute, had: Json, has: Json, above: readonly Attribute[]): Json {
  if (isObject(had) && isObject(has)) return keepImmutable(attribute, had, has, above);
  if (!Array.isArray(had) || !Array.isArray(has)) return has;
  const same = sameValues(attribute, had, has);
  return has.map((item) => {
    if (!isObject(item)) return item;
    const before = same.get(item);
    return before === undefined ? withDefaults(attribute, item) : keepImmutable(attribute, before, item, above);
  });
}

/**
 * What is immutable may be given once, and then stays, and so does what holds it (RFC 7643 section 7, RFC 7644
 * section 3.5.2). Not so what holds it in a list: "values MAY be added or removed", their parts are immutable (as in
 * RFC 7643 section 4.2).
 * @param above what leads to the attribute
 * @throws ScimError mutability
 */
export function checkImmutable(
  attribute: Attribute,
  had: Json | undefined,
  has: Json | undefined,
  above: readonly Attribute[] = [],
): void {
  if (had === undefined || !holdsImmutable(attribute)) return;
  if (attribute.mutability === 'immutable' && !isDeepStrictEqual(had, has)) {
    const name = printPath({ chain: [...above, attribute], leaf: attribute });
    throw new ScimError(
      'mutability',
      isHidden(attribute)
        ? `${name} is immutable and has a value already`
        : `${name} is immutable and has the value ${show(had)}, not ${show(has)}`,
    );
  }
  const parts: (readonly [JsonObject, JsonObject])[] = isObject(had) ? [[isObject(has) ? has : {}, had]] : [];
  const same = Array.isArray(had) && Array.isArray(has) ? sameValues(attribute, had, has) : [];
  for (const [item, before] of [...parts, ...same]) {
    for (const sub of attribute.subAttributes) {
      checkImmutable(sub, before[sub.name], item[sub.name], [...above, attribute]);
    }
  }
}

/** Asked before values are looked at: there may be very many. */
function holdsImmutable({ mutability, subAttributes }: Attribute): boolean {
  return mutability === 'immutable' || subAttributes.some(holdsImmutable);
}

/** What stays of a complex value that isn't given: what may not go, and then what such a value must have. */
function partThatStays(attribute: Attribute, had: Json): JsonObject | undefined {
  if (!isObject(had)) return undefined;
  const part = keepImmutable(attribute, had, {});
  if (Object.keys(part).length === 0) return undefined;
  const needed = attribute.subAttributes.filter(({ name, required }) => required && had[name] !== undefined);
  return { ...Object.fromEntries(needed.map(({ name }) => [name, had[name] ?? null])), ...part };
}

function staysUnasked(attribute: Attribute): boolean {
  return attribute.mutability === 'immutable' || attribute.default !== undefined || attribute.returned === 'never';
}

/**
 * At most one value of a multi-valued attribute is primary (RFC 7643 section 2.4).
 * @throws ScimError invalidValue
 */
export function checkPrimaries(parent: Attribute, resource: JsonObject): void {
  for (const attribute of parent.subAttributes) {
    const value = resource[attribute.name];
    if (isObject(value)) checkPrimaries(attribute, value);
    else if (Array.isArray(value)) checkOnePrimary(attribute, value);
  }
}

export function checkOnePrimary(attribute: Attribute, values: readonly Json[]): void {
  if (findAttribute(attribute, 'primary') === undefined) return;
  const primaries = values.filter((value) => isObject(value) && value['primary'] === true);
  if (primaries.length > 1) {
    throw new ScimError(
      'invalidValue',
      `${attribute.name} has ${primaries.length} primary values; only one may be primary`,
    );
  }
}
