// Clients that write while things break, by single requests and by bulks, and what they were told.
import { setTimeout } from 'node:timers/promises';
import { faultsOf } from './comparison.js';
import type { Setting, State, Unit } from './ledger.js';
import { newGroup, newUser, nextWrite } from './ledger.js';
import type { Random } from './random.js';
import type { Outgoing, Reply } from './send.js';
import { groupOf, isUnknown, send, userOf, valuesOf } from './send.js';
import type { ServerProcess } from './server-process.js';
import { sendTogether } from './together.js';
import { until } from '../support/until.js';

export interface Load {
  /** How many writes were acknowledged so far. */
  acknowledged(): number;
  /** Writes until so many more are acknowledged. */
  run(operations: number): Promise<void>;
  /** What is wrong with what it left, for when nothing breaks any more. @param uri leads to the database */
  faults(uri: string): Promise<string[]>;
  /** What it did. */
  summary(): string;
}

interface Asked {
  readonly name: string;
  readonly request: Outgoing;
  /** Of a POST it is the id that the answer has. */
  readonly about?: string;
}

/** How a client writes: so many units at a time, each of them once a request. */
interface Manner {
  readonly units: number;
  /** How many of its writes are to be those that take no transaction. */
  readonly light: number;
}

const SINGLE: Manner = { units: 1, light: 0 };
const BULK: Manner = { units: 16, light: 0.9 };
const SINGLES = 16;
/** As many more as leave the load long enough to be disturbed. */
const OPERATIONS_A_BULK = 250;
const MOST_BULKS = 128;
const TARGETS = 4;
const PAUSE_MS = 50;

export async function startLoad(server: ServerProcess, random: Random): Promise<Load> {
  const setting = await prepare(server);
  const units: Unit[] = [];
  const unknownGroups = new Map<string, number>();
  const wrong: string[] = [];
  const written = new Map<string, string>();
  let acknowledged = 0;
  let unknown = 0;
  let serial = 0;
  const nonce = () => `n${(serial += 1)}`;

  /** Sends writes, and counts what became of each. */
  const ask = async (writes: readonly Asked[]): Promise<Reply[]> => {
    const replies = await sendTogether(
      server,
      writes.map(({ request }) => request),
    );
    for (const [place, reply] of replies.entries()) {
      const { name, about } = writes[place] ?? {};
      if (reply.status >= 200 && reply.status < 300) {
        acknowledged += 1;
        written.set(`${reply.requestId} ${about ?? reply.body.id}`, `${name}`);
      } else if (isUnknown(reply)) unknown += 1;
      else wrong.push(`${name} was answered ${reply.status} ${JSON.stringify(reply.body)}`);
    }
    if (replies.some(isUnknown)) await setTimeout(PAUSE_MS);
    // Nobody listens: what is sent then tries nothing.
    if (replies.some(({ status }) => status === 0)) await until(() => server.isReady());
    return replies;
  };

  const create = async (count: number): Promise<Unit[]> => {
    const names = Array.from({ length: count }, nonce);
    const users = await ask(names.map((name) => ({ name: 'POST of a user', request: newUser(name) })));
    const wanted = names.flatMap((mark, place) => {
      const user = users[place];
      if (user?.status !== 201) return [];
      const members = [...random.some(Object.entries(setting.targets)), [user.body.id, mark] as const];
      return [{ mark, user: user.body.id, members: Object.fromEntries(members) }];
    });
    const groups = await ask(
      wanted.map(({ mark, members }) => ({ name: 'POST of a group', request: newGroup(mark, Object.keys(members)) })),
    );
    return wanted.flatMap(({ mark, user, members }, place) => {
      const group = groups[place];
      if (group !== undefined && isUnknown(group)) unknownGroups.set(mark, Object.keys(members).length);
      if (group?.status !== 201) return [];
      const state: State = { user: { title: mark, displayName: mark }, group: { mark, members }, isJoined: false };
      return [{ user, group: group.body.id, states: [state], last: 'POST' }];
    });
  };

  const client = async ({ units: size, light }: Manner, end: number) => {
    let held: readonly Unit[] = [];
    while (acknowledged < end) {
      held = [...held, ...(await create(size - held.length))];
      const due = held.flatMap((unit) => {
        const write = nextWrite(unit, setting, nonce(), random, light);
        if (write === undefined) units.push(unit);
        return write === undefined ? [] : [{ unit, write }];
      });
      const replies = await ask(due.map(({ write }) => write));
      held = due.flatMap(({ unit, write }, place) => {
        const reply = replies[place];
        if (reply === undefined) return [unit];
        if (!isUnknown(reply)) return [{ ...unit, states: [write.after], last: write.name }];
        units.push({ ...unit, states: [unit.states[0], write.after], last: write.name });
        return [];
      });
    }
    units.push(...held);
  };

  return {
    acknowledged: () => acknowledged,
    run: async (operations) => {
      const end = acknowledged + operations;
      const bulks = Math.min(MOST_BULKS, Math.floor(operations / OPERATIONS_A_BULK));
      const clients = [...Array<Manner>(SINGLES).fill(SINGLE), ...Array<Manner>(bulks).fill(BULK)];
      await Promise.all(clients.map((manner) => client(manner, end)));
    },
    faults: (uri) => faultsOf({ setting, units, unknownGroups, written, wrong }, server, uri),
    summary: () => `${acknowledged} writes acknowledged, ${unknown} unknown, ${units.length} units`,
  };
}

async function prepare(server: ServerProcess): Promise<Setting> {
  const targets: Record<string, string> = {};
  for (let index = 0; index < TARGETS; index += 1) {
    const displayName = `target ${index}`;
    const body = userOf({ userName: displayName, displayName });
    const made = await send(server, { method: 'POST', path: '/Users', body });
    targets[made.body.id] = displayName;
  }
  const body = groupOf({ displayName: 'shared', members: valuesOf([]) });
  const shared = await send(server, { method: 'POST', path: '/Groups', body });
  return { shared: shared.body.id, targets };
}
