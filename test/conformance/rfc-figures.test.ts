// The RFCs' own examples, sent to the server: RFC 7643 8.1 to 8.4 and the PATCH requests of RFC 7644 3.5.2.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { ENTERPRISE, fixture, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();

// The ids that the figures give to Babs Jensen and to James Smith (or Mandy Pepperidge).
const BABS = '2819c223-7f76-453a-919d-413861904646';
const JAMES = '08e1d05d-121c-4561-8b96-473d93df9210';
const MANDY = '902c246b-6245-4190-8e05-00816be7344a';

/** A figure with the ids of resources that exist here. */
function withIds(figure: Reply['body'], ids: Readonly<Record<string, string>>): Reply['body'] {
  const text = Object.entries(ids).reduce((json, [from, to]) => json.replaceAll(from, to), JSON.stringify(figure));
  return JSON.parse(text);
}

describe('RFC 7643 8: representations are taken, and read back', () => {
  test.each([
    ['8.1 minimal user', 'rfc7643/minimal-user'],
    ['8.2 full user', 'rfc7643/full-user'],
    ['8.3 enterprise user', 'rfc7643/enterprise-user'],
  ])('%s', async (_what, name) => {
    const figure = { ...fixture(name), userName: unique('bjensen') };
    const created = await subject.client.post('/Users', figure);
    expect(created.status).toBe(201);
    // The server's own: id, meta, groups; the password is never answered; a manager's $ref and displayName are found.
    const { id, meta, groups, password, [ENTERPRISE]: extension, ...attributes } = figure;
    expect(created.body).toMatchObject(attributes);
    expect(created.body.id).not.toBe(id);
    expect(created.body.meta).not.toEqual(meta);
    for (const name of ['groups', 'password']) expect(created.body).not.toHaveProperty(name);
    if (extension !== undefined) {
      const manager = { value: extension.manager.value };
      expect(created.body[ENTERPRISE]).toMatchObject({ ...extension, manager });
    }
    expect((await subject.client.get(`/Users/${created.body.id}`)).body).toEqual(created.body);
  });

  test('8.4 group', async () => {
    const babs = await subject.createUser({ displayName: 'Babs Jensen' });
    const mandy = await subject.createUser({ displayName: 'Mandy Pepperidge' });
    const figure = withIds(fixture('rfc7643/group'), { [BABS]: babs.id, [MANDY]: mandy.id });
    const created = await subject.client.post('/Groups', figure);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ schemas: figure.schemas, displayName: 'Tour Guides' });
    expect(created.body.members).toEqual([
      { value: babs.id, $ref: babs.meta.location, display: 'Babs Jensen', type: 'User' },
      { value: mandy.id, $ref: mandy.meta.location, display: 'Mandy Pepperidge', type: 'User' },
    ]);
    expect((await subject.client.get(`/Groups/${created.body.id}`)).body).toEqual(created.body);
  });
});

describe("RFC 7644 3.5.2: PATCH of a group's members", () => {
  const display = { babs: 'Babs Jensen', james: 'James Smith' };
  let babs: Reply['body'];
  let james: Reply['body'];
  beforeEach(async () => {
    babs = await subject.createUser({ displayName: display.babs });
    james = await subject.createUser({ displayName: display.james });
  });

  test.each<[name: string, before: readonly string[], after: readonly string[]]>([
    ['add-member', [], [display.babs]],
    ['add-member', [display.james], [display.babs, display.james]],
    ['remove-one-member', [display.babs, display.james], [display.james]],
    ['remove-all-members', [display.babs, display.james], []],
    ['remove-and-add-member', [display.babs], [display.james]],
    ['remove-all-and-add-members', [display.babs], [display.babs, display.james]],
    ['replace-all-members', [display.james], [display.babs, display.james]],
  ])('%s: %j becomes %j', async (name, before, after) => {
    const present = [babs, james].filter(({ displayName }) => before.includes(displayName));
    const members = present.map(({ id }) => ({ value: id }));
    const group = await subject.createGroup({ members });
    const body = withIds(fixture(`rfc7644/${name}`), { [BABS]: babs.id, [JAMES]: james.id });
    const headers = { 'if-match': group.meta.version };
    const reply = await subject.client.request('PATCH', `/Groups/${group.id}`, { body, headers });
    expect(reply.status).toBe(200);
    const found = (reply.body.members ?? []).map((member: { display: string }) => member.display);
    expect(found.sort()).toEqual(after);
    expect((await subject.client.get(`/Groups/${group.id}`)).body).toEqual(reply.body);
  });
});

describe('RFC 7644 3.5.2: PATCH of a user', () => {
  const full = fixture('rfc7643/full-user');
  const [work, home] = full.emails;
  const [office, flat] = full.addresses;
  const changedOffice = fixture('rfc7644/replace-work-address').Operations[0].value;

  test.each<[name: string, before: object, after: object]>([
    ['add-without-path', { emails: [work] }, { emails: [work, home], nickName: 'Babs' }],
    ['remove-complex-value', { emails: [work, home] }, { emails: [home] }],
    ['replace-work-address', { addresses: [office, flat] }, { addresses: [changedOffice, flat] }],
    [
      'replace-street-address',
      { addresses: [office, flat] },
      { addresses: [{ ...office, streetAddress: '1010 Broadway Ave' }, flat] },
    ],
    ['replace-without-path', { title: 'Guide', emails: [home] }, { emails: [work, home], nickName: 'Babs' }],
  ])('%s', async (name, before, after) => {
    const user = await subject.createUser(before);
    const headers = { 'if-match': user.meta.version };
    const body = fixture(`rfc7644/${name}`);
    const reply = await subject.client.request('PATCH', `/Users/${user.id}`, { body, headers });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ ...user, ...after, meta: reply.body.meta });
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(reply.body);
  });
});
