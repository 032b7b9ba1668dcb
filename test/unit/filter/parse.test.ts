import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createParser } from '../../../src/filter/parse.js';
import type { PatchPath } from '../../../src/filter/ast.js';
import { printFilter, printPathText } from '../../../src/filter/print.js';
import { errorOf } from '../../support/error-of.js';
import { anyCase, filters, patchPaths } from '../../support/filter-arbitraries.js';
import { FILTER_LIMITS } from '../../support/limits.js';

const parser = createParser(FILTER_LIMITS);

describe('a filter is read and printed', () => {
  test.each([
    // RFC 7644, figure 2
    'userName eq "bjensen"',
    'name.familyName co "O\'Malley"',
    'userName sw "J"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"',
    'title pr',
    'meta.lastModified gt "2011-05-13T04:42:34Z"',
    'meta.lastModified ge "2011-05-13T04:42:34Z"',
    'meta.lastModified lt "2011-05-13T04:42:34Z"',
    'meta.lastModified le "2011-05-13T04:42:34Z"',
    'title pr and userType eq "Employee"',
    'title pr or userType eq "Intern"',
    'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
    'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
    'userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")',
    'userType eq "Employee" and emails[type eq "work" and value co "@example.com"]',
    'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]',
    // and beyond
    'groups.$ref ew "/1"',
    'not (not (a pr))',
    'a[not (b pr or c pr) and (d pr or e pr)]',
    'a eq true and b eq false and c eq null and d eq -1.5',
    'first-name eq "x" and last_name pr',
  ])('%s stays as it is', (text) => {
    expect(printFilter(parser.parseFilter(text))).toBe(text);
  });

  test.each([
    ['userType eq "Employee" and (emails.type eq "work")', 'userType eq "Employee" and emails.type eq "work"'],
    ['(((a pr)))', 'a pr'],
    ['(a pr and b pr) or c pr', 'a pr and b pr or c pr'],
    ['a pr and (b pr and c pr)', 'a pr and b pr and c pr'],
    ['a pr or b pr and c pr', 'a pr or b pr and c pr'],
    ['(a pr or b pr) and c pr', '(a pr or b pr) and c pr'],
    ['not (a pr) and b pr', 'not (a pr) and b pr'],
    ['NOT(a PR)', 'not (a pr)'],
    ['userName Eq "john"', 'userName eq "john"'],
    ['a pr AND b pr Or c pr', 'a pr and b pr or c pr'],
    ['  a\t eq\n\r "x"  ', 'a eq "x"'],
    ['a[ b pr ]', 'a[b pr]'],
    ['a eq TRUE or a eq False or a eq NULL', 'a eq true or a eq false or a eq null'],
    ['a eq "\\u0041\\ud83d\\ude00\\/\\t\\""', 'a eq "A😀/\\t\\""'],
    ['a eq 1e2 or a eq -0 or a eq 1.50', 'a eq 100 or a eq 0 or a eq 1.5'],
    ['emails[type eq "work"].value eq "x"', 'emails[type eq "work" and value eq "x"]'],
    ['emails[type pr or display pr].value pr and a pr', 'emails[(type pr or display pr) and value pr] and a pr'],
  ])('%s becomes %s', (text, printed) => {
    expect(printFilter(parser.parseFilter(text))).toBe(printed);
  });

  test.each([
    'not pr',
    'and pr and or pr or pr pr',
    'eq eq "x"',
    'not[not eq 1 and true eq true]',
    'null ne null',
    'notes pr',
  ])('%s names attributes like words of the grammar', (text) => {
    expect(printFilter(parser.parseFilter(text))).toBe(text);
  });

  test('zero has one sign', () => {
    expect(parser.parseFilter('a eq -0')).toEqual(parser.parseFilter('a eq 0'));
  });

  test('any tree printed and parsed again is an equal tree', () => {
    fc.assert(fc.property(filters(), (filter) => expect(parser.parseFilter(printFilter(filter))).toEqual(filter)));
  });

  test('names and words in any letter case give a tree that differs in the names alone', () => {
    const texts = filters().chain((filter) => anyCase(printFilter(filter)).map((text) => [filter, text] as const));
    fc.assert(
      fc.property(texts, ([filter, text]) => {
        const printed = printFilter(parser.parseFilter(text));
        expect(printed.toLowerCase()).toBe(printFilter(filter).toLowerCase());
      }),
    );
  });

  test('its nodes are frozen, down to the names', () => {
    const filter = parser.parseFilter('a pr and not (b[c eq "x"])');
    const frozen: unknown[] = [];
    JSON.stringify(filter, (_key, node: unknown) => (frozen.push(Object.isFrozen(node)), node));
    expect(frozen).not.toContain(false);
  });
});

describe('a PATCH path is read and printed', () => {
  test.each([
    // RFC 7644, figure 8
    'members',
    'name.familyName',
    'addresses[type eq "work"]',
    'members[value eq "2819c223-7f76-453a-919d-413861904646"]',
    'members[value eq "2819c223-7f76-453a-919d-413861904646"].displayName',
    // and beyond
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
    'urn:x:y:ext[type eq "a" or not (type pr)].$ref',
    'not',
  ])('%s stays as it is', (text) => {
    expect(printPatchPath(parser.parsePath(text))).toBe(text);
  });

  test('any tree printed and parsed again is an equal tree', () => {
    fc.assert(fc.property(patchPaths(), (path) => expect(parser.parsePath(printPatchPath(path))).toEqual(path)));
  });
});

const TEST = 'an operator (eq, ne, co, sw, ew, gt, ge, lt, le or pr)';
const VALUE = 'a value (text in double quotes, a number, true, false or null)';
const NO_STRING =
  'a JSON string is expected, closed by a quote, without NUL, half a surrogate pair or 64 marks on one character';
