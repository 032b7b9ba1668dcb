// `default` of an attribute, and of a part of a complex one (RFC 7644 sections 3.3 and 3.5.1 leave defaults to the
// server): a part gets it where the value that holds it is new.
import { expect, test } from '@jest/globals';
import type { Reply } from './devices.js';
import { DEVICE, LEASE, devicesUnderTest } from './devices.js';

const { call, patch, create } = devicesUnderTest();
const schemas = [DEVICE, LEASE];

/** What is read of the attributes in question, after each of the requests. */
async function after(created: object, ...changes: ((path: string, serial: string) => Promise<Reply>)[]) {
  const { id, serial } = await create(created);
  const path = `/Devices/${id}`;
  for (const change of changes) expect((await change(path, serial)).status).toBe(200);
  const { gauge, slots, [LEASE]: lease } = (await call('GET', path)).body;
  return { gauge, slots, lease };
}
const put = (attributes: object) => (path: string, serial: string) =>
  call('PUT', path, { schemas, serial, ...attributes });
const patched = (operation: object) => (path: string) => patch(path, operation);
const nothing = { gauge: undefined, slots: undefined, lease: undefined };

const slot = (value: string, state: string) => ({ value, state });

test('a part of a complex value that is given gets its default, and no value is made for it', async () => {
  const given = {
    gauge: { name: 'G' },
    slots: [{ value: 'a' }, slot('b', 'used')],
    [LEASE]: { insurance: { policy: 'P' } },
  };
  const whole = {
    gauge: { name: 'G', unit: 'K' },
    slots: [slot('a', 'free'), slot('b', 'used')],
    lease: { insurance: { policy: 'P', state: 'none' } },
  };
  expect(await after({})).toEqual(nothing);
  expect(await after(given)).toEqual(whole);
  expect(await after({}, put(given))).toEqual(whole);
  expect(await after({}, patched({ op: 'add', value: given }))).toEqual(whole);
  expect(await after({}, patched({ op: 'replace', value: given }))).toEqual(whole);
});

test.each<[object, object]>([
  [{ op: 'add', path: 'gauge.name', value: 'G' }, { gauge: { name: 'G', unit: 'K' } }],
  [{ op: 'replace', path: 'gauge', value: { name: 'G' } }, { gauge: { name: 'G', unit: 'K' } }],
  [{ op: 'replace', path: 'gauge.name', value: null }, {}],
  [{ op: 'replace', path: 'gauge', value: { name: null } }, {}],
  [{ op: 'remove', path: 'gauge.name' }, {}],
  [{ op: 'add', path: 'slots', value: [{ value: 'a' }] }, { slots: [slot('a', 'free')] }],
  [{ op: 'replace', path: 'slots', value: [{ value: 'a' }] }, { slots: [slot('a', 'free')] }],
  [
    { op: 'add', path: `${LEASE}:insurance.policy`, value: 'P' },
    { lease: { insurance: { policy: 'P', state: 'none' } } },
  ],
])('the PATCH %j', async (operation, changed) => {
  expect(await after({}, patched(operation))).toEqual({ ...nothing, ...changed });
});

test('a value that has another keeps it, and one that was rid of it gets none', async () => {
  const given = { gauge: { name: 'G', unit: 'F' }, slots: [slot('a', 'used')] };
  expect(await after(given, patched({ op: 'add', path: 'gauge', value: { name: 'H' } }))).toEqual({
    ...nothing,
    ...given,
    gauge: { name: 'H', unit: 'F' },
  });
  expect(await after(given, put({ gauge: { name: 'H' }, slots: [{ value: 'a' }, { value: 'b' }] }))).toEqual({
    ...nothing,
    gauge: { name: 'H', unit: 'F' },
    slots: [slot('a', 'used'), slot('b', 'free')],
  });
  const bare = { gauge: { name: 'G' } };
  const rid = patched({ op: 'remove', path: 'gauge.unit' });
  expect(await after(bare, rid)).toEqual({ ...nothing, ...bare });
  expect(await after(bare, rid, put(bare))).toEqual({ ...nothing, ...bare });
});

test('the value of a path whose filter selected one, or described one', async () => {
  const path = 'slots[value eq "a"]';
  const replaced = { op: 'replace', path, value: { value: 'b' } };
  expect((await after({ slots: [slot('a', 'used')] }, patched(replaced))).slots).toEqual([slot('b', 'free')]);
  const added = { op: 'add', path: `${path}.bay`, value: 'B' };
  expect((await after({}, patched(added))).slots).toEqual([{ ...slot('a', 'free'), bay: 'B' }]);
});
