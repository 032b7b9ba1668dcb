// The characteristics of attributes (RFC 7643 sections 2.2 and 7), each on an attribute of its own: of a resource type
// that the sources don't know, as a document may have it.
import { describe, expect, test } from '@jest/globals';
import { DEVICE, LEASE, devicesUnderTest, newDevice } from './devices.js';
import { unique } from './subject.js';

const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

const { call, patch, create } = devicesUnderTest();

const given = {
  badge: 'B',
  note: 'N',
  pin: '1234',
  hidden: 'H',
  model: 'M1',
  kind: 'watch',
  health: 'bad',
  maker: { name: 'Acme', site: 'Berlin', country: 'DE', key: 'K' },
  ports: [
    { value: 'p1', type: 'usb', speed: 5, secret: 's' },
    { value: 'p2', type: 'odd', speed: 9 },
  ],
  labels: ['a', 'b'],
  [LEASE]: { lessor: 'L', rate: 1.5, term: { months: 3, since: '2024-01-01T00:00:00Z' } },
};

/** What is shown of it unasked. */
const shown = {
  badge: 'B',
  model: 'M1',
  kind: 'watch',
  maker: { name: 'Acme', country: 'DE' },
  ports: [
    { value: 'p1', type: 'usb', speed: 5 },
    { value: 'p2', type: 'odd', speed: 9 },
  ],
  labels: ['a', 'b'],
  [LEASE]: { lessor: 'L', term: { months: 3, since: '2024-01-01T00:00:00Z' } },
};

/** Of that, the attributes of the base schema. */
const { [LEASE]: _lease, ...ofBase } = { ...shown, serial: expect.any(String) };

const schemas = [DEVICE, LEASE];
const device = (attributes: object = given) => newDevice(attributes);
const createDevice = (attributes: object = given) => create(attributes);