const NO_NUMBER = 'a JSON number is expected, within the range of a double';

describe('what is no filter is refused with invalidFilter, and the place', () => {
  test.each([
    ['', 'column 1: it ends where an attribute, "(" or "not (" was expected'],
    ['userName', `column 9: it ends where ${TEST} or "[" was expected`],
    ['userName regex "x"', `column 10: "regex" stands where ${TEST} or "[" was expected`],
    ['not userName pr', `column 5: "userName" stands where ${TEST} or "[" was expected`],
    ['userName eq', `column 12: it ends where ${VALUE} was expected`],
    ['userName eq bjensen', `column 13: "bjensen" stands where ${VALUE} was expected`],
    ["userName eq 'x'", 'column 13: "\'" is not allowed there'],
    ['userName eq "x', `column 13: ${NO_STRING}`],
    ['userName eq "\\x"', `column 13: ${NO_STRING}`],
    ['userName eq "a\tb"', `column 13: ${NO_STRING}`],
    ['userName eq "\\ud800"', `column 13: ${NO_STRING}`],
    ['userName eq "\ude00"', `column 13: ${NO_STRING}`],
    ['userName eq "\\u0000"', `column 13: ${NO_STRING}`],
    ['a eq 01', `column 6: ${NO_NUMBER}`],
    ['a eq 1e999', `column 6: ${NO_NUMBER}`],
    ['a pr b pr', 'column 6: "b" stands where "and", "or" or the end was expected'],
    ['a pr "b"', 'column 6: "b" stands where "and", "or" or the end was expected'],
    ['a pr)', 'column 5: ")" stands where "and", "or" or the end was expected'],
    ['a pr and', 'column 9: it ends where an attribute, "(" or "not (" was expected'],
    ['(a pr', 'column 6: it ends where ")" was expected'],
    ['a[b pr', 'column 7: it ends where "]" was expected'],
    ['a[]', 'column 3: "]" stands where an attribute, "(" or "not (" was expected'],
    ['a[b pr].c', `column 10: it ends where ${TEST} was expected`],
    ['é pr', 'column 1: "é" is not allowed there'],
    ['a pr 😀', 'column 6: "😀" is not allowed there'],
  ])('%j', (text, place) => {
    expect(errorOf(() => parser.parseFilter(text))).toMatchObject({
      key: 'invalidFilter',
      detail: `The filter can't be read at ${place}`,
    });
  });
});

describe('what is no path is refused with invalidPath, and the place', () => {
  test.each([
    ['', 'column 1: it ends where an attribute was expected'],
    ['emails eq "x"', 'column 8: "eq" stands where the end was expected'],
    ['emails[type eq "work"', 'column 22: it ends where "]" was expected'],
    ['emails[type eq "work"].value.x', 'column 29: ".x" stands where the end was expected'],
    ['emails[type eq "work]', `column 16: ${NO_STRING}`],
    ['emails.', 'column 7: "." is not allowed there'],
  ])('%j', (text, place) => {
    const error = errorOf(() => parser.parsePath(text));
    expect(error).toMatchObject({ key: 'invalidPath', detail: `The path can't be read at ${place}` });
  });
});

describe('a filter that asks for too much work is refused', () => {
  const roomy = createParser({ length: 10_000_000, depth: 50, clauses: 1_000_000 });

  test('when it is longer than allowed', () => {
    const error = errorOf(() => createParser(FILTER_LIMITS).parseFilter(`userName eq "${'x'.repeat(1_000_000)}"`));
    expect(error.detail).toBe('The filter is longer than is allowed (10000 characters)');
  });

  test.each(['(', 'not (', 'a['])('when it nests 100,000 times %j', (opening) => {
    expect(errorOf(() => roomy.parseFilter(opening.repeat(100_000))).detail).toBe(
      'The filter nests deeper than is allowed (50 levels)',
    );
  });

  test('when a path nests too deep, as an invalid path', () => {
    expect(errorOf(() => roomy.parsePath(`a[${'('.repeat(50)}`))).toMatchObject({
      key: 'invalidPath',
      detail: 'The path nests deeper than is allowed (50 levels)',
    });
  });

  test('when it has more clauses than allowed', () => {
    const clauses = (count: number) => Array.from({ length: count }, () => 'a pr').join(' or ');
    const small = createParser({ length: 1_000, depth: 2, clauses: 3 });
    expect(printFilter(small.parseFilter(clauses(3)))).toBe(clauses(3));
    expect(errorOf(() => small.parseFilter(clauses(4))).detail).toBe('The filter has more clauses than is allowed (3)');
  });

  test('but not when it is as deep as allowed', () => {
    expect(printFilter(roomy.parseFilter(`${'('.repeat(50)}a pr${')'.repeat(50)}`))).toBe('a pr');
  });

  const PIECES = ['"', '"\\', '\\"', '.', 'a:', 'é', '1', '-', ' ', ')', ']'];
  test.each(PIECES)('when it is a million characters of %j', (piece) => {
    expect(errorOf(() => roomy.parseFilter(piece.repeat(1_000_000 / piece.length))).key).toBe('invalidFilter');
  });

  test('and the parser reads on after an error', () => {
    errorOf(() => roomy.parseFilter('(('));
    expect(printFilter(roomy.parseFilter('a pr'))).toBe('a pr');
  });
});

/** The text of a PATCH path. */
function printPatchPath({ path, filter, sub }: PatchPath): string {
  const brackets = filter === undefined ? '' : `[${printFilter(filter)}]`;
  return `${printPathText(path)}${brackets}${sub === undefined ? '' : `.${sub}`}`;
}
