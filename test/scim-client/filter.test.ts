// What the filter builder of sdk/ prints is what the server's parser reads.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { filter } from '../../sdk/src/filter.js';
import type { Filter as Built } from '../../sdk/src/filter.js';
import type { Filter as Tree } from '../../src/filter/ast.js';
import { createParser } from '../../src/filter/parse.js';
import type { Pass } from '../../src/filter/pass.js';
import { visit } from '../../src/filter/pass.js';
import type { components } from '../../src/generated/openapi.js';
import type { PathText } from '../../src/schema/path.js';
import { bindableFilters } from '../support/filter-arbitraries.js';
import { userType } from '../support/filter-model.js';
import { FILTER_LIMITS } from '../support/limits.js';

type User = components['schemas']['User'];
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const parser = createParser(FILTER_LIMITS);

describe('the text', () => {
  test.each<[string, Built]>([
    ['userName eq "bjensen"', filter<User>((f) => f.userName.eq('bjensen'))],
    ['userName eq "a \\" \\\\ b"', filter<User>((f) => f.userName.eq('a " \\ b'))],
    ['active eq true', filter<User>((f) => f.active.eq(true))],
    ['title ne null', filter<User>((f) => f.title.ne(null))],
    ['name.familyName sw "J"', filter<User>((f) => f.name.familyName.sw('J'))],
    ['emails.type eq "work"', filter<User>((f) => f.emails.type.eq('work'))],
    ['emails co "@example.com"', filter<User>((f) => f.emails.co('@example.com'))],
    ['name pr', filter<User>((f) => f.name.pr())],
    ['meta.created ge "2024-02-29T10:00:00Z"', filter<User>((f) => f.meta.created.ge('2024-02-29T10:00:00Z'))],
    [`${ENTERPRISE}:department eq "Sales"`, filter<User>((f) => f[ENTERPRISE].department.eq('Sales'))],
    [`${ENTERPRISE}:manager.value pr`, filter<User>((f) => f[ENTERPRISE].manager.value.pr())],
    [
      'emails[type eq "work" and not (primary eq true)]',
      filter<User>((f) => f.emails.where((e) => e.type.eq('work').and(e.primary.eq(true).not()))),
    ],
    [
      'title pr and (active eq true or userName eq "a") and name pr',
      filter<User>((f) =>
        f.title
          .pr()
          .and(f.active.eq(true).or(f.userName.eq('a')))
          .and(f.name.pr()),
      ),
    ],
    [
      'title pr and active eq true or name pr',
      filter<User>((f) => f.title.pr().and(f.active.eq(true)).or(f.name.pr())),
    ],
  ])('%s', (text, built) => {
    expect(String(built)).toBe(text);
    expect(() => parser.parseFilter(text)).not.toThrow();
  });

  test('a number that JSON has not is refused, instead of being sent as null', () => {
    const marks = filter<{ score?: number }>;
    expect(String(marks((f) => f.score.gt(-1.5e30)))).toBe('score gt -1.5e+30');
    for (const number of [NaN, Infinity]) expect(() => marks((f) => f.score.eq(number))).toThrow(TypeError);
  });
});

test('the server reads every filter that can be built as the tree that was meant', () => {
  const names = ['userName', 'name', 'active', 'emails', 'roles', 'meta', 'groups', ENTERPRISE];
  const runs = fc.property(bindableFilters(userType(), names), (tree) => {
    const text = String(filter<User>((attributes) => build(tree, attributes)));
    expect(parser.parseFilter(text)).toEqual(tree);
  });
  fc.assert(runs, { numRuns: 500 });
});

/** Builds the filter of a tree as a program would, by names that it can't know. */
const BUILD: Pass<Tree, any, Built> = {
  comparison: ({ path, operator, value }, attributes) => at(attributes, path)[operator](value),
  presence: ({ path }, attributes) => at(attributes, path).pr(),
  and: ({ operands }, attributes) => operands.map((node) => build(node, attributes)).reduce((a, b) => a.and(b)),
  or: ({ operands }, attributes) => operands.map((node) => build(node, attributes)).reduce((a, b) => a.or(b)),
  not: ({ operand }, attributes) => build(operand, attributes).not(),
  valuePath: ({ path, filter: inner }, attributes) =>
    at(attributes, path).where((values: unknown) => build(inner, values)),
};

function build(tree: Tree, attributes: unknown): Built {
  return visit(BUILD, tree, attributes);
}

/** A URN alone is split in the tree as if it had an attribute; it is one name to a program. */
function at(attributes: any, { urn, name, sub }: PathText): any {
  const names = urn === undefined ? [name] : `${urn}:${name}` === ENTERPRISE ? [ENTERPRISE] : [urn, name];
  return [...names, ...(sub?.split('.') ?? [])].reduce((node, part) => node[part], attributes);
}
