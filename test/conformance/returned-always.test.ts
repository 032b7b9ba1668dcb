// An extension holds attributes and is none itself (RFC 7643 section 3.3): what of it is always returned is shown,
// whether the extension is asked for or not (section 7).
import { expect, test } from '@jest/globals';
import { DEVICE, LEASE, devicesUnderTest } from './devices.js';

const { call, patch, create } = devicesUnderTest();

test.each([
  ['attributes=kind', { kind: 'watch', [LEASE]: { contract: 'C' } }],
  [`attributes=${LEASE}:lessor`, { [LEASE]: { contract: 'C', lessor: 'L' } }],
  [`excludedAttributes=${DEVICE},meta,${LEASE}`, { [LEASE]: { contract: 'C' } }],
  [`excludedAttributes=${DEVICE},meta,${LEASE}:contract`, { [LEASE]: { contract: 'C', lessor: 'L' } }],
])('%s shows the attribute that is always returned', async (query, shown) => {
  const { id } = await create({ kind: 'watch', [LEASE]: { contract: 'C', lessor: 'L' } });
  const expected = { schemas: [DEVICE, LEASE], id, ...shown };
  expect((await call('GET', `/Devices/${id}?${query}`)).body).toEqual(expected);
  const list = await call('GET', `/Devices?${query}&filter=${encodeURIComponent(`id eq "${id}"`)}`);
  expect(list.body.Resources).toEqual([expected]);
  const changed = await patch(`/Devices/${id}?${query}`, { op: 'add', path: 'labels', value: 'b' });
  expect(changed.body).toEqual(expected);
});

test('an extension without a value of it is not shown', async () => {
  const { id } = await create({ kind: 'watch', [LEASE]: { lessor: 'L' } });
  const { body } = await call('GET', `/Devices/${id}?attributes=kind`);
  expect(body).toEqual({ schemas: [DEVICE, LEASE], id, kind: 'watch' });
});
