import { describe, expect, test } from '@jest/globals';
import { findAttribute } from '../../../src/schema/model.js';
import { printPath, resolvePath, resolveSub, splitPath } from '../../../src/schema/path.js';
import { SAMPLE, userType } from '../../support/filter-model.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const user = userType();
const printed = (text: string) => {
  const path = resolvePath(user, splitPath(text));
  return path && printPath(path);
};

test.each([
  ['userName', { name: 'userName' }],
  ['name.givenName', { name: 'name', sub: 'givenName' }],
  ['a.b.c', { name: 'a', sub: 'b.c' }],
  [`${CORE}:userName`, { urn: CORE, name: 'userName' }],
  [`${ENTERPRISE}:manager.value`, { urn: ENTERPRISE, name: 'manager', sub: 'value' }],
])('%s is split', (text, expected) => {
  expect(splitPath(text)).toEqual(expected);
});

describe('a path is found in any letter case, and printed as the model writes it', () => {
  test.each([
    ['USERNAME', 'userName'],
    ['Name.GIVENname', 'name.givenName'],
    ['emails.VALUE', 'emails.value'],
    ['emails.$REF', undefined],
    ['groups.$REF', 'groups.$ref'],
    [`${CORE}:username`, 'userName'],
    [`${CORE.toUpperCase()}:Name.givenName`, 'name.givenName'],
    [`${CORE}:externalId`, 'externalId'],
    [`${ENTERPRISE.toUpperCase()}:Department`, `${ENTERPRISE}:department`],
    [`${ENTERPRISE}:manager.displayname`, `${ENTERPRISE}:manager.displayName`],
    [ENTERPRISE.toUpperCase(), ENTERPRISE],
    [SAMPLE, SAMPLE],
    [`${SAMPLE}:order-by`, `${SAMPLE}:order-by`],
  ])('%s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test.each([
    '',
    'shoeSize',
    'name.shoeSize',
    'userName.value',
    'name.givenName.x',
    'department',
    `${ENTERPRISE}:userName`,
    `${CORE}:department`,
    CORE,
    'urn:x:y',
    'urn:x:userName',
    `${ENTERPRISE}:`,
    '__proto__',
    'constructor',
  ])('%j is none', (text) => {
    expect(printed(text)).toBeUndefined();
  });

  test('what is printed is found again', () => {
    for (const attribute of user.root.subAttributes) {
      for (const sub of attribute.subAttributes) {
        const text = printPath({ chain: [attribute, sub], leaf: sub });
        expect([text, resolvePath(user, splitPath(text))?.chain]).toEqual([text, [attribute, sub]]);
      }
    }
  });
});

test('below a complex attribute there are no URNs', () => {
  const name = findAttribute(user.root, 'name');
  if (name === undefined) throw new Error('User has a name');
  expect(resolveSub(name, splitPath('GivenName'))?.leaf.name).toBe('givenName');
  expect(resolveSub(name, splitPath(`${CORE}:givenName`))).toBeUndefined();
  expect(resolveSub(name, splitPath('userName'))).toBeUndefined();
});
