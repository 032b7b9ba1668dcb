// Many changes at once: a record for each that was acknowledged, with the version that it made.
import { expect, test } from '@jest/globals';
import { newUser, serverUnderTest } from '../conformance/subject.js';
import { settledEvents } from './events.js';

const subject = serverUnderTest();
const MANY = 40;
const many = Array.from({ length: MANY }, (_, n) => n);

test('of one user by attributes: each record is of the change that won, and versions have no gap', async () => {
  const { id } = await subject.createUser();
  const replies = await Promise.all(
    many.map((n) => subject.client.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value: `t${n}` }])),
  );
  expect(replies.map(({ status }) => status)).toEqual(many.map(() => 200));
  const [, ...events] = await settledEvents(subject.db, id, MANY + 1);
  expect(events).toHaveLength(MANY);
  const byVersion = new Map(events.map((event) => [event.versions.after, event]));
  let title: string | undefined;
  for (const n of many) {
    const { versions, outcome, changes } = byVersion.get(n + 2);
    expect([versions, outcome.result]).toEqual([{ before: n + 1, after: n + 2 }, 'success']);
    expect(changes).toHaveLength(1);
    // What lost a race was recorded again, with what it found then.
    expect(changes[0].before).toBe(title);
    title = changes[0].after;
  }
});

test('of one group by members, and of many resources', async () => {
  const users = await Promise.all(many.map(() => subject.client.post('/Users', newUser())));
  const ids = users.map(({ body }) => body.id as string);
  const { id } = await subject.createGroup();
  const replies = await Promise.all(
    ids.map((value) => subject.client.patch(`/Groups/${id}`, [{ op: 'add', path: 'members', value: [{ value }] }])),
  );
  expect(replies.every(({ status }) => status === 200 || status === 204)).toBe(true);
  const [, ...events] = await settledEvents(subject.db, id, MANY + 1);
  expect(events.map(({ changes }) => changes[0].targets[0]).sort()).toEqual([...ids].sort());
  expect(events.every(({ outcome }) => outcome.result === 'success')).toBe(true);
  for (const user of ids) expect(await settledEvents(subject.db, user, 1)).toHaveLength(1);
});
