import { describe, expect, test } from '@jest/globals';
import { PROFILES } from '../../../src/clients/profiles.js';
import { createTolerance } from '../../../src/clients/tolerance.js';
import { canonicaliseMessage, canonicaliseObject } from '../../../src/schema/canonicalise.js';
import type { AttributeSchema } from '../../../src/spec/attribute-schema.js';
import type { JsonObject } from '../../../src/spec/json.js';
import { errorOf } from '../../support/error-of.js';
import { groupType, SAMPLE, userType } from '../../support/filter-model.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const user = userType().root;
const strict = createTolerance([PROFILES.strict], () => undefined);
const tolerant = createTolerance(Object.values(PROFILES), () => undefined);

describe('a resource in canonical form', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'has names as the model writes them',
      { USERNAME: 'a', Name: { givenNAME: 'b' } },
      { userName: 'a', name: { givenName: 'b' } },
    ],
    [
      'has URNs as the model writes them',
      { [ENTERPRISE.toUpperCase()]: { DEPARTMENT: 'd' } },
      { [ENTERPRISE]: { department: 'd' } },
    ],
    [
      'has no nulls',
      { nickName: null, name: { givenName: null, familyName: 'b' }, emails: [null, { value: 'a', type: null }] },
      { name: { familyName: 'b' }, emails: [{ value: 'a' }] },
    ],
    [
      'has no value twice',
      {
        emails: [
          { value: 'a', type: 'work' },
          { TYPE: 'work', value: 'a' },
          { value: 'a', type: 'home' },
        ],
      },
      {
        emails: [
          { value: 'a', type: 'work' },
          { value: 'a', type: 'home' },
        ],
      },
    ],
    ['has nothing empty', { name: {}, emails: [], roles: [{}], addresses: [{ country: null }] }, {}],
    ['keeps empty text', { nickName: '' }, { nickName: '' }],
    [
      'has no unknown attributes',
      { shoeSize: 4, name: { shoeSize: 4, givenName: 'b' }, 'urn:x:y': { a: 1 } },
      { name: { givenName: 'b' } },
    ],
    [
      'has no readOnly attributes',
      { id: 'x', meta: {}, groups: [{ value: 'g' }], [ENTERPRISE]: { manager: { value: 'm', displayName: 'M' } } },
      { [ENTERPRISE]: { manager: { value: 'm' } } },
    ],
    [
      'keeps wrong types for validation',
      { userName: 4, name: 'x', emails: 'y', active: 'perhaps' },
      { userName: 4, name: 'x', emails: 'y', active: 'perhaps' },
    ],
    [
      'keeps values to the letter',
      { userName: ' Ä ', [SAMPLE]: { codes: ['a', 'a'], tags: [] } },
      { userName: ' Ä ', [SAMPLE]: { codes: ['a', 'a'] } },
    ],
  ])('%s', (_title, given, expected) => {
    expect(canonicaliseObject(user, given, strict)).toEqual(expected);
  });

  test.each([{ userName: 'a', username: 'b' }, { name: { givenName: 'a', GIVENNAME: 'a' } }])(
    '%j gives one attribute twice',
    (given) => {
      const { key, detail } = errorOf(() => canonicaliseObject(user, given, strict));
      expect([key, detail]).toEqual([
        'invalidSyntax',
        expect.stringMatching(/^(userName|givenName) is given more than once$/),
      ]);
    },
  );

  test('__proto__ and constructor are unknown names like any other', () => {
    const given = JSON.parse('{"__proto__":{"active":true},"constructor":{"a":1},"nickName":"a"}') as JsonObject;
    const result = canonicaliseObject(user, given, tolerant);
    expect(Object.keys(result)).toEqual(['nickName']);
    expect(result['active']).toBeUndefined();
  });

  test('what was given is not touched', () => {
    const given = Object.freeze({
      NAME: Object.freeze({ GIVENNAME: 'a' }),
      emails: Object.freeze([null]),
    }) as unknown as JsonObject;
    expect(canonicaliseObject(user, given, tolerant)).toEqual({ name: { givenName: 'a' } });
  });
});

