// Names and paths of attributes (RFC 7643 section 2.1, RFC 7644 section 3.10).
import type { Chapter } from '../suite/clause.js';
import { hold, same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import { has, valueAt } from '../suite/place.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';
import { finds } from './filter.js';

export const notation: Chapter = {
  title: 'Names and paths of attributes',
  tests: ['test/unit/schema/path.test.ts', 'test/unit/schema/canonicalise.test.ts'],
  clauses: [
    {
      id: 'names-in-any-case',
      rfc: 7643,
      section: '2.1',
      quote: 'Attribute names are case insensitive and are often "camel-cased" (e.g., "camelCase").',
      severity: 'MUST',
      heldIn: 'src/schema/canonicalise.ts',
      check: everyType(async (type) => {
        const place = pick.foldedText(type);
        const body = await type.sample([place, await type.value(place)]);
        const upper = (value: any): any =>
          Object.fromEntries(
            Object.entries(value).map(([name, member]) => [
              name.startsWith('urn:') ? name : name.toUpperCase(),
              member,
            ]),
          );
        const created = await type.createOf(upper(body));
        hold(has(created, place), `${place.path} got lost`);
      }),
    },
    {
      id: 'core-attribute-by-urn',
      rfc: 7644,
      section: '3.10',
      quote:
        'In general, attributes are uniquely identified by prefixing the attribute name with its schema URN separated by a colon (":") character;',
      severity: 'MUST',
      heldIn: 'src/schema/path.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = type.some('attribute of its base schema that is text', (each) => {
          const { attribute, parent, extension, name } = each;
          const isOwn = extension === undefined && parent === undefined && name !== 'externalId';
          return (
            isOwn &&
            type.isUsable(each) &&
            attribute.type === 'string' &&
            !attribute.multiValued &&
            attribute.returned === 'default' &&
            attribute.mutability === 'readWrite' &&
            attribute.canonicalValues.length === 0
          );
        });
        const value = freshText();
        const created = await type.create([place, value]);
        const qualified = `${type.profile.schema}:${place.path}`;
        await finds(type, `${qualified} eq "${value}"`, [created], [0]);
        same(valueAt(await type.read(created, { attributes: qualified }), place), value, qualified);
      }),
    },
    {
      id: 'extension-attribute-by-urn',
      rfc: 7644,
      section: '3.10',
      quote:
        'Clients MAY omit core schema attribute URN prefixes but SHOULD fully qualify extended attributes with the associated schema extension URN to avoid naming conflicts.',
      severity: 'MUST',
      heldIn: 'src/schema/path.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.extensionText(type);
        const value = freshText();
        const created = await type.create([place, value]);
        await finds(type, `${place.path} eq "${value}"`, [created], [0]);
        same(valueAt(await type.read(created, { attributes: place.path }), place), value, place.path);
      }),
    },
    {
      id: 'sub-attribute-by-dot',
      rfc: 7644,
      section: '3.10',
      quote:
        "Complex attributes' sub-attributes are referenced via nested dot ('.') notation, i.e., {urn}:{Attribute name}.{Sub-Attribute name}.",
      severity: 'MUST',
      heldIn: 'src/schema/path.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.subText(type);
        const value = freshText();
        const created = await type.create([place, value]);
        await finds(
          type,
          `${place.extension === undefined ? `${type.profile.schema}:` : ''}${place.path} eq "${value}"`,
          [created],
          [0],
        );
      }),
    },
    {
      id: 'paths-in-any-case',
      rfc: 7644,
      section: '3.10',
      quote:
        'All facets (URN, attribute, and sub-attribute name) of the fully encoded attribute name are case insensitive.',
      severity: 'MUST',
      heldIn: 'src/schema/path.ts',
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create([place, await type.value(place)]);
        for (const path of [place.path.toUpperCase(), place.path.toLowerCase()]) {
          hold(
            has(await type.read(created, { attributes: path }), place),
            `attributes=${path} does not find ${place.path}`,
          );
          if (!type.subject.profile.features.has('patch')) continue;
          const value = freshText();
          status(await type.patch(created, [{ op: 'replace', path, value }]), 200, 204);
          same(valueAt(await type.read(created), place), value, path);
        }
      }),
    },
  ],
};
