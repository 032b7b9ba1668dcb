// PATCH replace (RFC 7644 section 3.5.2.3).
import type { Chapter } from '../suite/clause.js';
import { error, need, same, sameSet } from '../suite/finding.js';
import { pick, textIn, textsIn } from '../suite/pick.js';
import { has, valueAt, valuesAt } from '../suite/place.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';

export const patchReplace: Chapter = {
  title: 'PATCH: replace',
  tests: ['test/conformance/patch-replace.test.ts', 'test/unit/patch/replace.test.ts'],
  clauses: [
    {
      id: 'replace-without-path',
      rfc: 7644,
      section: '3.5.2.3',
      quote:
        'In this case, the "value" attribute SHALL contain a list of one or more attributes that are to be replaced.',
      severity: 'MUST',
      heldIn: 'src/patch/operation.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.optionalText(type);
        const created = await type.create([place, await type.value(place)]);
        const value: unknown = await type.value(place);
        const body =
          place.extension === undefined ? { [place.name]: value } : { [place.extension]: { [place.name]: value } };
        same(valueAt(await type.patched(created, { op: 'replace', value: body }), place), value, place.path);
      }),
    },
    {
      id: 'replace-single',
      rfc: 7644,
      section: '3.5.2.3',
      quote: 'If the target location is a single-value attribute, the attributes value is replaced.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create([place, await type.value(place)]);
        const value: unknown = await type.value(place);
        same(
          valueAt(await type.patched(created, { op: 'replace', path: place.path, value }), place),
          value,
          place.path,
        );
      }),
    },
    {
      id: 'replace-list',
      rfc: 7644,
      section: '3.5.2.3',
      quote:
        'If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are replaced.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const { name } = textIn(type, place).attribute;
        const created = await type.create([place, [...(await type.value(place)), ...(await type.value(place))]]);
        const [value] = await type.value(place);
        const after = await type.patched(created, { op: 'replace', path: place.path, value: [value] });
        sameSet(
          valuesAt(after, place).map((each) => each[name]),
          [value[name]],
          place.path,
        );
      }),
    },
    {
      id: 'replace-absent',
      rfc: 7644,
      section: '3.5.2.3',
      quote:
        'If the target location path specifies an attribute that does not exist, the service provider SHALL treat the operation as an "add".',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.optionalText(type);
        const created = await type.create();
        need(!has(created, place), `gives ${place.path} a value of its own`);
        const value: unknown = await type.value(place);
        same(
          valueAt(await type.patched(created, { op: 'replace', path: place.path, value }), place),
          value,
          place.path,
        );
      }),
    },
    {
      id: 'replace-complex',
      rfc: 7644,
      section: '3.5.2.3',
      quote:
        'If the target location specifies a complex attribute, a set of sub-attributes SHALL be specified in the "value" parameter, which replaces any existing values or adds where an attribute did not previously exist. Sub-attributes that are not specified in the "value" parameter are left unchanged.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.complex(type);
        const [kept = '', changed = ''] = textsIn(type, place).map(({ attribute }) => attribute.name);
        const before: any = await type.value(place);
        const created = await type.create([place, before]);
        const value = { [changed]: freshText() };
        const after: any = valueAt(await type.patched(created, { op: 'replace', path: place.path, value }), place);
        same(after?.[changed], value[changed], `${place.path}.${changed}`);
        same(after?.[kept], before[kept], `${place.path}.${kept}`);
      }),
    },
    {
      id: 'replace-selected',
      rfc: 7644,
      section: '3.5.2.3',
      quote:
        'If the target location is a multi-valued attribute and a value selection ("valuePath") filter is specified that matches one or more values of the multi-valued attribute, then all matching record values SHALL be replaced.',
      severity: 'MUST',
      heldIn: 'src/patch/selection.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const { name } = textIn(type, place).attribute;
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const [other] = await type.value(place);
        const created = await type.create([place, [first, second]]);
        const path = `${place.path}[${name} eq "${first[name]}"]`;
        const after = await type.patched(created, { op: 'replace', path, value: other });
        sameSet(
          valuesAt(after, place).map((value) => value[name]),
          [other[name], second[name]],
          place.path,
        );
      }),
    },
    {
      id: 'replace-selected-sub-attribute',
      rfc: 7644,
      section: '3.5.2.3',
      quote:
        'If the target location is a complex multi-valued attribute with a value selection filter ("valuePath") and a specific sub-attribute (e.g., "addresses[type eq "work"].streetAddress"), the matching sub-attribute of all matching records is replaced.',
      severity: 'MUST',
      heldIn: 'src/patch/selection.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const { name } = textIn(type, place).attribute;
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const created = await type.create([place, [first, second]]);
        const path = `${place.path}[${name} eq "${first[name]}"].${name}`;
        const value = freshText();
        const after = await type.patched(created, { op: 'replace', path, value });
        sameSet(
          valuesAt(after, place).map((each) => each[name]),
          [value, second[name]],
          place.path,
        );
      }),
    },
    {
      id: 'replace-no-target',
      rfc: 7644,
      section: '3.5.2.3',
      quote:
        'If the target location is a multi-valued attribute for which a value selection filter ("valuePath") has been supplied and no record match was made, the service provider SHALL indicate failure by returning HTTP status code 400 and a "scimType" error code of "noTarget".',
      severity: 'MUST',
      heldIn: 'src/patch/selection.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const { name } = textIn(type, place).attribute;
        const created = await type.create([place, await type.value(place)]);
        const path = `${place.path}[${name} eq "${freshText()}"].${name}`;
        error(await type.patch(created, [{ op: 'replace', path, value: freshText() }]), 400, 'noTarget');
      }),
    },
  ],
};
