// Characteristics of attributes beyond `returned` and `mutability` (RFC 7643 sections 2.2 and 7, RFC 7644 section 5).
import type { Chapter } from '../suite/clause.js';
import { error, hold, refused, same, status } from '../suite/finding.js';
import { isPlain, isSingle, pick } from '../suite/pick.js';
import { has, valueAt } from '../suite/place.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';

export const characteristics: Chapter = {
  title: 'Characteristics of attributes',
  tests: ['test/unit/schema/rules.test.ts', 'test/contract/indexes.test.ts', 'test/conformance/secrets.test.ts'],
  clauses: [
    {
      id: 'read-write',
      rfc: 7643,
      section: '7',
      quote: 'The attribute MAY be updated and read at any time.',
      severity: 'MUST',
      heldIn: 'src/service/change.ts',
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create([place, await type.value(place)]);
        const value: unknown = await type.value(place);
        status(await type.put(created, await type.changed(created, [place, value])), 200);
        same(valueAt(await type.read(created), place), value, place.path);
      }),
    },
    {
      id: 'immutable-at-creation',
      rfc: 7643,
      section: '7',
      quote:
        'The attribute MAY be defined at resource creation (e.g., POST) or at record replacement via a request (e.g., a PUT).',
      severity: 'MUST',
      heldIn: 'src/schema/rules.ts',
      check: everyType(async (type) => {
        const place = pick.immutable(type);
        const value: unknown = await type.value(place);
        same(valueAt(await type.create([place, value]), place), value, place.path);
      }),
    },
    {
      id: 'write-only',
      rfc: 7643,
      section: '7',
      quote: 'writeOnly The attribute MAY be updated at any time.',
      severity: 'MUST',
      heldIn: 'src/schema/secrets.ts',
      check: everyType(async (type) => {
        const place = type.some('writeOnly attribute', (each) => {
          return each.parent === undefined && type.isUsable(each) && each.attribute.mutability === 'writeOnly';
        });
        const created = await type.create([place, await type.value(place)]);
        status(await type.put(created, await type.changed(created, [place, await type.value(place)])), 200);
      }),
    },
    {
      id: 'required',
      rfc: 7643,
      section: '7',
      quote: 'A Boolean value that specifies whether or not the attribute is required.',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: everyType(async (type) => {
        const place = pick.required(type);
        refused(await type.post(await type.sample([place, null])));
        hold(has(await type.create(), place), `${place.path} is missing`);
      }),
    },
    {
      id: 'canonical-values',
      rfc: 7643,
      section: '7',
      quote: 'A collection of suggested canonical values that MAY be used (e.g., "work" and "home").',
      severity: 'MAY',
      heldIn: 'openapi/vocabulary/attribute.json',
      check: everyType(async (type) => {
        const place = type.some('string with canonicalValues', (each) => {
          return (
            isPlain(type)(each) &&
            !each.attribute.multiValued &&
            each.attribute.canonicalValues.length > 0 &&
            type.subject.targetOf(each.parent ?? each.attribute) === undefined
          );
        });
        for (const value of place.attribute.canonicalValues) {
          const came: any = valueAt(await type.create([place, value]), place);
          same(isSingle(place) ? came : came[0], value, place.path);
        }
      }),
    },
    {
      id: 'case-exact-preserved',
      rfc: 7643,
      section: '7',
      quote: 'For attributes that are case exact, the server SHALL preserve case for any value submitted.',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/stored-form.ts',
      check: everyType(async (type) => {
        const place = pick.exactText(type);
        const value = `${freshText()}aBcD`;
        same(valueAt(await type.create([place, value]), place), value, place.path);
      }),
    },
    {
      id: 'unique-on-the-server',
      rfc: 7643,
      section: '7',
      quote: 'No two resources on the same server SHOULD possess the same value.',
      severity: 'SHOULD',
      heldIn: 'src/storage/mongo/indexes.ts',
      check: everyType(async (type) => {
        const places = type.all(
          (each) => type.isUsable(each) && each.attribute.uniqueness !== 'none' && isSingle(each),
        );
        const place = places[0] ?? pick.unique(type);
        const value: unknown = await type.value(place);
        await type.create([place, value]);
        refused(await type.post(await type.sample([place, value])));
      }),
    },
    {
      id: 'unique-in-any-case',
      rfc: 7644,
      section: '7.8',
      quote:
        'When comparing Unicode strings such as those in query filters or testing for uniqueness of usernames and passwords, strings MUST be appropriately prepared before comparison.',
      severity: 'MUST',
      heldIn: 'src/schema/search-form.ts',
      check: everyType(async (type) => {
        const place = pick.foldedUnique(type);
        const value = `${freshText()}é`;
        await type.create([place, value]);
        const fullWidth = value.replace(/[a-z]/, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));
        for (const other of [value.toUpperCase(), value.normalize('NFD'), fullWidth]) {
          error(await type.post(await type.sample([place, other])), 409, 'uniqueness');
        }
      }),
    },
    {
      id: 'unique-where-exact',
      rfc: 7644,
      section: '5',
      quote:
        'Before comparing or evaluating the uniqueness of a "userName" or "password" attribute, service providers MUST use the preparation, enforcement, and comparison of internationalized strings (PRECIS) preparation and comparison rules described in Sections 3 and 4, respectively, of [RFC7613], which is based on the PRECIS framework specification [RFC7564].',
      severity: 'MUST',
      heldIn: 'src/schema/search-form.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.foldedUnique(type);
        const value = `${freshText()}Straße`;
        const created = await type.create([place, value]);
        for (const other of [value.toUpperCase().replace('STRASSE', 'STRAßE'), value.normalize('NFD')]) {
          same(await type.found(`${place.path} eq "${other}"`, [created]), [created['id']], `what ${other} finds`);
        }
      }),
    },
  ],
};
