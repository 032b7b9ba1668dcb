// An event that MongoDB refuses for good, though it takes others: it is set aside, and holds nothing up.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Document } from 'mongodb';
import { newUser } from '../conformance/subject.js';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';
import { until } from '../support/until.js';
import { carriedBy, delivered, eventsOf, settledEvents } from './events.js';

const settings = { MONGODB_URI: databaseUri(), AUDIT_RETENTION_DAYS: '10' };
const DAY_MS = 86_400_000;
let server: TestServer;
let client: TestClient;
let refused: any;

beforeAll(async () => {
  server = await startServer(settings);
  client = new TestClient(server);
  await server.db.command({ collMod: 'audit', validator: { 'r.target.display': { $ne: 'Refused' } } });
  refused = (await client.post('/Users', newUser({ displayName: 'Refused' }))).body;
});
afterAll(() => server.close());

const aside = () => server.db.collection<Document & { _id: string }>('auditAside');
/** How many changes were recorded before they were made. */
const recordedBefore = () =>
  server.observations.filter((seen) => seen.kind === 'databaseBatch' && seen.call === 'audit').length;
const failures = () => server.observations.filter(({ kind }) => kind === 'jobFailed');
const setAside = () => server.observations.filter(({ kind }) => kind === 'auditEventSetAside');

test('as long as the log may be at fault, it is tried again and kept', async () => {
  await until(() => failures().length >= 3);
  expect(setAside()).toEqual([]);
  expect(await carriedBy(server.db, refused.id)).toMatchObject([{ action: 'create' }]);
});

test('once the log has taken another, it is set aside whole, and its resource carries it no more', async () => {
  const [event] = await carriedBy(server.db, refused.id);
  const { status, body } = await client.post('/Users', newUser());
  expect([status, recordedBefore()]).toEqual([201, 1]);
  await settledEvents(server.db, body.id, 1);
  const [kept] = await until(async () => {
    const found = await aside().find().toArray();
    return found.length > 0 && found;
  });
  expect(kept).toMatchObject({ _id: event.id, why: 'Document failed validation' });
  expect(JSON.parse(kept?.['event'])).toEqual(event);
  expect(kept?.['expires'].getTime() - Date.parse(event.time)).toBe(10 * DAY_MS);
  const indexes = await aside().indexes();
  expect(indexes).toMatchObject([{ key: { _id: 1 } }, { key: { expires: 1 }, expireAfterSeconds: 0 }]);
  await delivered(server.db);
  expect(await eventsOf(server.db, refused.id)).toEqual([]);
  expect(setAside()).toMatchObject([{ tenant: 'default', event: event.id, error: { code: 121 } }]);
});

test('then changes are recorded with their write again, and it is tried no more', async () => {
  const before = { tries: failures().length, recorded: recordedBefore() };
  const { body } = await client.post('/Users', newUser());
  await settledEvents(server.db, body.id, 1);
  expect({ tries: failures().length, recorded: recordedBefore() }).toEqual(before);
});

test('a start tries it again: it stays while the log refuses it, and is in the log once that takes it', async () => {
  await server.stop();
  server = await startServer(settings);
  expect(await aside().countDocuments()).toBe(1);
  await server.db.command({ collMod: 'audit', validator: {} });
  await server.stop();
  server = await startServer(settings);
  const [event] = await settledEvents(server.db, refused.id, 1);
  expect(event).toMatchObject({ action: 'create', outcome: { result: 'success' } });
  await until(async () => (await aside().countDocuments()) === 0);
});

test('a DELETE of what carries it is 503 until it is set aside', async () => {
  const created = { 'r.target.display': 'Gone', 'r.action': 'create' };
  await server.db.command({ collMod: 'audit', validator: { $nor: [created] } });
  client = new TestClient(server);
  const { body: gone } = await client.post('/Users', newUser({ displayName: 'Gone' }));
  const { status, headers, body } = await client.delete(`/Users/${gone.id}`);
  expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  expect(body.detail).toBe('the audit log does not take what the resource carries yet: try again later');
  await until(async () => (await client.delete(`/Users/${gone.id}`)).status === 204);
  expect(await aside().countDocuments()).toBe(1);
  await until(async () => (await eventsOf(server.db, gone.id)).at(-1).outcome.result === 'success');
});

test('of many, those that the log refuses still are not in the way of one that it takes', async () => {
  const { event: text, ...kept } = (await aside().findOne()) as any;
  const copy = (id: string, display: string) => {
    const { target, ...event } = JSON.parse(text);
    return { ...kept, _id: id, event: JSON.stringify({ ...event, id, target: { ...target, display } }) };
  };
  const refusedStill = Array.from({ length: 1_200 }, (_none, index) => copy(`a${index}`, 'Gone'));
  await aside().deleteMany({});
  await aside().insertMany([...refusedStill, copy('b', 'Taken')]);
  await server.stop();
  server = await startServer(settings);
  await until(() => server.db.collection<Document & { _id: string }>('audit').findOne({ _id: 'b' }));
  await until(async () => (await aside().countDocuments()) === refusedStill.length);
});
