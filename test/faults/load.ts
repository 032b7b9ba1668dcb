// Clients that write while things break, and the comparison of what they were told with what is there.
import { withoutEvent } from './account.js';
import type { Setting, State, Unit } from './ledger.js';
import { faultOf, newGroup, newUser, nextWrite, shownState } from './ledger.js';
import type { Random } from './random.js';
import type { Outgoing, Reply } from './send.js';
import { groupOf, isUnknown, send, userOf, valuesOf } from './send.js';
import type { ServerProcess } from './server-process.js';
import { until } from './until.js';

export interface Load {
  /** How many writes were acknowledged so far. */
  acknowledged(): number;
  /** Writes until so many more are acknowledged. */
  run(operations: number): Promise<void>;
  /**
   * What is lost, half-applied, in no log, or was answered as it must not be; for when nothing breaks any more.
   * @param uri leads to the database of the server
   */
  faults(uri: string): Promise<string[]>;
  /** What it did. */
  summary(): string;
}

const CLIENTS = 16;
const TARGETS = 4;
const PAUSE_MS = 50;

export async function startLoad(server: ServerProcess, random: Random): Promise<Load> {
  const setting = await prepare(server);
  const units: Unit[] = [];
  /** Groups whose POST got no answer, by their mark, with how many members they would have. */
  const unknownGroups: { readonly mark: string; readonly members: number }[] = [];
  const wrong: string[] = [];
  /** What was acknowledged, by the id of the request. */
  const writes = new Map<string, string>();
  let acknowledged = 0;
  let unknown = 0;
  let serial = 0;
  const nonce = () => `n${(serial += 1)}`;

  /** Sends, and counts the outcome. */
  const ask = async (name: string, request: Outgoing): Promise<Reply> => {
    const reply = await send(server, request);
    if (reply.status >= 200 && reply.status < 300) {
      acknowledged += 1;
      writes.set(reply.requestId, name);
    } else if (isUnknown(reply)) {
      unknown += 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    } else wrong.push(`${name} was answered ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply;
  };

  const create = async (): Promise<Unit | undefined> => {
    const name = nonce();
    const user = await ask('POST of a user', newUser(name));
    if (user.status !== 201) return undefined;
    const targets = random.some(Object.entries(setting.targets));
    const members: [string, string][] = [...targets, [user.body.id, name]];
    const request = newGroup(
      name,
      members.map(([id]) => id),
    );
    const group = await ask('POST of a group', request);
    if (isUnknown(group)) unknownGroups.push({ mark: name, members: members.length });
    if (group.status !== 201) return undefined;
    const state: State = {
      user: { title: name, displayName: name },
      group: { mark: name, members: Object.fromEntries(members) },
      isJoined: false,
    };
    return { user: user.body.id, group: group.body.id, states: [state], last: 'POST' };
  };

  const client = async (end: number) => {
    let unit: Unit | undefined;
    while (acknowledged < end) {
      unit ??= await create();
      const write = unit && nextWrite(unit, setting, nonce(), random);
      if (unit !== undefined && write !== undefined) {
        const reply = await ask(write.name, write.request);
        const [before] = unit.states;
        unit = { ...unit, states: isUnknown(reply) ? [before, write.after] : [write.after], last: write.name };
        if (!isUnknown(reply)) continue;
      }
      if (unit !== undefined) units.push(unit);
      unit = undefined;
    }
    if (unit !== undefined) units.push(unit);
  };

  const read = async (path: string) => {
    const reply = await until(async () => {
      const got = await send(server, { method: 'GET', path });
      return isUnknown(got) ? undefined : got;
    });
    return reply.status === 404 ? undefined : reply.body;
  };

  return {
    acknowledged: () => acknowledged,
    run: async (operations) => {
      const end = acknowledged + operations;
      await Promise.all(Array.from({ length: CLIENTS }, () => client(end)));
    },
    async faults(uri) {
      const { members = [] } = await read(`/Groups/${setting.shared}`);
      const joined = new Set<string>(members.map(({ value }: any) => value));
      const found: (string | undefined)[] = [...wrong, ...(await withoutEvent(uri, writes))];
      await inParallel(units, async (unit) => {
        const [user, group] = [await read(`/Users/${unit.user}`), await read(`/Groups/${unit.group}`)];
        found.push(faultOf(unit, shownState(user, group, joined.has(unit.user))));
      });
      await inParallel(unknownGroups, async (one) => {
        const { Resources = [] } = await read(`/Groups?filter=displayName%20eq%20%22${one.mark}%22`);
        const sizes = Resources.map((group: any) => group.members?.length ?? 0);
        const isWhole = sizes.length === 0 || (sizes.length === 1 && sizes[0] === one.members);
        if (!isWhole) found.push(`POST of a group with ${one.members} members left ${JSON.stringify(sizes)}`);
      });
      return found.filter((fault) => fault !== undefined);
    },
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

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: CLIENTS }, worker));
}
