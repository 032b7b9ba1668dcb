// PATCH add (RFC 7644 section 3.5.2.1).
import type { Chapter } from '../suite/clause.js';
import { hold, need, refused, same, sameSet, status } from '../suite/finding.js';
import { pick, textIn, textsIn } from '../suite/pick.js';
import { has, listed, valueAt, valuesAt } from '../suite/place.js';
import { everyType } from '../suite/check.js';

export const patchAdd: Chapter = {
  title: 'PATCH: add',
  tests: ['test/conformance/patch-add.test.ts', 'test/unit/patch/add.test.ts'],
  clauses: [
    {
      id: 'add-value',
      rfc: 7644,
      section: '3.5.2.1',
      quote: 'The operation MUST contain a "value" member whose content specifies the value to be added.',
      severity: 'MUST',
      heldIn: 'src/patch/operation.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        refused(await type.patch(await type.create(), [{ op: 'add', path: pick.text(type).path }]));
      }),
    },
    {
      id: 'add-without-path',
      rfc: 7644,
      section: '3.5.2.1',
      quote: 'If omitted, the target location is assumed to be the resource itself.',
      severity: 'MUST',
      heldIn: 'src/patch/operation.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.optionalText(type);
        const value: unknown = await type.value(place);
        const body =
          place.extension === undefined ? { [place.name]: value } : { [place.extension]: { [place.name]: value } };
        same(valueAt(await type.patched(await type.create(), { op: 'add', value: body }), place), value, place.path);
      }),
    },
    {
      id: 'add-new',
      rfc: 7644,
      section: '3.5.2.1',
      quote: 'If the target location does not exist, the attribute and value are added.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.optionalText(type);
        const value: unknown = await type.value(place);
        const created = await type.create();
        need(!has(created, place), `gives ${place.path} a value of its own`);
        const after = await type.patched(created, { op: 'add', path: place.path, value });
        same(valueAt(after, place), value, place.path);
      }),
    },
    {
      id: 'add-complex',
      rfc: 7644,
      section: '3.5.2.1',
      quote:
        'If the target location specifies a complex attribute, a set of sub-attributes SHALL be specified in the "value" parameter.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.complex(type);
        const [kept, changed] = textsIn(type, place);
        const value: Record<string, unknown> = await type.value(place);
        const created = await type.create([place, value]);
        const other: unknown = changed === undefined ? undefined : await type.value(changed);
        const name = changed?.attribute.name ?? '';
        const after = await type.patched(created, { op: 'add', path: place.path, value: { [name]: other } });
        same(valueAt(after, place)?.[name], other, `${place.path}.${name}`);
        const keptName = kept?.attribute.name ?? '';
        same(valueAt(after, place)?.[keptName], value[keptName], `${place.path}.${keptName}`);
      }),
    },
    {
      id: 'add-to-list',
      rfc: 7644,
      section: '3.5.2.1',
      quote: 'If the target location specifies a multi-valued attribute, a new value is added to the attribute.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const text = textIn(type, place).attribute.name;
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const created = await type.create([place, [first]]);
        const after = await type.patched(created, { op: 'add', path: place.path, value: [second] });
        const texts = valuesAt(after, place).map((value) => value[text]);
        sameSet(texts, [first[text], second[text]], `the values of ${place.path}`);
      }),
    },
    {
      id: 'add-to-links',
      rfc: 7644,
      section: '3.5.2',
      quote:
        'Each operation in the sequence is applied to the target resource; the resulting resource becomes the target of the next operation.',
      severity: 'MUST',
      heldIn: 'src/patch/edge-steps.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.link(type);
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const after = await type.patched(
          await type.create(),
          { op: 'add', path: place.path, value: [first] },
          { op: 'add', path: place.path, value: [second] },
          { op: 'remove', path: `${place.path}[value eq "${first.value}"]` },
        );
        sameSet(
          valuesAt(after, place).map(({ value }) => value),
          [second.value],
          place.path,
        );
      }),
    },
    {
      id: 'add-replaces-single',
      rfc: 7644,
      section: '3.5.2.1',
      quote: 'If the target location specifies a single-valued attribute, the existing value is replaced.',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create([place, await type.value(place)]);
        const value: unknown = await type.value(place);
        same(valueAt(await type.patched(created, { op: 'add', path: place.path, value }), place), value, place.path);
      }),
    },
    {
      id: 'add-again',
      rfc: 7644,
      section: '3.5.2.1',
      quote:
        'If the target location already contains the value specified, no changes SHOULD be made to the resource, and a success response SHOULD be returned.',
      severity: 'SHOULD',
      heldIn: 'src/service/change.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const value: unknown = await type.value(place);
        const created = await type.create([place, value]);
        status(await type.patch(created, [{ op: 'add', path: place.path, value }]), 200, 204);
        same(listed(valueAt(await type.read(created), place)).length, 1, `the number of values of ${place.path}`);
      }),
    },
    {
      id: 'add-again-unmodified',
      rfc: 7644,
      section: '3.5.2.1',
      quote:
        'Unless other operations change the resource, this operation SHALL NOT change the modify timestamp of the resource.',
      severity: 'MUST',
      heldIn: 'src/service/change.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const value: unknown = await type.value(place);
        const created = await type.create([place, value]);
        await new Promise((resolve) => setTimeout(resolve, 5));
        const after = await type.patched(created, { op: 'add', path: place.path, value });
        hold(
          after['meta']?.lastModified === created['meta']?.lastModified,
          `meta.lastModified went from ${created['meta']?.lastModified} to ${after['meta']?.lastModified}`,
        );
      }),
    },
  ],
};
