// Many clients on one resource at once: whatever they did and were answered could have been one after the other.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { budget } from './budget.js';
import type { Group, GroupAnswer, GroupEvent, GroupRequest, Part } from './group-model.js';
import { asTwoWhereGone, groupModel, MARK, member } from './group-model.js';
import { historyOf, timed } from './history.js';
import { isLinearizable } from './linearizable.js';
import { createRandom, seedOfRun } from './random.js';
import type { ReplicaSet } from './replica-set.js';
import { startReplicaSet } from './replica-set.js';
import type { Outgoing, Reply } from './send.js';
import { groupOf, patchOf, send, userOf, valuesOf } from './send.js';
import type { ServerProcess } from './server-process.js';
import { startServerProcess } from './server-process.js';
import type { User, UserAnswer, UserRequest } from './user-model.js';
import { userModel } from './user-model.js';

const random = createRandom(seedOfRun());

let set: ReplicaSet;
let server: ServerProcess;
const users: string[] = [];
beforeAll(async () => {
  set = await startReplicaSet();
  // An election would be 503.
  await set.holdPrimary();
  server = await startServerProcess(set.uri('concurrency'));
  for (const userName of ['a', 'b', 'c']) {
    users.push((await send(server, { method: 'POST', path: '/Users', body: userOf({ userName }) })).body.id);
  }
});
afterAll(async () => {
  await server.stop();
  await set.stop();
});

const KINDS = ['read', 'read', 'add', 'add', 'remove', 'remove', 'swap', 'rename', 'replace', 'replace'] as const;

function chooseForGroup(name: string, mark: string): GroupRequest {
  const [first = '', ...others] = users;
  const user = () => random.pick([first, ...others]);
  const kind = random.chance(0.01) ? 'delete' : random.pick(KINDS);
  if (kind === 'add' || kind === 'remove') return { kind, member: user() };
  if (kind === 'swap') return { kind, add: first, remove: others[0] ?? '' };
  if (kind === 'rename') return { kind, mark };
  if (kind === 'read' || kind === 'delete') return { kind };
  return { kind, mark: random.chance(0.5) ? mark : name, members: random.some(users) };
}

function requestOfGroup(path: string, request: GroupRequest, ifMatch: string | undefined): Outgoing {
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

function answerOfGroup({ status, body }: Reply): GroupAnswer {
  if (body?.displayName === undefined) return { status };
  const members = (body.members ?? []).map(({ value }: { value: string }) => value);
  return { status, group: { mark: body.displayName, members } };
}

/** What clients did to a new group, all at once. */
async function roundOnGroup(clients: number, requests: number): Promise<{ initial: Group; history: GroupEvent[] }> {
  const name = randomUUID();
  const initial: Group = { mark: name, members: random.some(users) };
  const body = groupOf({ displayName: name, members: valuesOf(initial.members ?? []) });
  const made = await send(server, { method: 'POST', path: '/Groups', body });
  expect(made.status).toBe(201);
  const act = async (request: GroupRequest) => {
    const ifMatch = random.chance(0.3) ? made.etag : undefined;
    return answerOfGroup(await send(server, requestOfGroup(`/Groups/${made.body.id}`, request, ifMatch)));
  };
  const choose = (client: number, count: number) => chooseForGroup(name, `${name} ${client}.${count}`);
  const history = await historyOf({ clients, requests, choose, send: act });
  return { initial, history: [...history, await timed({ kind: 'read' }, act)].flatMap(asTwoWhereGone) };
}

async function expectGroupsLinearizable(groups: number, clients: number, parts: readonly Part[], share: number) {
  const EACH = 2;
  const rounds = Math.ceil(budget(share) / (groups * clients * EACH));
  const refused: unknown[] = [];
  for (let count = 0; count < rounds; count += 1) {
    const done = await Promise.all(Array.from({ length: groups }, () => roundOnGroup(clients, EACH)));
    for (const { initial, history } of done) {
      const statuses = history.flatMap(({ answer }) => answer?.status ?? []);
      expect(statuses.filter((status) => ![200, 204, 404, 409, 412].includes(status))).toEqual([]);
      for (const part of parts) {
        if (!isLinearizable(groupModel(initial, part), history)) refused.push({ part: part(initial), history });
      }
    }
  }
  expect(refused.map((one) => JSON.stringify(one))).toEqual([]);
}

// Each member by itself: of all together a reader may see a PATCH of one before a PUT that did not see it
// (docs/decisions/0013).
test('64 clients on eight groups: of the name and of each member the history could be one request after the other', async () => {
  await expectGroupsLinearizable(8, 8, [MARK, ...users.map(member)], 0.25);
});

test('64 clients on one group: the same', async () => {
  await expectGroupsLinearizable(1, 64, [MARK, ...users.map(member)], 0.1);
});

function chooseForUser(mark: string): UserRequest {
  if (random.chance(0.003)) return { kind: 'delete' };
  const kind = random.pick(['read', 'patch', 'patch', 'put']);
  if (kind === 'read') return { kind };
  const active = random.chance(0.5);
  if (kind === 'patch') return { kind, change: random.chance(0.5) ? { active } : { mark } };
  return { kind: 'put', mark, active, ifMatch: random.chance(0.5) ? 1 + random.below(8) : undefined };
}

function requestOfUser(path: string, userName: string, request: UserRequest): Outgoing {
  if (request.kind === 'read') return { method: 'GET', path };
  if (request.kind === 'delete') return { method: 'DELETE', path };
  if (request.kind === 'patch') {
    const { mark, active } = request.change;
    const value = { ...(mark === undefined ? {} : { title: mark }), ...(active === undefined ? {} : { active }) };
    return { method: 'PATCH', path, body: patchOf({ op: 'replace', value }) };
  }
  const body = userOf({ userName, title: request.mark, active: request.active });
  return { method: 'PUT', path, body, ifMatch: request.ifMatch === undefined ? undefined : `W/"${request.ifMatch}"` };
}

function answerOfUser({ status, body, etag }: Reply): UserAnswer {
  if (body?.userName === undefined) return { status };
  const version = Number(/^W\/"(\d+)"$/.exec(etag ?? '')?.[1]);
  return { status, user: { mark: body.title, active: body.active, version } satisfies User };
}

test('64 clients on one user: every answer is the whole user at one moment, with the version that it had then', async () => {
  const [CLIENTS, EACH] = [64, 2];
  for (let count = 0; count < Math.ceil(budget(0.1) / (CLIENTS * EACH)); count += 1) {
    const userName = randomUUID();
    const body = userOf({ userName, title: 'first', active: true });
    const made = await send(server, { method: 'POST', path: '/Users', body });
    expect([made.status, made.etag]).toEqual([201, 'W/"1"']);
    const act = async (request: UserRequest) =>
      answerOfUser(await send(server, requestOfUser(`/Users/${made.body.id}`, userName, request)));
    const choose = (client: number, request: number) => chooseForUser(`${client}.${request}`);
    const history = await historyOf({ clients: CLIENTS, requests: EACH, choose, send: act });
    const model = userModel({ mark: 'first', active: true, version: 1 });
    const whole = [...history, await timed<UserRequest, UserAnswer>({ kind: 'read' }, act)];
    if (!isLinearizable(model, whole)) throw new Error(JSON.stringify(whole));
  }
});
