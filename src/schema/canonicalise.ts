// Brings what a client sent into canonical form before anything judges it: names as the model writes them (they
// compare in any letter case, RFC 7643 section 2.1), null as unassigned (section 2.5), tolerated deviations mended,
// unknown and computed attributes left out.
import { ScimError } from '../errors/scim-error.js';
import type { AttributeSchema } from '../spec/attribute-schema.js';
import type { Json, JsonObject } from '../spec/json.js';
import { canonicalText, isObject } from '../spec/json.js';
import { truthOf } from './data-types.js';
import type { Attribute } from './model.js';
import { findAttribute, isComputed } from './model.js';
import type { Tolerance } from './tolerance.js';

/**
 * Canonicalises the sub-attributes of a complex value or of a whole resource.
 * @param parent its attribute, or the root of its resource type
 * @returns a new object; wrong types stay as they came, for validation to refuse
 * @throws ScimError invalidSyntax where one attribute is given twice in different letter case
 */
export function canonicaliseObject(parent: Attribute, value: JsonObject, tolerance: Tolerance): JsonObject {
  const result: JsonObject = {};
  for (const [attribute, member] of givenAttributes(parent, value)) {
    const canonical = canonicalise(attribute, member, tolerance);
    if (canonical !== undefined) result[attribute.name] = canonical;
  }
  return result;
}

/**
 * Canonicalises the value of a PATCH operation. In a single complex value null is kept: it unassigns that sub-attribute
 * and leaves the others as they are.
 * @throws ScimError invalidSyntax
 */
export function canonicaliseChange(attribute: Attribute, value: Json, tolerance: Tolerance): Json | undefined {
  if (!isObject(value) || attribute.type !== 'complex' || attribute.multiValued) {
    return canonicalise(attribute, value, tolerance);
  }
  const changes = givenAttributes(attribute, value).map(([sub, member]): [string, Json] => [
    sub.name,
    canonicaliseChange(sub, member, tolerance) ?? null,
  ]);
  return { ...idOfReference(attribute, value), ...Object.fromEntries(changes) };
}

/** The attributes that clients may give, each with its value; those that are unknown or computed are left out. */
function givenAttributes(parent: Attribute, value: JsonObject): [Attribute, Json][] {
  const given = new Map<Attribute, Json>();
  for (const [name, member] of Object.entries(value)) {
    const attribute = findAttribute(parent, name);
    if (attribute === undefined || isComputed(attribute)) continue;
    if (given.has(attribute)) throw new ScimError('invalidSyntax', `${attribute.name} is given more than once`);
    given.set(attribute, member);
  }
  return [...given];
}

/**
 * Brings the names of a message into the letters that its schema has, without those that are null (RFC 7643 section
 * 2.5); what stands where any value may, stays.
 * @throws ScimError invalidSyntax where one member is given twice in different letter case
 */
export function canonicaliseMessage(schema: AttributeSchema, value: Json): Json {
  const { items, properties } = schema;
  if (Array.isArray(value)) return items === undefined ? value : value.map((item) => canonicaliseMessage(items, item));
  if (!isObject(value) || properties === undefined) return value;
  const names = new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name]));
  const given = new Map<string, Json>();
  for (const [key, member] of Object.entries(value)) {
    const name = names.get(key.toLowerCase()) ?? key;
    if (given.has(name)) throw new ScimError('invalidSyntax', `${name} is given more than once`);
    const sub = properties[name];
    if (member === null && sub?.type !== undefined) continue;
    given.set(name, sub === undefined ? member : canonicaliseMessage(sub, member));
  }
  return Object.fromEntries(given);
}

/** Canonicalises the value of an attribute. Returns undefined for what RFC 7643 section 2.5 calls unassigned. */
export function canonicalise(attribute: Attribute, value: Json, tolerance: Tolerance): Json | undefined {
  if (value === null) return undefined;
  if (!attribute.multiValued || !Array.isArray(value)) return canonicaliseOne(attribute, value, tolerance);
  const assigned = value
    .map((item) => (item === null ? undefined : canonicaliseOne(attribute, item, tolerance)))
    .filter((item) => item !== undefined);
  const kept = attribute.type === 'complex' && attribute.edge === undefined ? withoutRepetitions(assigned) : assigned;
  return kept.length > 0 ? kept : undefined;
}

/** What is the same in every part is one value (RFC 7643 section 2.4); edges see to theirs by themselves. */
function withoutRepetitions(values: readonly Json[]): Json[] {
  return [...new Map(values.map((value) => [canonicalText(value), value])).values()];
}

function canonicaliseOne(attribute: Attribute, value: Json, tolerance: Tolerance): Json | undefined {
  if (attribute.type === 'complex') return canonicaliseComplex(attribute, value, tolerance);
  // Answers write -0 as 0, which would then differ from what is stored.
  if (value === 0) return 0;
  if (attribute.type !== 'boolean' || typeof value !== 'string') return value;
  const truth = truthOf(value);
  return truth !== undefined && tolerance.allows('booleanAsString') ? truth : value;
}

function canonicaliseComplex(attribute: Attribute, value: Json, tolerance: Tolerance): Json | undefined {
  if (isObject(value)) {
    const object = { ...idOfReference(attribute, value), ...canonicaliseObject(attribute, value, tolerance) };
    // An edge without a target must not vanish: it is refused where edges are written.
    return Object.keys(object).length > 0 || attribute.edge !== undefined ? object : undefined;
  }
  const main = findAttribute(attribute, 'value');
  if (typeof value !== 'string' || main === undefined || !tolerance.allows('complexAsString')) return value;
  return value === '' ? undefined : { [main.name]: value };
}

/** `$ref` is the URI of the resource that `value` identifies (RFC 7643 section 2.4): its last segment is the id. */
function idOfReference(attribute: Attribute, value: JsonObject): JsonObject {
  const main = findAttribute(attribute, 'value');
  if (main === undefined || findAttribute(attribute, '$ref') === undefined) return {};
  const [, reference] = Object.entries(value).find(([name]) => name.toLowerCase() === '$ref') ?? [];
  const id = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : '';
  return id === '' ? {} : { [main.name]: id };
}
