// PATCH remove (RFC 7644 section 3.5.2.2).
import type { Chapter } from '../suite/clause.js';
import { error, hold, same, sameSet } from '../suite/finding.js';
import { pick, textIn, textsIn } from '../suite/pick.js';
import { has, valueAt, valuesAt } from '../suite/place.js';
import { everyType } from '../suite/check.js';

export const patchRemove: Chapter = {
  title: 'PATCH: remove',
  tests: ['test/conformance/patch-remove.test.ts', 'test/unit/patch/remove.test.ts'],
  clauses: [
    {
      id: 'remove-without-path',
      rfc: 7644,
      section: '3.5.2.2',
      quote:
        'If "path" is unspecified, the operation fails with HTTP status code 400 and a "scimType" error code of "noTarget".',
      severity: 'MUST',
      heldIn: 'src/patch/operation.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        error(await type.patch(await type.create(), [{ op: 'remove' }]), 400, 'noTarget');
      }),
    },
    {
      id: 'remove-single',
      rfc: 7644,
      section: '3.5.2.2',
      quote:
        'If the target location is a single-value attribute, the attribute and its associated value is removed, and the attribute SHALL be considered unassigned.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.optionalText(type);
        const created = await type.create([place, await type.value(place)]);
        hold(
          !has(await type.patched(created, { op: 'remove', path: place.path }), place),
          `${place.path} is still there`,
        );
      }),
    },
    {
      id: 'remove-list',
      rfc: 7644,
      section: '3.5.2.2',
      quote:
        'If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are removed, and the attribute SHALL be considered unassigned.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const created = await type.create([place, [...(await type.value(place)), ...(await type.value(place))]]);
        hold(
          !has(await type.patched(created, { op: 'remove', path: place.path }), place),
          `${place.path} is still there`,
        );
      }),
    },
    {
      id: 'remove-links-by-value',
      rfc: 7644,
      section: '3.5.2.2',
      quote:
        'If the target location is a multi-valued attribute and a complex filter is specified comparing a "value", the values matched by the filter are removed.',
      severity: 'MUST',
      heldIn: 'src/patch/edge-steps.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.link(type);
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const created = await type.create([place, [first, second]]);
        const path = `${place.path}[value eq "${first.value}"]`;
        const after = await type.patched(created, { op: 'remove', path });
        sameSet(
          valuesAt(after, place).map(({ value }) => value),
          [second.value],
          place.path,
        );
      }),
    },
    {
      id: 'remove-last-value',
      rfc: 7644,
      section: '3.5.2.2',
      quote:
        'If no other values remain after removal of the selected values, the multi-valued attribute SHALL be considered unassigned.',
      severity: 'MUST',
      heldIn: 'src/patch/selection.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const text = textIn(type, place);
        const value: any = await type.value(place);
        const created = await type.create([place, value]);
        const path = `${place.path}[${text.attribute.name} eq "${value[0][text.attribute.name]}"]`;
        hold(!has(await type.patched(created, { op: 'remove', path }), place), `${place.path} is still there`);
      }),
    },
    {
      id: 'remove-by-filter',
      rfc: 7644,
      section: '3.5.2.2',
      quote:
        "If the target location is a complex multi-valued attribute and a complex filter is specified based on the attribute's sub-attributes, the matching records are removed.",
      severity: 'MUST',
      heldIn: 'src/patch/selection.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const { name } = textIn(type, place).attribute;
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const created = await type.create([place, [first, second]]);
        const after = await type.patched(created, { op: 'remove', path: `${place.path}[${name} eq "${first[name]}"]` });
        sameSet(
          valuesAt(after, place).map((value) => value[name]),
          [second[name]],
          place.path,
        );
      }),
    },
    {
      id: 'remove-sub-attribute',
      rfc: 7644,
      section: '3.5.2.2',
      quote: 'Sub-attributes whose values have been removed SHALL be considered unassigned.',
      severity: 'MUST',
      heldIn: 'src/patch/selection.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.complex(type);
        const [kept, gone] = textsIn(type, place);
        const created = await type.create([place, await type.value(place)]);
        const after = await type.patched(created, { op: 'remove', path: gone?.path });
        const value: any = valueAt(after, place);
        same(value?.[gone?.attribute.name ?? ''], undefined, gone?.path ?? '');
        hold(value?.[kept?.attribute.name ?? ''] !== undefined, `${kept?.path} is gone too`);
      }),
    },
  ],
};
