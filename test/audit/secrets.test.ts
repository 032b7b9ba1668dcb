// No record has a secret, nor its digest: what the document marks is masked, wherever it stands.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newUser, unique } from '../conformance/subject.js';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { temporaryDocument, WITH_SECRETS } from '../support/temporary-document.js';
import { settledEvents } from './events.js';

/** Passwords are kept as hashes, a nickname is never returned, and neither is the type of an address. */
const document = temporaryDocument([
  ...WITH_SECRETS,
  [
    'schemas/User.yaml',
    '  emails:\n    type: array\n',
    '  keys:\n    type: array\n    description: Keys.\n    items:\n      type: object\n      properties:\n' +
      '        value:\n          type: string\n          description: A name.\n          x-scim: { caseExact: true }\n' +
      '        pin:\n          type: string\n          description: A secret.\n' +
      '          writeOnly: true\n          x-scim: { caseExact: true, secret: argon2id }\n' +
      '  emails:\n    type: array\n',
  ],
]);
let server: TestServer;
let client: TestClient;

beforeAll(async () => {
  server = await startServer({ OPENAPI_DIR: document.directory });
  client = new TestClient(server);
});
afterAll(async () => {
  await server.close();
  document.remove();
});

test('in a create, a change and a delete', async () => {
  const secret = (n: number) => `t1meMa$heen-${n}`;
  const userName = unique('user');
  const secrets = { password: secret(1), hint: secret(2), keys: [{ value: 'door', pin: secret(3) }] };
  const { id } = (await client.post('/Users', newUser({ userName, ...secrets }))).body;
  await client.patch(`/Users/${id}`, [
    { op: 'replace', path: 'password', value: secret(4) },
    { op: 'replace', path: 'hint', value: secret(5) },
    { op: 'replace', path: 'keys[value eq "door"].pin', value: secret(6) },
  ]);
  await client.put(`/Users/${id}`, newUser({ userName, password: secret(7), hint: secret(8) }));
  await client.delete(`/Users/${id}`);
  const [created, patched, replaced, removed] = await settledEvents(server.db, id, 4);
  const masked = { password: '•••', hint: '•••', keys: [{ value: 'door', pin: '•••' }] };
  expect(JSON.parse(created.changes[0].after)).toMatchObject(masked);
  const keys = '[{"value":"door","pin":"•••"}]';
  expect(patched.changes).toEqual([
    { path: 'hint', op: 'replace', before: '•••', after: '•••' },
    { path: 'password', op: 'replace', before: '•••', after: '•••' },
    { path: 'keys', op: 'replace', before: keys, after: keys },
  ]);
  expect(replaced.changes.map(({ path }: { path: string }) => path)).toEqual(['hint', 'password', 'keys']);
  expect(JSON.parse(removed.changes[0].before)).toMatchObject({ password: '•••', hint: '•••' });

  const log = JSON.stringify(await server.db.collection('audit').find().toArray());
  expect(log).not.toMatch(/t1meMa|argon2/);
  // They are in the resource's own collection no more than as a digest: what is compared here was really there.
  await client.post('/Users', newUser({ password: secret(9) }));
  expect(JSON.stringify(await server.db.collection('User').find().toArray())).toMatch(/argon2id/);
});
