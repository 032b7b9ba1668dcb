// Laws of PATCH, over random resources and operations.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ScimError } from '../../../src/errors/scim-error.js';
import { applyPatch } from '../../../src/patch/apply.js';
import type { Json, JsonObject } from '../../../src/spec/json.js';
import { resources, sent, steps } from './patch-arbitraries.js';
import type { Step } from './simple-patch.js';
import { patchSimply } from './simple-patch.js';
import { bind, patched } from './tables.js';

const anyStep = steps('add', 'replace', 'remove');
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 5 });

/** The resource after the steps; undefined where one of them is refused. */
function patch(resource: JsonObject, of: readonly Step[]): JsonObject | undefined {
  return unlessRefused(() => patched(resource, of.map(sent)));
}

function unlessRefused<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof ScimError) return undefined;
    throw error;
  }
}

function check<Ts extends [unknown, ...unknown[]]>(...property: Parameters<typeof fc.property<Ts>>): void {
  fc.assert(fc.property<Ts>(...property), { numRuns: 1_000 });
}

test('it does what a second, simple PATCH does', () => {
  check(resources, anySteps, (resource, of) => {
    expect(patch(resource, of)).toEqual(patchSimply(resource, of));
  });
});

test('its result has nothing that is null or empty, and at most one primary value', () => {
  check(resources, anySteps, (resource, of) => {
    const result = patch(resource, of);
    if (result === undefined) return;
    expect(emptyParts(result)).toEqual([]);
    const emails = (result['emails'] ?? []) as JsonObject[];
    expect(emails.filter(({ primary }) => primary === true).length).toBeLessThanOrEqual(1);
  });
});

test('it touches neither the resource, nor operations, which a lost race applies again', () => {
  check(resources, anySteps, (resource, of) => {
    const operations = bind(of.map(sent));
    const values = structuredClone(operations.map(({ value }) => value));
    const before = structuredClone(resource);
    unlessRefused(() => applyPatch(deepFreeze(resource), operations));
    expect(resource).toEqual(before);
    expect(operations.map(({ value }) => value)).toEqual(values);
  });
});

test('operations one by one do what they do together', () => {
  check(resources, anySteps, (resource, of) => {
    const oneByOne = of.reduce<JsonObject | undefined>((result, step) => result && patch(result, [step]), resource);
    expect(patch(resource, of)).toEqual(oneByOne);
  });
});

test('what was done changes nothing when it is done again', () => {
  check(resources, anyStep, (resource, step) => {
    const once = patch(resource, [step]);
    // A value that was written whole need not be selected by the filter that found it.
    const isWhole = step.op !== 'remove' && step.target.kind === 'emails' && step.target.sub === undefined;
    if (once === undefined || isWhole) return;
    expect(patch(once, [step])).toEqual(once);
  });
});

test('a remove leaves nothing at its target', () => {
  check(resources, steps('remove'), (resource, step) => {
    const result = patch(resource, [step]);
    if (result === undefined || step.target.kind !== 'attribute') return;
    expect(valuesAt(result, step.target.names)).toEqual([]);
  });
});

function valuesAt(value: Json | undefined, [name, ...rest]: readonly string[]): Json[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, name === undefined ? [] : [name, ...rest]));
  if (value === undefined) return [];
  return name === undefined ? [value] : valuesAt((value as JsonObject)[name], rest);
}

/** The paths of what RFC 7643 section 2.5 calls unassigned, which a resource does not hold. */
function emptyParts(value: Json, path = ''): string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  const parts = Object.entries(value);
  return parts.length === 0 ? [path] : parts.flatMap(([key, part]) => emptyParts(part, `${path}/${key}`));
}

function deepFreeze<T extends Json>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
