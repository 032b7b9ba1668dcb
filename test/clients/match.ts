// Compares an answer with what an exchange file expects of it: a JSON subset with a few operators, as README.md lists
// them.
import { isObject, type Json, type JsonObject } from '../../src/spec/json.js';

type Actual = Json | undefined;

/** Expectations written as one word. */
const WORDS: Readonly<Record<string, (actual: Actual) => boolean>> = {
  $absent: (actual) => actual === undefined,
  $present: (actual) => !isEmpty(actual),
  $number: (actual) => typeof actual === 'number',
};

/** Expectations written as an object with this one key. Each gives the differences, none when the value fits. */
const OPERATORS: Readonly<Record<string, (operand: Json, actual: Actual, at: string) => string[]>> = {
  $contains: (operand, actual, at) => unmatched(list(operand), actual, at),
  $only: (operand, actual, at) => {
    const missing = unmatched(list(operand), actual, at);
    if (missing.length > 0 || (Array.isArray(actual) && actual.length === list(operand).length)) return missing;
    return [`${at}: expected only ${JSON.stringify(operand)}, got ${show(actual)}`];
  },
  $matches: (operand, actual, at) =>
    typeof actual === 'string' && new RegExp(String(operand)).test(actual)
      ? []
      : [`${at}: expected a string like /${String(operand)}/, got ${show(actual)}`],
  $not: (operand, actual, at) =>
    mismatches(operand, actual, at).length > 0 ? [] : [`${at}: expected anything but ${JSON.stringify(operand)}`],
};

/**
 * Tells where a value differs from what is expected of it, one line a difference; an empty list when it fits.
 * An expected object asks for its own keys only, an expected array for exactly its elements in its order.
 */
export function mismatches(expected: Json, actual: Json | undefined, at = ''): string[] {
  if (typeof expected === 'string' && Object.hasOwn(WORDS, expected)) {
    return WORDS[expected]?.(actual) ? [] : [`${at}: expected ${expected}, got ${show(actual)}`];
  }
  if (isObject(expected)) return objectMismatches(expected, actual, at);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) {
      return [`${at}: expected the list ${JSON.stringify(expected)}, got ${show(actual)}`];
    }
    return expected.flatMap((element, index) => mismatches(element, actual[index], `${at}[${index}]`));
  }
  return expected === actual ? [] : [`${at}: expected ${JSON.stringify(expected)}, got ${show(actual)}`];
}

function objectMismatches(expected: JsonObject, actual: Actual, at: string): string[] {
  const entries = Object.entries(expected);
  const [first] = entries;
  if (first && entries.length === 1 && Object.hasOwn(OPERATORS, first[0])) {
    return OPERATORS[first[0]]?.(first[1], actual, at) ?? [];
  }
  if (!isObject(actual)) return [`${at}: expected an object, got ${show(actual)}`];
  return entries.flatMap(([key, value]) =>
    mismatches(value, Object.hasOwn(actual, key) ? actual[key] : undefined, at === '' ? key : `${at}.${key}`),
  );
}

/** The expected elements that no actual element is left for: each actual element stands for one of them at most. */
function unmatched(expected: Json[], actual: Actual, at: string): string[] {
  if (!Array.isArray(actual)) return [`${at}: expected a list, got ${show(actual)}`];
  const left = [...actual];
  return expected.flatMap((element) => {
    const index = left.findIndex((candidate) => mismatches(element, candidate).length === 0);
    if (index < 0) return [`${at}: no element is like ${JSON.stringify(element)} in ${show(actual)}`];
    left.splice(index, 1);
    return [];
  });
}

/** Absent as the RFC reads it: undefined, null, an empty string, list or object. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function list(operand: Json): Json[] {
  if (!Array.isArray(operand)) throw new Error(`$contains and $only take a list, not ${JSON.stringify(operand)}`);
  return operand;
}

function show(actual: Actual): string {
  const text = actual === undefined ? 'nothing' : JSON.stringify(actual);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