describe('what a client is allowed is mended', () => {
  test.each<[JsonObject, JsonObject]>([
    [{ active: 'True' }, { active: true }],
    [{ active: 'FALSE' }, { active: false }],
    [{ emails: [{ value: 'a', primary: 'true' }] }, { emails: [{ value: 'a', primary: true }] }],
    [{ userName: 'True' }, { userName: 'True' }],
    [{ active: 'yes' }, { active: 'yes' }],
    [{ [ENTERPRISE]: { manager: 'm' } }, { [ENTERPRISE]: { manager: { value: 'm' } } }],
    [{ [ENTERPRISE]: { manager: '' } }, {}],
    [{ emails: ['a', ''] }, { emails: [{ value: 'a' }] }],
    [{ name: 'x' }, { name: 'x' }],
  ])('%j', (given, expected) => {
    expect(canonicaliseObject(user, given, tolerant)).toEqual(expected);
  });

  test.each<JsonObject>([{ active: 'True' }, { [ENTERPRISE]: { manager: 'm' } }, { emails: ['a'] }])(
    '%j stays where nothing is allowed',
    (given) => {
      expect(canonicaliseObject(user, given, strict)).toEqual(given);
    },
  );
});

describe('$ref tells the value that is not given (RFC 7643 section 2.4)', () => {
  test.each<[JsonObject, JsonObject | undefined]>([
    [{ $ref: 'https://x/scim/v2/Users/m' }, { value: 'm' }],
    [{ $ref: '../Users/m' }, { value: 'm' }],
    [{ $ref: 'https://x/Users/m', value: null }, { value: 'm' }],
    [{ $ref: 'https://x/Users/m', value: 'n' }, { value: 'n' }],
    [{ $ref: null, value: 'n' }, { value: 'n' }],
    [{ $REF: 'https://x/Users/m' }, { value: 'm' }],
    [{ $ref: 4 }, undefined],
    [{ $ref: 'https://x/Users/' }, undefined],
  ])('%j', (manager, expected) => {
    const result = canonicaliseObject(user, { [ENTERPRISE]: { manager } }, strict);
    expect(result).toEqual(expected === undefined ? {} : { [ENTERPRISE]: { manager: expected } });
  });

  test('but only of an attribute that has a $ref', () => {
    expect(canonicaliseObject(user, { emails: [{ type: 'work', $ref: 'https://x/y' }] }, strict)).toEqual({
      emails: [{ type: 'work' }],
    });
  });

  test('a value of an edge stays even where it names nothing, to be refused', () => {
    expect(canonicaliseObject(groupType().root, { members: [{}, { display: 'x' }] }, strict)).toEqual({
      members: [{}, {}],
    });
  });
});

describe('a message', () => {
  const schema: AttributeSchema = {
    type: 'object',
    properties: {
      schemas: { type: 'array', items: { type: 'string' } },
      Operations: {
        type: 'array',
        items: { type: 'object', properties: { op: { type: 'string' }, value: { type: 'object' } } },
      },
    },
  };

  test('gets the names of its schema, at every level, but what may be anything stays', () => {
    const given = { SCHEMAS: ['A'], operations: [{ OP: 'add', VALUE: { OP: 1 } }], Other: 1 };
    expect(canonicaliseMessage(schema, given)).toEqual({
      schemas: ['A'],
      Operations: [{ op: 'add', value: { OP: 1 } }],
      Other: 1,
    });
  });

  test('leaves out what is null, but not where any value may stand', () => {
    const properties = { count: { type: 'integer' }, any: { description: 'Any value.' } } as unknown;
    const message = { type: 'object', properties } as AttributeSchema;
    expect(canonicaliseMessage(message, { COUNT: null, any: null, other: null })).toEqual({ any: null, other: null });
  });

  test.each([4, 'x', null, [[]], { operations: 4 }])('%j is left for validation', (given) => {
    expect(canonicaliseMessage(schema, given)).toEqual(
      given !== null && typeof given === 'object' && 'operations' in given ? { Operations: 4 } : given,
    );
  });

  test('__proto__ stays a name', () => {
    const result = canonicaliseMessage(schema, JSON.parse('{"__proto__":{"schemas":[]}}') as JsonObject) as JsonObject;
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Object.keys(result)).toEqual(['__proto__']);
  });
});
