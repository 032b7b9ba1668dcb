// fast-check arbitraries of resources and of PATCH steps over a few attributes with few values, so that steps meet.
import fc from 'fast-check';
import type { Json, JsonObject } from '../../../src/spec/json.js';
import { SAMPLE } from '../../support/filter-model.js';
import type { Step, Target } from './simple-patch.js';
import type { Sent } from './tables.js';
import { ENTERPRISE } from './tables.js';

const text = fc.constantFrom('a', 'A', 'b');
const type = fc.constantFrom('work', 'home');
const some = (parts: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<JsonObject> =>
  fc.record<JsonObject>(parts, { requiredKeys: [] }).filter((object) => Object.keys(object).length > 0);

const email = some({ value: text, type, primary: fc.boolean() });
const name = some({ givenName: text, familyName: text });
const manager = some({ value: text });
const enterprise = some({ department: text, manager });
const sample = some({ tags: fc.uniqueArray(text, { minLength: 1 }) });

const onePrimary = (emails: JsonObject[]) =>
  emails.filter(({ primary }) => primary === true).length <= 1 &&
  new Set(emails.map((e) => JSON.stringify(e))).size === emails.length;
const emails = fc.array(email, { minLength: 1, maxLength: 3 });

/** Canonical resources: nothing empty, at most one primary. */
export const resources: fc.Arbitrary<JsonObject> = fc.record<JsonObject>(
  {
    userName: text,
    nickName: text,
    name,
    emails: emails.filter(onePrimary),
    [ENTERPRISE]: enterprise,
    [SAMPLE]: sample,
  },
  { requiredKeys: ['userName'] },
);

/** A whole attribute, and what may be written to it. */
const VALUES: readonly (readonly [readonly string[], fc.Arbitrary<Json>])[] = [
  [['userName'], text],
  [['nickName'], text],
  [['name'], name],
  [['name', 'givenName'], text],
  [
    ['emails'],
    fc.oneof(
      emails,
      email,
      fc.constant([]).map(() => null),
    ),
  ],
  [['emails', 'value'], text],
  [['emails', 'primary'], fc.boolean()],
  [[ENTERPRISE], enterprise],
  [[ENTERPRISE, 'department'], text],
  [[ENTERPRISE, 'manager'], manager],
  [[ENTERPRISE, 'manager', 'value'], text],
  [[SAMPLE, 'tags'], fc.array(text, { minLength: 1, maxLength: 3 })],
];

const maybeNull = (value: fc.Arbitrary<Json>) => fc.option(value, { freq: 6, nil: null });

const targets: fc.Arbitrary<readonly [Target, Json]> = fc.oneof(
  fc
    .record<JsonObject>({ nickName: maybeNull(text), name, emails, [ENTERPRISE]: enterprise }, { requiredKeys: [] })
    .map((value) => [{ kind: 'none' } as const, value] as const),
  ...VALUES.map(([names, value]) =>
    maybeNull(value).map((given) => [{ kind: 'attribute', names } as const, given] as const),
  ),
  fc.tuple(type, maybeNull(email)).map(([of, value]) => [{ kind: 'emails', type: of } as const, value] as const),
  fc
    .tuple(type, maybeNull(text))
    .map(([of, value]) => [{ kind: 'emails', type: of, sub: 'value' } as const, value] as const),
  fc
    .tuple(type, maybeNull(fc.boolean()))
    .map(([of, value]) => [{ kind: 'emails', type: of, sub: 'primary' } as const, value] as const),
);

/** Steps of the given kinds. */
export function steps(...kinds: readonly Step['op'][]): fc.Arbitrary<Step> {
  return fc
    .tuple(fc.constantFrom(...kinds), targets)
    .filter(([op, [target]]) => op !== 'remove' || target.kind !== 'none')
    .map(([op, [target, value]]) => (op === 'remove' ? { op, target } : { op, target, value }));
}

/** A step as a client sends it. */
export function sent({ op, target, value }: Step): Sent {
  const given = value === undefined ? { op } : { op, value };
  if (target.kind === 'none') return given;
  if (target.kind === 'emails') {
    return { ...given, path: `emails[type eq "${target.type}"]${target.sub === undefined ? '' : `.${target.sub}`}` };
  }
  const [first = '', ...rest] = target.names;
  return {
    ...given,
    path: `${first}${rest.map((part, index) => (index === 0 && first.includes(':') ? ':' : '.') + part).join('')}`,
  };
}
