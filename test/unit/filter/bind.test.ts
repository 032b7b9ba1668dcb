import { describe, expect, test } from '@jest/globals';
import { bindFilter, bindPath, bindSubFilter } from '../../../src/filter/bind.js';
import type { BoundFilter } from '../../../src/filter/bound.js';
import { createParser } from '../../../src/filter/parse.js';
import type { Pass } from '../../../src/filter/pass.js';
import { visit } from '../../../src/filter/pass.js';
import { findAttribute } from '../../../src/schema/model.js';
import type { AttributePath } from '../../../src/schema/path.js';
import { errorOf } from '../../support/error-of.js';
import { SAMPLE, userType } from '../../support/filter-model.js';
import { FILTER_LIMITS } from '../../support/limits.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const parser = createParser(FILTER_LIMITS);
const user = userType();
const bound = (text: string) => show(bindFilter(parser.parseFilter(text), user));

/** A bound filter as one line: chains joined by dots, dates as they print. */
const SHOW: Pass<BoundFilter, undefined, string> = {
  comparison: ({ path, operator, value }) => `${names(path)} ${operator} ${typeof value} ${JSON.stringify(value)}`,
  presence: ({ path }) => `${names(path)} pr`,
  and: ({ operands }) => `(${operands.map(show).join(' & ')})`,
  or: ({ operands }) => `(${operands.map(show).join(' | ')})`,
  not: ({ operand }) => `!${show(operand)}`,
  valuePath: ({ path, filter }) => `${names(path)}[${show(filter)}]`,
};
function show(filter: BoundFilter): string {
  return visit(SHOW, filter, undefined);
}
function names({ chain }: AttributePath): string {
  return chain.map(({ name }) => name.replace(/^urn:.*:(\w+):2.0:User$/, '<$1>')).join('.');
}

describe('names are found in any letter case', () => {
  test.each([
    ['USERNAME pr', 'userName pr'],
    ['Name.GivenName pr', 'name.givenName pr'],
    ['URN:ietf:params:scim:schemas:core:2.0:user:name.givenname pr', 'name.givenName pr'],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:USER:Department pr', '<enterprise>.department pr'],
    [`${ENTERPRISE}:manager.$REF pr`, '<enterprise>.manager.$ref pr'],
    [`${ENTERPRISE} pr`, '<enterprise> pr'],
    [`${ENTERPRISE}[manager[displayName pr]]`, '<enterprise>[manager[displayName pr]]'],
    ['EMAILS[TYPE pr]', 'emails[type pr]'],
    ['name[givenName pr]', 'name[givenName pr]'],
    [`${SAMPLE}:not pr and ${SAMPLE}:order-by pr`, '(<sample>.not pr & <sample>.order-by pr)'],
    [`${SAMPLE}:or_else pr`, '<sample>.or_else pr'],
    [`${SAMPLE}:marks[pr pr]`, '<sample>.marks[pr pr]'],
    ['groups.value pr and schemas pr and id pr', '(groups.value pr & schemas pr & id pr)'],
  ])('%s is %s', (text, expected) => {
    expect(bound(text)).toBe(expected);
  });
});

describe('literals get the type of the attribute', () => {
  test.each([
    ['userName eq "BJensen"', 'userName eq string "bjensen"'],
    ['userName sw "ＢＪ"', 'userName sw string "bj"'],
    ['externalId eq "BJensen"', 'externalId eq string "BJensen"'],
    ['active eq true', 'active eq boolean true'],
    ['active eq "False"', 'active eq boolean false'],
    ['roles[primary eq "True"]', 'roles[primary eq boolean true]'],
    ['meta.created gt "2011-05-13T06:42:34+02:00"', 'meta.created gt object "2011-05-13T04:42:34.000Z"'],
    [`${SAMPLE}:level ge 1.5`, '<sample>.level ge number 1.5'],
    [`${SAMPLE}:score lt 2`, '<sample>.score lt number 2'],
    ['x509Certificates.value eq "YWJj"', 'x509Certificates.value eq string "YWJj"'],
    ['profileUrl co "EXAMPLE"', 'profileUrl co string "example"'],
  ])('%s is %s', (text, expected) => {
    expect(bound(text)).toBe(expected);
  });
});

test.each([
  ['userName eq "BJensen"', 'BJensen'],
  ['active eq "True"', true],
  ['meta.created eq "2011-05-13T06:42:34+02:00"', '2011-05-13T06:42:34+02:00'],
])('%s keeps the literal as a resource would have it', (text, literal) => {
  expect(bindFilter(parser.parseFilter(text), user)).toMatchObject({ literal });
});

describe('a complex attribute is compared by its value', () => {
  test.each([
    ['emails co "X"', 'emails.value co string "x"'],
    [`${ENTERPRISE}:manager eq "x"`, '<enterprise>.manager.value eq string "x"'],
    [`${SAMPLE}:marks gt 0`, '<sample>.marks.value gt number 0'],
    ['emails pr', 'emails pr'],
  ])('%s is %s', (text, expected) => {
    expect(bound(text)).toBe(expected);
  });
});

describe('null is what an absent attribute has', () => {
  test.each([
    ['title eq null', '!title pr'],
    ['title ne null', 'title pr'],
    ['active eq null', '!active pr'],
    ['emails eq null', '!emails pr'],
    ['emails[type eq null]', 'emails[!type pr]'],
  ])('%s is %s', (text, expected) => {
    expect(bound(text)).toBe(expected);
  });
});

