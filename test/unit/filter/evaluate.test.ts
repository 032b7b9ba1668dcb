import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { and, not, or } from '../../../src/filter/ast.js';
import { bindFilter, bindSubFilter } from '../../../src/filter/bind.js';
import { evaluate } from '../../../src/filter/evaluate.js';
import { createParser } from '../../../src/filter/parse.js';
import { printFilter } from '../../../src/filter/print.js';
import { findAttribute } from '../../../src/schema/model.js';
import { searchForm } from '../../../src/schema/search-form.js';
import type { JsonObject } from '../../../src/spec/json.js';
import { anyCase, bindableFilters, resources } from '../../support/filter-arbitraries.js';
import { SAMPLE, userType } from '../../support/filter-model.js';
import { FILTER_LIMITS } from '../../support/limits.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const parser = createParser(FILTER_LIMITS);
const user = userType();
const matches = (text: string, resource: JsonObject) =>
  evaluate(bindFilter(parser.parseFilter(text), user), searchForm(user.root, resource));

const barbara: JsonObject = {
  userName: 'BJensen@Example.com',
  externalId: 'X-1',
  name: { familyName: "O'Malley", givenName: 'Bärbara' },
  title: '',
  active: true,
  emails: [
    { value: 'bj@work.example', type: 'work', primary: true },
    { value: 'bj@home.example', type: 'home' },
    { type: 'other' },
  ],
  x509Certificates: [{ value: 'YWJj' }],
  roles: [],
  ims: [{}],
  meta: { created: '2024-02-29T10:00:00Z' },
  [ENTERPRISE]: { department: 'Räder', manager: { value: 'M-1' } },
  [SAMPLE]: {
    level: 3,
    score: 1.5,
    tags: ['Red', 'green'],
    codes: ['A', 'b'],
    marks: [{ value: 1, at: '2024-01-01T00:00:00Z' }, { value: 5 }],
    not: 'this',
  },
};

describe('matches', () => {
  test.each([
    'userName eq "bjensen@example.COM"',
    'userName sw "bjensen" and userName ew ".COM" and userName co "@"',
    'externalId eq "X-1" and not (externalId eq "x-1")',
    'name.givenName eq "BA\\u0308RBARA"',
    'name.familyName co "\'"',
    'active eq true and active ne false',
    'userName ge "bjensen@example.com" and userName gt "a" and userName lt "c" and userName le "bjensen@example.com"',
    'meta.created eq "2024-02-29T12:00:00+02:00"',
    'meta.created gt "2024-02-29T09:59:59.999Z" and meta.created lt "2024-02-29T10:00:00.001Z"',
    `${SAMPLE}:level eq 3.0 and ${SAMPLE}:level gt 2.5 and ${SAMPLE}:score le 1.5`,
    'x509Certificates eq "YWJj"',
    `${ENTERPRISE}:department eq "RÄDER" and ${ENTERPRISE}:manager eq "m-1"`,
    // any value of a multi-valued attribute will do
    'emails co "home" and emails.type eq "work"',
    'emails.type eq "home" and emails.primary eq true',
    `${SAMPLE}:tags eq "RED" and ${SAMPLE}:tags eq "green" and ${SAMPLE}:tags ne "red"`,
    `${SAMPLE}:codes eq "A" and not (${SAMPLE}:codes eq "a")`,
    `${SAMPLE}:marks gt 4 and ${SAMPLE}:marks.at lt "2024-01-02T00:00:00Z"`,
    // one element must satisfy what stands in brackets
    'emails[type eq "home" and value co "home"]',
    'emails[type eq "home" and not (primary eq true)]',
    'emails[not (value pr)]',
    'emails[type eq "work"].value ew ".example"',
    'name[familyName sw "o\'" and givenName pr]',
    `${ENTERPRISE}:manager[value eq "M-1"]`,
    `${SAMPLE}:marks[value eq 1 and at pr]`,
    // presence
    'userName pr and name pr and emails pr and emails.primary pr and active pr',
    `${ENTERPRISE} pr and ${SAMPLE}:tags pr and ${SAMPLE}:not pr`,
    'not (ims pr) and ims.value ne "x"',
    'not (title pr) and title eq null and roles eq null and not (nickName pr) and emails ne null',
    // ne: what is absent differs
    'nickName ne "x" and name.middleName ne "x" and title ne "x"',
    `${ENTERPRISE}:costCenter ne "x"`,
    'emails.value ne "bj@work.example"',
    'emails.primary ne true',
    'x509Certificates.type ne "x"',
    // precedence
    'userName pr or nickName pr and title pr',
    'not (nickName pr) and userName pr',
  ])('%s', (text) => {
    expect(matches(text, barbara)).toBe(true);
  });
});

