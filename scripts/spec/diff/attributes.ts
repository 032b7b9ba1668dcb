// What changes between the attributes of two documents: each pair of attributes by the rules of keywords.ts, and those
// that are new, gone, renamed or required.
import type { Document } from 'mongodb';
import type { AttributeSchema } from '../../../src/spec/attribute-schema.js';
import type { Change, StoredCheck } from './change.js';
import { breaking, compatible } from './change.js';
import type { Verdict } from './keywords.js';
import { RULES } from './keywords.js';

/** Where attributes are stored: the collections, and the way from the resource, as the old document has it. */
export interface Place {
  readonly collections: readonly string[];
  readonly steps: readonly Step[];
}

interface Step {
  readonly name: string;
  readonly multiValued: boolean;
}

interface Named {
  readonly name: string;
  readonly schema: AttributeSchema;
}

/** @param where how the complex attribute, or the schema, is called */
export function diffAttributes(where: string, before: AttributeSchema, after: AttributeSchema, place: Place): Change[] {
  const properties = Object.entries(after.properties ?? {}).map(([name, schema]): Named => ({ name, schema }));
  const was = Object.entries(before.properties ?? {}).map(([name, schema]): Named => ({ name, schema }));
  const targetOf = ({ name }: Named) =>
    properties.find((each) => each.name === name) ??
    properties.find(({ schema }) => schema['x-scim']?.renamedFrom === name);
  const kept = new Set(was.map(targetOf));
  return [
    ...was.flatMap((each) => {
      const target = targetOf(each);
      return target === undefined ? [removed(where, each, place)] : diffPair(where, each, target, place);
    }),
    ...properties.filter((each) => !kept.has(each)).map(({ name }) => compatible(`${where}.${name}`, 'is new')),
    ...diffRequired(where, before, after, place),
  ];
}

function removed(where: string, { name, schema }: Named, place: Place): Change {
  return {
    ...breaking(`${where}.${name}`, 'is removed'),
    ...storedCheck('have a value that is no longer shown', within(place, name, schema), { $exists: true }),
  };
}

function diffPair(where: string, was: Named, is: Named, place: Place): Change[] {
  const name = `${where}.${was.name}`;
  const there = within(place, was.name, was.schema);
  const renamed =
    was.name === is.name
      ? []
      : [breaking(name, `is renamed to ${is.name}: stored values need npm run scim -- migrate`)];
  const judged = RULES.flatMap(({ judge }) => judge(was.schema, is.schema) ?? []);
  return [
    ...renamed,
    ...judged.map((verdict) => ({
      effect: verdict.effect,
      where: name,
      what: verdict.what,
      ...checkOf(verdict, there),
    })),
    ...diffAttributes(name, was.schema.items ?? was.schema, is.schema.items ?? is.schema, there),
  ];
}

function diffRequired(where: string, before: AttributeSchema, after: AttributeSchema, place: Place): Change[] {
  const [was, is] = [new Set(before.required), new Set(after.required)];
  const oldName = (name: string) =>
    before.properties?.[name] === undefined ? (after.properties?.[name]?.['x-scim']?.renamedFrom ?? name) : name;
  return [
    ...[...is]
      .filter((name) => !was.has(oldName(name)))
      .map((name) => ({
        ...breaking(`${where}.${name}`, 'is required'),
        ...storedCheck(
          'have none',
          { ...place, steps: [...place.steps, { name: oldName(name), multiValued: false }] },
          { $exists: false },
        ),
      })),
    ...[...was]
      .filter((name) => after.properties?.[name] !== undefined && !is.has(name))
      .map((name) => compatible(`${where}.${name}`, 'is no longer required')),
  ];
}

function within({ collections, steps }: Place, name: string, { type }: AttributeSchema): Place {
  return { collections, steps: [...steps, { name, multiValued: type === 'array' }] };
}

function checkOf({ invalid, duplicates, isSingleNow, what }: Verdict, place: Place): Pick<Change, 'stored'> {
  if (invalid !== undefined) return storedCheck(`have a value that is not valid: ${what}`, place, invalid);
  if (isSingleNow === true) {
    const [last, ...above] = [...place.steps].reverse();
    const steps = [...above.reverse(), { name: `${last?.name ?? ''}.1`, multiValued: false }];
    return storedCheck('have several values', { ...place, steps }, { $exists: true });
  }
  if (duplicates === undefined) return {};
  const duplicatesOf = ['s', ...place.steps.map(({ name }) => name)].join('.');
  const find = { duplicatesOf, foldsCase: duplicates === 'folded' };
  return { stored: { collections: place.collections, says: 'share a value that is to be unique', find } };
}

function storedCheck(
  says: string,
  { collections, steps }: Place,
  condition: Document,
): { readonly stored: StoredCheck } {
  return { stored: { collections, says, find: { match: matching(['r', ...path(steps)], steps, condition) } } };
}

const path = (steps: readonly Step[]) => steps.map(({ name }) => name);

/**
 * The condition at the end of a way. Of several values any one may fulfil it, and of a complex value that isn't there
 * no part is missing.
 */
function matching(names: readonly string[], steps: readonly Step[], condition: Document): Document {
  const list = steps.findIndex(({ multiValued }) => multiValued);
  const depth = names.length - steps.length;
  if (list === -1) {
    const parent = names.slice(0, -1).join('.');
    return { ...(steps.length > 1 ? { [parent]: { $exists: true } } : {}), [names.join('.')]: condition };
  }
  const rest = steps.slice(list + 1);
  const field = names.slice(0, list + 1 + depth).join('.');
  const isWhole = Object.keys(condition).join() === '$exists' && rest.length === 0;
  if (isWhole) return { [field]: condition };
  return { [field]: { $elemMatch: rest.length === 0 ? condition : matching(path(rest), rest, condition) } };
}