describe('what the schema cannot answer is refused with invalidFilter', () => {
  test.each([
    ['foo pr', 'User has no attribute "foo"'],
    ['name.foo eq 1', 'User has no attribute "name.foo"'],
    ['userName.foo pr', 'User has no attribute "userName.foo"'],
    ['name.givenName.foo pr', 'User has no attribute "name.givenName.foo"'],
    ['urn:x:2.0:User:userName pr', 'User has no attribute "urn:x:2.0:User:userName"'],
    ['department pr', 'User has no attribute "department"'],
    ['__proto__ pr or constructor pr', 'User has no attribute "__proto__"'],
    ['emails[foo pr]', 'emails has no sub-attribute "foo"'],
    [`emails[${CORE}:type pr]`, `emails has no sub-attribute "${CORE}:type"`],
    ['userName[value pr]', 'userName is not complex, so it takes no filter in brackets'],
    ['schemas[value pr]', 'schemas is not complex, so it takes no filter in brackets'],
    ['emails[type[value pr]]', 'type is not complex, so it takes no filter in brackets'],
    ['password pr', 'password is never returned, so no filter may ask for it'],
    ['not (Password eq null)', 'password is never returned, so no filter may ask for it'],
    [`${SAMPLE}:vault eq "x"`, `${SAMPLE}:vault.value is never returned, so no filter may ask for it`],
    [`${SAMPLE}:vault[value sw "x"]`, 'vault.value is never returned, so no filter may ask for it'],
    ['name eq "x"', 'name is complex and has no "value": compare one of its sub-attributes'],
    ['addresses sw "x"', 'addresses is complex and has no "value": compare one of its sub-attributes'],
    ['name co null', 'name is complex and has no "value": compare one of its sub-attributes'],
    ['active gt true', 'active is boolean and takes eq, ne or pr, not gt'],
    ['emails[primary co "x"]', 'emails.primary is boolean and takes eq, ne or pr, not co'],
    ['x509Certificates.value le "YQ=="', 'x509Certificates.value is binary and takes eq, ne or pr, not le'],
    ['meta.created sw "2011"', 'meta.created is dateTime and takes eq, ne, gt, ge, lt, le or pr, not sw'],
    [`${SAMPLE}:level co 1`, `${SAMPLE}:level is integer and takes eq, ne, gt, ge, lt, le or pr, not co`],
    ['userName eq 5', 'userName is compared with 5; text in double quotes is expected'],
    ['userName gt null', 'userName is compared with null; text in double quotes is expected'],
    ['active eq "yes"', 'active is compared with "yes"; true or false is expected'],
    ['active eq 1', 'active is compared with 1; true or false is expected'],
    [`${SAMPLE}:level eq "1"`, `${SAMPLE}:level is compared with "1"; a number is expected`],
    [`${SAMPLE}:blob eq "é"`, `${SAMPLE}:blob is compared with "é"; base64 text in double quotes is expected`],
    ...['5', '"2011-05-13"', '"2011-05-13T04:42:34"', '"2011-02-30T00:00:00Z"', '"2011-13-01T00:00:00Z"'].map((at) => [
      `meta.created gt ${at}`,
      `meta.created is compared with ${at}; a date and time such as "2011-05-13T04:42:34Z" is expected`,
    ]),
  ])('%s', (text, detail) => {
    expect(errorOf(() => bound(text))).toMatchObject({ key: 'invalidFilter', detail });
  });
});

describe('a filter in brackets is bound to its complex attribute', () => {
  const emails = findAttribute(user.root, 'emails');
  if (emails === undefined) throw new Error('the document has no emails');

  test('so its names are those of the sub-attributes', () => {
    const filter = bindSubFilter(parser.parseFilter('Type eq "Work" and not (value pr)'), emails);
    expect(show(filter)).toBe('(type eq string "work" & !value pr)');
  });

  test('and those of the resource are unknown', () => {
    expect(errorOf(() => bindSubFilter(parser.parseFilter('userName pr'), emails)).detail).toBe(
      'emails has no sub-attribute "userName"',
    );
  });
});

describe('a PATCH path is bound to attributes', () => {
  const path = (text: string) => {
    const { path: to, filter, sub } = bindPath(parser.parsePath(text), user);
    return `${names(to)}${filter === undefined ? '' : `[${show(filter)}]`}${sub === undefined ? '' : `.${sub.name}`}`;
  };

  test.each([
    ['Emails', 'emails'],
    ['NAME.familyname', 'name.familyName'],
    ['password', 'password'],
    ['emails[Type eq "Work"]', 'emails[type eq string "work"]'],
    ['emails[Type eq "work"].VALUE', 'emails[type eq string "work"].value'],
    [`${CORE}:emails[primary eq true].display`, 'emails[primary eq boolean true].display'],
    ['URN:ietf:params:scim:schemas:extension:enterprise:2.0:user', '<enterprise>'],
    [`${ENTERPRISE}:manager.value`, '<enterprise>.manager.value'],
    [`${SAMPLE}:marks[value gt 1].at`, '<sample>.marks[value gt number 1].at'],
  ])('%s is %s', (text, expected) => {
    expect(path(text)).toBe(expected);
  });

  test.each([
    ['foo', 'invalidPath', 'User has no attribute "foo"'],
    ['name.foo', 'invalidPath', 'User has no attribute "name.foo"'],
    ['foo[type pr]', 'invalidPath', 'User has no attribute "foo"'],
    ['emails[type pr].foo', 'invalidPath', 'emails has no sub-attribute "foo"'],
    ['emails[foo pr]', 'invalidFilter', 'emails has no sub-attribute "foo"'],
    ['emails[primary gt true]', 'invalidFilter', 'emails.primary is boolean and takes eq, ne or pr, not gt'],
  ])('%s is refused with %s', (text, key, detail) => {
    expect(errorOf(() => path(text))).toMatchObject({ key, detail });
  });
});
