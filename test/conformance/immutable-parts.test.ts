// Immutable parts of the values of a list (RFC 7643 sections 2.2 and 7): the same value is the one of the same `value`.
import { expect, test } from '@jest/globals';
import { DEVICE, devicesUnderTest } from './devices.js';

const { call, patch, create } = devicesUnderTest();
const schemas = [DEVICE];

const slot = (value: string, bay?: string) => ({ value, state: 'free', ...(bay === undefined ? {} : { bay }) });
const given = { slots: [slot('a', '1'), slot('b')], stamps: [{ text: 'T', made: '1' }] };

async function refused(change: (path: string, serial: string) => ReturnType<typeof call>, detail: RegExp) {
  const created = await create(given);
  const path = `/Devices/${created.id}`;
  const { status, body } = await change(path, created.serial);
  expect([status, body.scimType]).toEqual([400, 'mutability']);
  expect(body.detail).toMatch(detail);
  expect((await call('GET', path)).body).toEqual(created);
}

/** What is read of the lists after a change that is answered 200. */
async function taken(change: (path: string, serial: string) => ReturnType<typeof call>) {
  const { id, serial } = await create(given);
  expect((await change(`/Devices/${id}`, serial)).status).toBe(200);
  const { slots, stamps } = (await call('GET', `/Devices/${id}`)).body;
  return { slots, stamps };
}

test.each([[[slot('a', '2')]], [[slot('b'), slot('A', '2')]]])(
  'RFC 7644 3.5.1: a PUT of another value is 400 mutability: %j',
  (slots) =>
    refused(
      (path, serial) => call('PUT', path, { schemas, serial, slots }),
      /^slots.bay is immutable and has the value "1", not "2"$/,
    ),
);

test.each<[object[], object[]]>([
  [given.slots, given.slots],
  [[{ value: 'a', state: 'used' }], [{ value: 'a', state: 'used', bay: '1' }]],
  [
    [slot('b', '2'), slot('c', '3')],
    [slot('b', '2'), slot('c', '3')],
  ],
  [[slot('c', '1')], [slot('c', '1')]],
])('a PUT may repeat it, leave it out, give it once, and drop the value that holds it: %j', async (slots, expected) => {
  const stamps = [{ text: 'T', made: '2' }];
  // Stamps have no `value`: that of 2 is another stamp.
  expect(await taken((path, serial) => call('PUT', path, { schemas, serial, slots, stamps }))).toEqual({
    slots: expected,
    stamps,
  });
});

test.each([
  [{ op: 'replace', path: 'slots[value eq "a"].bay', value: '2' }],
  [{ op: 'add', path: 'slots[value eq "a"].bay', value: '2' }],
  [{ op: 'remove', path: 'slots[value eq "a"].bay' }],
  [{ op: 'replace', path: 'slots[value eq "a"]', value: { value: 'a', bay: '2' } }],
  [{ op: 'replace', path: 'slots.bay', value: '2' }],
  [{ op: 'replace', path: 'slots', value: [slot('a', '2')] }],
  [{ op: 'replace', path: 'slots', value: [slot('a')] }],
  [{ op: 'replace', value: { slots: [slot('a', '2')] } }],
])('RFC 7644 3.5.2: the PATCH %j is 400 mutability', (operation) =>
  refused((path) => patch(path, operation), /^slots.bay is immutable and has the value "1", not/),
);

test.each<[object, object[]]>([
  [{ op: 'replace', path: 'slots[value eq "a"].bay', value: '1' }, given.slots],
  [{ op: 'add', path: 'slots[value eq "b"].bay', value: '2' }, [slot('a', '1'), slot('b', '2')]],
  [{ op: 'remove', path: 'slots[value eq "a"]' }, [slot('b')]],
  [{ op: 'add', path: 'slots', value: [slot('c', '3')] }, [...given.slots, slot('c', '3')]],
  [{ op: 'replace', path: 'slots', value: [slot('c', '3')] }, [slot('c', '3')]],
])('RFC 7643 4.2: the PATCH %j adds or removes a value, and changes none', async (operation, slots) => {
  expect(await taken((path) => patch(path, operation))).toEqual({ ...given, slots });
});