describe('RFC 7643 7: returned', () => {
  test('unasked: always and default; what is read-only is ignored, what is canonical only suggested', async () => {
    const { serial: _serial, ...body } = await createDevice();
    expect(body).toEqual({ schemas, id: expect.any(String), meta: expect.any(Object), ...shown });
  });

  test('always, without a value: absent, as what is unassigned is (RFC 7643 2.5)', async () => {
    const { badge: _badge, ...rest } = given;
    const { id } = await createDevice(rest);
    expect((await call('GET', `/Devices/${id}?attributes=kind`)).body).toEqual({ schemas, id, kind: 'watch' });
  });

  test('request: in answer to the POST, PUT or PATCH that gives it, and to no other', async () => {
    const onRequest = {
      note: 'N',
      maker: { ...shown.maker, site: 'Berlin' },
      [LEASE]: { ...shown[LEASE], rate: 1.5 },
    };
    const created = await call('POST', '/Devices', device());
    const { id, serial } = created.body;
    const path = `/Devices/${id}`;
    const common = { schemas, id, serial, meta: expect.any(Object) };
    expect(created.body).toEqual({ ...common, ...shown, ...onRequest });
    expect((await call('PUT', path, { ...device(), serial })).body).toEqual({ ...common, ...shown, ...onRequest });
    expect((await patch(path, { op: 'add', path: 'labels', value: 'b' })).body).toEqual({ ...common, ...shown });
    for (const operation of [
      { op: 'replace', path: 'NOTE', value: 'N2' },
      { op: 'replace', value: { note: 'N2' } },
    ]) {
      expect((await patch(path, operation)).body).toEqual({ ...common, ...shown, note: 'N2' });
    }
    const { body } = await patch(path, { op: 'replace', path: 'maker.site', value: 'Bonn' });
    expect(body).toEqual({ ...common, ...shown, maker: { ...shown.maker, site: 'Bonn' } });
    expect((await call('GET', path)).body).toEqual({ ...common, ...shown });
  });

  /** What each shows beside `schemas`, `id` and the badge, which are always returned. */
  const SELECTIONS: readonly (readonly [query: string, rest: object])[] = [
    ['attributes=note', { note: 'N' }],
    ['attributes=NOTE,labels', { note: 'N', labels: ['a', 'b'] }],
    ['attributes=maker', { maker: { name: 'Acme', country: 'DE' } }],
    ['attributes=maker.site', { maker: { site: 'Berlin' } }],
    ['attributes=maker,maker.site', { maker: { name: 'Acme', country: 'DE', site: 'Berlin' } }],
    [`attributes=${DEVICE}:kind`, { kind: 'watch' }],
    [`attributes=${DEVICE.toUpperCase()}:PORTS.SPEED`, { ports: [{ speed: 5 }, { speed: 9 }] }],
    ['attributes=ports[type eq "usb"].value', { ports: [{ value: 'p1' }, { value: 'p2' }] }],
    ['attributes=ports[speed gt 6]', { ports: shown.ports }],
    [`attributes=${DEVICE}`, ofBase],
    [`attributes=${DEVICE.toUpperCase()},${LEASE}:rate`, { ...ofBase, [LEASE]: { rate: 1.5 } }],
    [`attributes=${LEASE}`, { [LEASE]: shown[LEASE] }],
    [`attributes=${LEASE.toLowerCase()}:Rate`, { [LEASE]: { rate: 1.5 } }],
    [`attributes=${LEASE}:term.months`, { [LEASE]: { term: { months: 3 } } }],
    ['attributes=pin,hidden,maker.key,ports.secret', {}],
    ['attributes=shoeSize,urn:example:nothing:x,ports.nothing', {}],
    ['attributes=badge', {}],
    ['attributes= , labels ,', { labels: ['a', 'b'] }],
  ];

  test.each(SELECTIONS)('%s is the same in every answer', async (query, rest) => {
    const { id, serial } = await createDevice();
    const expected = { schemas, id, badge: 'B', ...rest };
    const [name = '', list = ''] = query.split('=');
    const search = new URLSearchParams({ [name]: list }).toString();
    const path = `/Devices/${id}?${search}`;
    const filter = `id eq "${id}"`;
    const created = await call('POST', `/Devices?${search}`, device());
    expect(created.body).toEqual({ ...expected, id: created.body.id });
    const answers = [
      await call('GET', path),
      await call('PUT', path, { ...device(), serial }),
      await patch(path, { op: 'add', path: 'labels', value: 'b' }),
      await call('GET', `/Devices?${new URLSearchParams({ filter, [name]: list }).toString()}`),
      await call('POST', '/Devices/.search', { schemas: [SEARCH], filter, [name]: list.split(',') }),
      await call('POST', '/.search', { schemas: [SEARCH], filter, [name]: list.split(',') }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    for (const { body } of answers) expect(body.Resources?.[0] ?? body).toEqual(expected);
  });

  test.each<[query: string, changed: object]>([
    ['labels,MAKER.country', { labels: undefined, maker: { name: 'Acme' } }],
    ['badge,schemas,id', {}],
    ['note,pin', {}],
    [`${DEVICE}:ports.type`, { ports: shown.ports.map(({ value, speed }) => ({ value, speed })) }],
    ['ports[type eq "usb"]', { ports: undefined }],
    [`${LEASE.toUpperCase()}:TERM.since`, { [LEASE]: { lessor: 'L', term: { months: 3 } } }],
    [LEASE, { [LEASE]: undefined }],
    [DEVICE.toUpperCase(), { ...Object.fromEntries(Object.keys(ofBase).map((name) => [name, undefined])), badge: 'B' }],
    ['shoeSize', {}],
  ])('excludedAttributes=%s is the same in every answer', async (excludedAttributes, changed) => {
    const { id, serial } = await createDevice();
    const path = `/Devices/${id}?${new URLSearchParams({ excludedAttributes }).toString()}`;
    const filter = `id eq "${id}"`;
    const answers = [
      await call('GET', path),
      // Of what is returned on request, it gives nothing.
      await call('PUT', path, { ...device(shown), serial }),
      await patch(path, { op: 'add', path: 'labels', value: 'b' }),
      await call('GET', `/Devices?${new URLSearchParams({ filter, excludedAttributes }).toString()}`),
    ];
    for (const { body } of answers) {
      const { meta, schemas: _urns, ...rest } = body.Resources?.[0] ?? body;
      expect(meta).toMatchObject({ resourceType: 'Device' });
      expect({ ...rest }).toEqual(JSON.parse(JSON.stringify({ id, serial, ...shown, ...changed })));
    }
  });

  test('what is never returned is no filter and sorts nothing', async () => {
    for (const name of ['pin', 'hidden', 'maker.key', 'ports.secret', `${DEVICE}:PIN`]) {
      const filtered = await call('GET', `/Devices?${new URLSearchParams({ filter: `${name} pr` }).toString()}`);
      expect([filtered.status, filtered.body.scimType]).toEqual([400, 'invalidFilter']);
      const sorted = await call('GET', `/Devices?sortBy=${name}`);
      expect([sorted.status, sorted.body.scimType]).toEqual([400, 'invalidValue']);
      expect(sorted.body.detail).toMatch(/is never returned/);
    }
  });
});

describe('RFC 7643 7: mutability immutable', () => {
  test.each<[string, object]>([
    ['an attribute', { model: 'M2' }],
    ['a sub-attribute', { maker: { name: 'Other' } }],
    ['an attribute of an extension', { [LEASE]: { lessor: 'Other' } }],
  ])('RFC 7644 3.5.1: a PUT of another value of %s is 400 mutability', async (_what, change) => {
    const created = await createDevice();
    const path = `/Devices/${created.id}`;
    const { status, body } = await call('PUT', path, { ...device({ ...given, ...change }), serial: created.serial });
    expect([status, body.scimType]).toEqual([400, 'mutability']);
    expect((await call('GET', path)).body).toEqual(created);
  });

  test('a PUT that leaves all of them out leaves them as they are, and nothing else', async () => {
    const { id, serial } = await createDevice();
    const bare = { schemas: [DEVICE], serial };
    const kept = { model: 'M1', maker: { name: 'Acme' }, [LEASE]: { lessor: 'L' } };
    const { status, body } = await call('PUT', `/Devices/${id}`, bare);
    expect(status).toBe(200);
    expect(body).toEqual({ ...bare, schemas, id, meta: expect.any(Object), ...kept });
    const again = await call('PUT', `/Devices/${id}`, { ...bare, maker: { name: 'Other' } });
    expect([again.status, again.body.scimType]).toEqual([400, 'mutability']);
  });

  test.each([
    [{ op: 'replace', path: 'model', value: 'M2' }],
    [{ op: 'add', path: 'model', value: 'M2' }],
    [{ op: 'remove', path: 'model' }],
    [{ op: 'replace', value: { model: 'M2' } }],
    [{ op: 'replace', path: 'maker.name', value: 'Other' }],
    [{ op: 'remove', path: 'maker' }],
    [{ op: 'remove', path: `${LEASE}:lessor` }],
    [{ op: 'remove', path: LEASE }],
  ])('RFC 7644 3.5.2: the PATCH %j is 400 mutability', async (operation) => {
    const created = await createDevice();
    const path = `/Devices/${created.id}`;
    const { status, body } = await patch(path, { op: 'add', path: 'labels', value: 'c' }, operation);
    expect([status, body.scimType]).toEqual([400, 'mutability']);
    expect((await call('GET', path)).body).toEqual(created);
  });

  test('may be given once, later than the resource, and repeated', async () => {
    const { id, serial } = await createDevice({ badge: 'B' });
    const path = `/Devices/${id}`;
    for (const value of ['M1', 'M1']) expect((await patch(path, { op: 'add', path: 'model', value })).status).toBe(200);
    const repeated = { schemas, serial, model: 'M1', [LEASE]: { lessor: 'L' } };
    for (let n = 0; n < 2; n += 1) expect((await call('PUT', path, repeated)).body).toMatchObject(repeated);
  });
});

describe('RFC 7643 7: mutability readOnly', () => {
  test('is ignored in POST, PUT and a value of PATCH, and 400 mutability in its path', async () => {
    const { id, serial } = await createDevice();
    const path = `/Devices/${id}`;
    expect((await call('PUT', path, { ...device(), serial, health: 'good' })).body).not.toHaveProperty('health');
    expect((await patch(path, { op: 'add', value: { health: 'good' } })).body).not.toHaveProperty('health');
    const { status, body } = await patch(path, { op: 'add', path: 'health', value: 'good' });
    expect([status, body.scimType]).toEqual([400, 'mutability']);
  });
});

describe('RFC 7643 7: uniqueness and caseExact', () => {
  test('server: exactly, where case counts', async () => {
    const serial = unique('Serial');
    await createDevice({ serial });
    expect((await call('POST', '/Devices', device({ serial }))).body).toMatchObject({
      status: '409',
      scimType: 'uniqueness',
    });
    await createDevice({ serial: serial.toUpperCase() });
    expect((await call('GET', `/Devices?filter=serial eq "${serial}"`)).body.totalResults).toBe(1);
  });

  test('global: as server at least, by POST, PUT and PATCH, in any letter case where case does not count', async () => {
    const assetTag = unique('Tag');
    await createDevice({ assetTag });
    const { id, serial } = await createDevice({});
    const clash = assetTag.toUpperCase();
    const replies = [
      await call('POST', '/Devices', device({ assetTag: clash })),
      await call('PUT', `/Devices/${id}`, { schemas, serial, assetTag: clash }),
      await patch(`/Devices/${id}`, { op: 'add', path: 'assetTag', value: clash }),
    ];
    for (const { status, body } of replies) expect([status, body.scimType]).toEqual([409, 'uniqueness']);
  });
});

describe('RFC 7644 3.4.2.3: sortBy', () => {
  test.each([
    ['maker', /maker has no single value/],
    [LEASE, /no single value/],
    [`${LEASE}:term`, /no single value/],
    ['shoeSize', /no attribute "shoeSize"/],
  ])('%s is 400 invalidValue', async (sortBy, detail) => {
    const { status, body } = await call('GET', `/Devices?sortBy=${sortBy}`);
    expect([status, body.scimType]).toEqual([400, 'invalidValue']);
    expect(body.detail).toMatch(detail);
  });

  test.each(['ports', 'labels', 'note', 'ports.speed', `${LEASE}:term.months`, `${DEVICE}:maker.COUNTRY`])(
    '%s sorts',
    async (sortBy) => {
      expect((await call('GET', `/Devices?sortBy=${sortBy}&attributes=id`)).status).toBe(200);
    },
  );
});

describe('RFC 7644 3.5.2: a filter in a path selects values of a simple list by their value', () => {
  test.each<[object, string[] | undefined]>([
    [{ op: 'remove', path: 'labels[value eq "A"]' }, ['b']],
    [{ op: 'remove', path: 'labels[not (value sw "c")]' }, undefined],
    [{ op: 'remove', path: 'labels[value eq "z"]' }, ['a', 'b']],
    [{ op: 'replace', path: 'labels[value eq "a"]', value: 'c' }, ['c', 'b']],
    [{ op: 'add', path: 'labels[value eq "a"]', value: 'a' }, ['a', 'b']],
  ])('%j', async (operation, labels) => {
    const { id } = await createDevice();
    const { status, body } = await patch(`/Devices/${id}`, operation);
    expect([status, body.labels]).toEqual([200, labels]);
  });

  test.each([
    [{ op: 'replace', path: 'labels[value eq "z"]', value: 'c' }, 'noTarget'],
    [{ op: 'replace', path: 'labels[value eq "a"]', value: 7 }, 'invalidValue'],
    [{ op: 'remove', path: 'labels[type eq "a"]' }, 'invalidFilter'],
    [{ op: 'remove', path: 'labels[value eq "a"].value' }, 'invalidPath'],
  ])('%j is 400 %s', async (operation, scimType) => {
    const { id } = await createDevice();
    expect(await patch(`/Devices/${id}`, operation)).toMatchObject({ status: 400, body: { scimType } });
  });
});
