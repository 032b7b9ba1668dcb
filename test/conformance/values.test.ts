// What is a value of each data type (RFC 7643 section 2.3), as JSON says it: it is answered as it came, or refused.
import { describe, expect, test } from '@jest/globals';
import { DEVICE, devicesUnderTest, newDevice } from './devices.js';
import { PATCH_OP } from './subject.js';

const { call, create } = devicesUnderTest();

/** A device with an attribute whose value is this JSON, which JSON.stringify might write otherwise. */
const deviceWith = (name: string, json: string) => JSON.stringify(newDevice({ [name]: '?' })).replace('"?"', json);

describe('a value is answered as it came, and giving it again changes nothing', () => {
  test.each<[name: string, json: string, value: unknown]>([
    ['uses', '-0', 0],
    ['uses', '1.0e3', 1000],
    ['uses', '-2147483649', -2147483649],
    ['uses', '9007199254740991', 9007199254740991],
    ['uses', '-9007199254740991', -9007199254740991],
    ['weight', '-0.0', 0],
    ['weight', '1e21', 1e21],
    ['weight', '1.7976931348623157e308', 1.7976931348623157e308],
    ['weight', '5e-324', 5e-324],
    ['weight', '18446744073709551616', 18446744073709551616],
    ['built', '"2024-02-29T23:59:59.123456789-14:00"', '2024-02-29T23:59:59.123456789-14:00'],
    ['seal', '"+/+/AA=="', '+/+/AA=='],
    // "Trailing padding characters MAY be omitted" (RFC 7643 section 2.3.6).
    ['seal', '"+/+/AA"', '+/+/AA'],
    ['seal', '"+/+/AAA"', '+/+/AAA'],
    ['seal', '""', ''],
  ])('%s %s', async (name, json, value) => {
    const body = deviceWith(name, json);
    const created = await call('POST', '/Devices', body);
    expect(created.status).toBe(201);
    expect(created.body[name]).toBe(value);
    const path = `/Devices/${created.body.id}`;
    const read = await call('GET', path);
    expect(read.body).toEqual(created.body);
    expect((await call('PUT', path, read.body)).body).toEqual(created.body);
    expect((await call('PUT', path, body.replace(/"serial":"[^"]*"/, `"serial":"${read.body.serial}"`))).body).toEqual(
      created.body,
    );
  });
});

describe('what is no value is 400 invalidValue, and says why', () => {
  test.each<[name: string, json: string, detail: string]>([
    ['uses', '1e400', 'uses has a number beyond ±1.8e308'],
    ['weight', '-1e400', 'weight has a number beyond ±1.8e308'],
    ['uses', '9007199254740993', 'uses must be 9007199254740991 or less, not 9007199254740992'],
    ['uses', '-9007199254740992', 'uses must be -9007199254740991 or more, not -9007199254740992'],
    ['uses', '1.5', 'uses must be an integer, not 1.5'],
    ['built', '"2024-02-29T24:00:00Z"', 'built must be a date and time with its zone'],
    ['seal', '"AAAA\\n"', 'seal must be base64'],
    ['seal', '"no base64!\\n\\n"', 'seal must be base64'],
    ['seal', '"-_-_"', 'seal must be base64'],
    ['seal', '"AAAAA"', 'seal must be base64'],
  ])('%s %s', async (name, json, detail) => {
    const { id } = await create({ kind: 'watch' });
    const operation = `{"op":"replace","path":"${name}","value":${json}}`;
    for (const { status, body } of [
      await call('POST', '/Devices', deviceWith(name, json)),
      await call('PUT', `/Devices/${id}`, deviceWith(name, json)),
      await call('PATCH', `/Devices/${id}`, `{"schemas":["${PATCH_OP}"],"Operations":[${operation}]}`),
    ]) {
      expect([status, body.scimType]).toEqual([400, 'invalidValue']);
      expect(body.detail).toContain(detail.replace(`${name} has`, ' has'));
    }
    expect((await call('GET', `/Devices/${id}`)).body).toMatchObject({ schemas: [DEVICE], kind: 'watch' });
  });
});
