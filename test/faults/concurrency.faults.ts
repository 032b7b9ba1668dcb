// Many clients on one group at once: whatever they did and were answered could have been one after the other.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { budget } from './budget.js';
import type { Group, GroupAnswer, GroupRequest } from './group-model.js';
import { groupModel } from './group-model.js';
import type { Event } from './linearizable.js';
import { isLinearizable } from './linearizable.js';
import { createRandom, seedOfRun } from './random.js';
import type { ReplicaSet } from './replica-set.js';
import { startReplicaSet } from './replica-set.js';
import type { Outgoing, Reply } from './send.js';
import { groupOf, patchOf, send, userOf, valuesOf } from './send.js';
import type { ServerProcess } from './server-process.js';
import { startServerProcess } from './server-process.js';

const random = createRandom(seedOfRun());
const GROUPS = 8;
const CLIENTS_OF_EACH = 8;
const REQUESTS_OF_EACH = 2;
const KINDS = ['read', 'read', 'add', 'add', 'remove', 'remove', 'swap', 'rename', 'replace', 'replace'] as const;

let set: ReplicaSet;
let server: ServerProcess;
const users: string[] = [];
beforeAll(async () => {
  set = await startReplicaSet();
  server = await startServerProcess(set.uri('concurrency'));
  for (const userName of ['a', 'b', 'c']) {
    users.push((await send(server, { method: 'POST', path: '/Users', body: userOf({ userName }) })).body.id);
  }
});
afterAll(async () => {
  await server.stop();
  await set.stop();
});

function chooseRequest(name: string, mark: string): GroupRequest {
  const [first = '', ...others] = users;
  const user = () => random.pick([first, ...others]);
  const kind = random.chance(0.03) ? 'delete' : random.pick(KINDS);
  if (kind === 'add' || kind === 'remove') return { kind, member: user() };
  if (kind === 'swap') return { kind, add: first, remove: others[0] ?? '' };
  if (kind === 'rename') return { kind, mark };
  if (kind === 'read' || kind === 'delete') return { kind };
  return { kind, mark: random.chance(0.5) ? mark : name, members: random.some(users) };
}

function requestOf(path: string, request: GroupRequest, ifMatch: string | undefined): Outgoing {
  const patch = (...operations: object[]) => ({ method: 'PATCH', path, body: patchOf(...operations) });
  const removal = (id: string) => ({ op: 'remove', path: `members[value eq "${id}"]` });
  const addition = (id: string) => ({ op: 'add', path: 'members', value: valuesOf([id]) });
  if (request.kind === 'read') return { method: 'GET', path };
  if (request.kind === 'delete') return { method: 'DELETE', path };
  if ('member' in request) return patch((request.kind === 'add' ? addition : removal)(request.member));
  if (request.kind === 'swap') return patch(removal(request.remove), addition(request.add));
  if (request.kind === 'rename') return patch({ op: 'replace', path: 'displayName', value: request.mark });
  const body = groupOf({ displayName: request.mark, members: valuesOf(request.members) });
  return { method: 'PUT', path, body, ifMatch };
}

function answerOf({ status, body }: Reply): GroupAnswer {
  if (body?.displayName === undefined) return { status };
  const members = (body.members ?? []).map(({ value }: { value: string }) => value);
  return { status, group: { mark: body.displayName, members } };
}

/** What clients did to a new group, all at once. */
async function round(): Promise<{ initial: Group; history: Event<GroupRequest, GroupAnswer>[] }> {
  const name = randomUUID();
  const initial: Group = { mark: name, members: random.some(users) };
  const body = groupOf({ displayName: initial.mark, members: valuesOf(initial.members) });
  const made = await send(server, { method: 'POST', path: '/Groups', body });
  expect(made.status).toBe(201);
  const path = `/Groups/${made.body.id}`;
  const history: Event<GroupRequest, GroupAnswer>[] = [];
  const client = async (_: unknown, index: number) => {
    for (let count = 0; count < REQUESTS_OF_EACH; count += 1) {
      const request = chooseRequest(name, `${name} ${index}.${count}`);
      const start = performance.now();
      const reply = await send(server, requestOf(path, request, random.chance(0.3) ? made.etag : undefined));
      history.push({ start, end: performance.now(), request, answer: answerOf(reply) });
    }
  };
  await Promise.all(Array.from({ length: CLIENTS_OF_EACH }, client));
  const start = performance.now();
  const last = await send(server, { method: 'GET', path });
  history.push({ start, end: performance.now(), request: { kind: 'read' }, answer: answerOf(last) });
  return { initial, history };
}

test('64 clients on groups: every history could have been one request after the other', async () => {
  const rounds = Math.ceil(budget(0.25) / (GROUPS * CLIENTS_OF_EACH * REQUESTS_OF_EACH));
  const refused: unknown[] = [];
  let requests = 0;
  for (let count = 0; count < rounds; count += 1) {
    for (const { initial, history } of await Promise.all(Array.from({ length: GROUPS }, round))) {
      requests += history.length;
      const statuses = history.map(({ answer }) => answer?.status);
      expect(statuses.filter((status) => ![200, 204, 404, 409, 412].includes(status ?? 0))).toEqual([]);
      for (const shown of ['mark', 'members'] as const) {
        if (!isLinearizable(groupModel(initial, [shown]), history)) refused.push({ shown, initial, history });
      }
    }
  }
  process.stderr.write(`${requests} requests, ${refused.length} histories that can't be\n`);
  expect(refused.map((one) => JSON.stringify(one))).toEqual([]);
});
