// The validator names the attribute, what came and what was expected.
import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../../../src/schema/build.js';
import { createValidator, validationError } from '../../../src/schema/validator.js';
import type { JsonObject } from '../../../src/spec/json.js';
import { publish } from '../../../src/spec/publish.js';
import { errorOf } from '../../support/error-of.js';
import { plainSource } from '../../support/temporary-document.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const source = plainSource();
const model = buildModel(source);
const validator = createValidator(publish(source), model);
const type = (name: string) => {
  const found = model.resourceTypes.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const check = (resource: JsonObject, name = 'User') =>
  validator.check(type(name), { schemas: [type(name).schema.id], ...resource });

describe('a resource is refused', () => {
  test.each<[JsonObject, string]>([
    [{}, 'the request needs userName'],
    [{ userName: '' }, 'userName must not be empty'],
    [{ userName: ' ' }, 'userName must not be blank'],
    [{ userName: 4 }, 'userName must be a string, not 4'],
    [{ userName: 'a', active: 'perhaps' }, 'active must be a boolean, not "perhaps"'],
    [{ userName: 'a', name: 'x' }, 'name must be an object, not "x"'],
    [{ userName: 'a', name: { givenName: ['x'] } }, 'name.givenName must be a string, not a list'],
    [{ userName: 'a', emails: { value: 'x' } }, 'emails must be an array, not an object'],
    [{ userName: 'a', emails: [{ value: 'x' }, { value: 4 }] }, 'emails.1.value must be a string, not 4'],
    [{ userName: 'a', profileUrl: 'a b' }, 'profileUrl must be a URI, absolute or relative (RFC 3986), not "a b"'],
    [{ userName: 'a', [ENTERPRISE]: { department: 4 } }, `${ENTERPRISE}:department must be a string, not 4`],
    [{ userName: 'a', active: 'x'.repeat(100) }, `active must be a boolean, not "${'x'.repeat(76)}...`],
  ])('%j', (resource, detail) => {
    expect(errorOf(() => check(resource))).toMatchObject({ key: 'invalidValue', detail });
  });

  test('a group by its own schema', () => {
    expect(errorOf(() => check({}, 'Group')).detail).toBe('the request needs displayName');
  });

  test('without showing a secret', () => {
    expect(errorOf(() => check({ userName: 'a', password: { value: 'hunter2' } })).detail).not.toContain('hunter2');
  });
});

test.each<JsonObject>([
  { userName: 'a' },
  { userName: 'a', profileUrl: '../me', active: false, emails: [{ value: 'no address', type: 'anything' }] },
  { userName: 'a', [ENTERPRISE]: { manager: { value: 'nobody' } } },
])('%j is accepted', (resource) => {
  expect(() => check(resource)).not.toThrow();
});

test('an error without a cause is still an error for the client', () => {
  expect(validationError([], 'invalidValue')).toMatchObject({
    key: 'invalidSyntax',
    detail: 'the request is not valid',
  });
});