describe('does not match', () => {
  test.each([
    'userName eq "bjensen"',
    'userName sw "jensen"',
    'userName ew "example"',
    'userName co "j.nsen"',
    'externalId sw "x"',
    'active ne true',
    'userName gt "bjensen@example.com"',
    'nickName lt "x" or nickName ge "" or nickName co "" or nickName eq ""',
    'meta.lastModified le "2024-02-29T10:00:00Z"',
    // one element must satisfy what stands in brackets
    'emails[type eq "home" and primary eq true]',
    'emails[type eq "other" and value pr]',
    'emails[type eq "other"].value pr',
    // a value path over nothing
    'addresses[not (region pr)] or roles[value ne "x"]',
    'urn:ietf:params:scim:schemas:core:2.0:User:meta[version ne null]',
    // no element, so none that differs
    'roles ne "x" or addresses.region ne "x"',
    'x509Certificates.value ne "YWJj"',
    // presence
    'title pr or roles pr or nickName pr or name.middleName pr or meta.version pr',
    '(userName pr or nickName pr) and title pr',
    'not (emails.type eq "home")',
  ])('%s', (text) => {
    expect(matches(text, barbara)).toBe(false);
  });
});

describe('text is ordered by code point', () => {
  test.each([
    ['\uff01', '😀'],
    ['a', 'b'],
    ['a', 'ab'],
    ['Z', '\u00e9'],
  ])('%s before %s', (small, large) => {
    expect(matches(`externalId gt ${JSON.stringify(small)}`, { externalId: large })).toBe(true);
    expect(matches(`externalId lt ${JSON.stringify(small)}`, { externalId: large })).toBe(false);
    expect(matches(`externalId lt ${JSON.stringify(large)}`, { externalId: small })).toBe(true);
  });
});

test('a value of another type is neither equal to a literal nor ordered with it, so it differs', () => {
  const filter = (operator: string) => bindFilter(parser.parseFilter(`externalId ${operator} "5"`), user);
  const others = ['eq', 'gt', 'ge', 'lt', 'le', 'co', 'sw', 'ew'];
  expect(others.filter((operator) => evaluate(filter(operator), { externalId: 5 }))).toEqual([]);
  expect(evaluate(filter('ne'), { externalId: 5 })).toBe(true);
});

test('a filter in brackets is evaluated on one value of its attribute', () => {
  const emails = findAttribute(user.root, 'emails');
  if (emails === undefined) throw new Error('the document has no emails');
  const filter = bindSubFilter(parser.parseFilter('type eq "WORK" and primary ne true'), emails);
  expect(evaluate(filter, searchForm(emails, { type: 'work' }))).toBe(true);
  expect(evaluate(filter, searchForm(emails, { type: 'work', primary: true }))).toBe(false);
  expect(evaluate(filter, searchForm(emails, {}))).toBe(false);
});

describe('for any filter and any user', () => {
  const NAMES = ['userName', 'externalId', 'active', 'name', 'emails', 'meta', 'x509Certificates', ENTERPRISE, SAMPLE];
  const filter = bindableFilters(user, NAMES);
  const resource = resources(user, NAMES);

  test('matches are neither rare nor the rule', () => {
    const found = fc.sample(fc.tuple(filter, resource), { numRuns: 500, seed: 1 });
    const share = found.filter(([f, r]) => matches(printFilter(f), r)).length / found.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  });

  test('not is total, and and or are what logic says', () => {
    fc.assert(
      fc.property(filter, filter, resource, (a, b, r) => {
        const [isA, isB] = [matches(printFilter(a), r), matches(printFilter(b), r)];
        expect(matches(printFilter(not(a)), r)).toBe(!isA);
        expect(matches(printFilter(and([a, b])), r)).toBe(isA && isB);
        expect(matches(printFilter(or([a, b])), r)).toBe(isA || isB);
      }),
    );
  });

  test('the letter case of names and words changes nothing', () => {
    const texts = filter.chain((f) => anyCase(printFilter(f)).map((text) => [printFilter(f), text] as const));
    fc.assert(fc.property(texts, resource, ([plain, mixed], r) => expect(matches(mixed, r)).toBe(matches(plain, r))));
  });
});
