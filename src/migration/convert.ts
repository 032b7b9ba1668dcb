// Brings a stored resource from one shape into another. Done again it changes nothing, so a migration that was killed
// may begin anywhere.
import { isBase64, isDateTime, truthOf } from '../schema/data-types.js';
import type { DataType } from '../schema/model.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { Pair, Shape } from './shape.js';
import { pairsOf } from './shape.js';

/** Why a value can't be brought into its new form. */
export interface Inconvertible {
  /** Of the attribute as it was stored. */
  readonly path: string;
  readonly reason: string;
}

interface Converted<T> {
  /** Without what was refused; undefined where nothing is left. */
  readonly value: T;
  readonly refusals: readonly Inconvertible[];
}

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

type Convert = (value: Json) => Json | undefined;

const toText: Convert = (value) => (isObject(value) || Array.isArray(value) ? undefined : String(value));
const numberIf =
  (pattern: RegExp, isOne: (value: number) => boolean): Convert =>
  (value) => {
    const number = typeof value === 'string' && pattern.test(value) ? Number(value) : value;
    return typeof number === 'number' && isOne(number) ? number : undefined;
  };
const textIf =
  (isOne: (text: string) => boolean): Convert =>
  (value) =>
    typeof value === 'string' && isOne(value) ? value : undefined;

/** The value as one of a type, or undefined where it can't be one. Of its own type it stays what it is. */
const TO: Readonly<Record<DataType, Convert>> = {
  string: toText,
  reference: toText,
  integer: numberIf(INTEGER, Number.isSafeInteger),
  decimal: numberIf(DECIMAL, Number.isFinite),
  boolean: (value) => (typeof value === 'string' ? truthOf(value) : value === !!value ? value : undefined),
  dateTime: textIf(isDateTime),
  binary: textIf(isBase64),
  complex: (value) => (isObject(value) ? value : undefined),
};

/** A complex value, or a whole resource as it is stored. What neither shape knows stays. */
export function convertObject(
  before: readonly Shape[],
  after: readonly Shape[],
  object: JsonObject,
  above = '',
): Converted<JsonObject> {
  const found = pairsOf(before, after);
  const pairs = new Map(found.map((pair) => [pair.was.name, pair]));
  const value: JsonObject = {};
  const refusals: Inconvertible[] = [];
  for (const [name, member] of Object.entries(object)) {
    const pair = pairs.get(name);
    const target = pair?.is.name ?? name;
    const other = found.find(
      ({ was, is }) => is.name === target && was.name !== name && object[was.name] !== undefined,
    );
    // Who has the old document writes under the old name: beside it, what has the new name is older.
    const isOlder = other !== undefined && target === name;
    if (isOlder && pair?.was.left !== undefined) continue;
    if (pair === undefined) {
      if (!isOlder) value[name] = member;
      continue;
    }
    const path = `${above}${name}`;
    if (isOlder) {
      refusals.push({ path, reason: `${other.was.name} has a value, too, that is to become ${target}` });
      continue;
    }
    const converted = convert(pair, member, path);
    refusals.push(...converted.refusals);
    if (converted.value !== undefined) value[target] = converted.value;
  }
  return { value, refusals };
}

function convert(pair: Pair, value: Json, path: string): Converted<Json | undefined> {
  const { was, is } = pair;
  if (was.secret !== is.secret) return convertSecret(is, path);
  const values = Array.isArray(value) ? value : [value];
  const converted = values.map((each) => convertOne(pair, each, path));
  const kept = converted.flatMap((each) => each.value ?? []);
  const refusals = converted.flatMap((each) => each.refusals);
  if (is.multiValued) return { value: kept.length > 0 ? kept : undefined, refusals };
  if (kept.length > 1) refusals.push({ path, reason: `${kept.length} values, and one is expected` });
  return { value: kept.find((each) => isObject(each) && each['primary'] === true) ?? kept[0], refusals };
}

/** A secret that is to be dropped is; a hash can't be made clear again, nor is one made here. */
function convertSecret({ secret }: Shape, path: string): Converted<undefined> {
  const reason =
    secret === undefined
      ? 'a hash cannot be turned back into a value'
      : 'the value is stored in clear, and is to be hashed';
  return { value: undefined, refusals: secret === 'discard' ? [] : [{ path, reason }] };
}

function convertOne({ was, is }: Pair, value: Json, path: string): Converted<Json | undefined> {
  const converted = TO[is.type](value);
  // The value itself is left out: reasons are printed and counted.
  if (converted === undefined) return { value: undefined, refusals: [{ path, reason: `is no ${is.type}` }] };
  if (!isObject(converted)) return { value: converted, refusals: [] };
  const { value: object, refusals } = convertObject(was.parts, is.parts, converted, `${path}.`);
  return { value: Object.keys(object).length > 0 ? object : undefined, refusals };
}
