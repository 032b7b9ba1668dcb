// What the builder of PATCH requests in sdk/ sends.
import { expect, test } from '@jest/globals';
import { Patch } from '../../sdk/src/patch.js';
import { createParser } from '../../src/filter/parse.js';
import type { components } from '../../src/generated/openapi.js';
import { FILTER_LIMITS } from '../support/limits.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const user = new Patch<components['schemas']['UserWrite']>();

test('a path is written as the server reads it, whatever it goes through', () => {
  const { operations } = user
    .replace((p) => p.active, false)
    .replace((p) => p.name.familyName, 'Jensen')
    .add((p) => p.emails, [{ value: 'b@example.com', type: 'work' }])
    .replace((p) => p.emails.where((e) => e.type.eq('work')).value, 'c@example.com')
    .replace((p) => p.emails.where((e) => e.type.eq('home')), { value: 'd@example.com' })
    .replace((p) => p[ENTERPRISE].manager.value, '26118915')
    .remove((p) => p.phoneNumbers.where((n) => n.type.eq('fax').or(n.value.pr().not())))
    .remove((p) => p.title);
  expect(operations).toEqual([
    { op: 'replace', path: 'active', value: false },
    { op: 'replace', path: 'name.familyName', value: 'Jensen' },
    { op: 'add', path: 'emails', value: [{ value: 'b@example.com', type: 'work' }] },
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'c@example.com' },
    { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'd@example.com' } },
    { op: 'replace', path: `${ENTERPRISE}:manager.value`, value: '26118915' },
    { op: 'remove', path: 'phoneNumbers[type eq "fax" or not (value pr)]' },
    { op: 'remove', path: 'title' },
  ]);
  const parser = createParser(FILTER_LIMITS);
  for (const { path } of operations) expect(() => parser.parsePath(path ?? '')).not.toThrow();
});

test('a value without a path holds attributes', () => {
  expect(JSON.parse(JSON.stringify(user.replace({ active: true }).add({ title: 'Guide' })))).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [
      { op: 'replace', value: { active: true } },
      { op: 'add', value: { title: 'Guide' } },
    ],
  });
});

test('a patch that others are made from stays as it is', () => {
  const one = user.remove((p) => p.title);
  one.remove((p) => p.nickName);
  expect(one.operations).toEqual([{ op: 'remove', path: 'title' }]);
});
