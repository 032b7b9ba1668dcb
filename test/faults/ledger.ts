// What clients were told, and what the server shows afterwards. A unit is a user and a group that one client alone
// writes, one request at a time, so what it must be is known. After a request whose outcome nobody knows a unit is left
// as it is: it is what it was before, or what the request makes of it, and nothing in between.
import { isDeepStrictEqual } from 'node:util';
import type { Outgoing } from './send.js';
import { groupOf, patchOf, userOf, valuesOf } from './send.js';
import type { Random } from './random.js';

/** What a unit shows. */
export interface State {
  readonly user: { readonly title: string; readonly displayName: string } | undefined;
  /** Members by their id, with the name that the group shows of them. */
  readonly group: { readonly mark: string; readonly members: Readonly<Record<string, string>> } | undefined;
  /** Whether the user is a member of the group that all clients share. */
  readonly isJoined: boolean;
}

export interface Unit {
  readonly user: string;
  readonly group: string;
  /** What it may be now: the last that was acknowledged, and what an unknown request makes of it. */
  readonly states: readonly [State, ...State[]];
  /** What was asked last, for the message. */
  readonly last: string;
}

export interface Setting {
  readonly shared: string;
  /** Users that are members of the groups of units: their ids, and their names. */
  readonly targets: Readonly<Record<string, string>>;
}

interface Write {
  readonly request: Outgoing;
  /** The id by which its event is known: of what it writes, or of what it adds to a resource that others write too. */
  readonly about: string;
  readonly after: State;
}

type Operation = (unit: Unit, state: State, setting: Setting, nonce: string, random: Random) => Write | undefined;

/** The writes that clients do; undefined where one is not possible. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  'PATCH of an attribute': ({ user }, state, _setting, nonce) =>
    state.user && {
      about: user,
      request: { method: 'PATCH', path: `/Users/${user}`, body: patchOf({ op: 'replace', value: { title: nonce } }) },
      after: { ...state, user: { ...state.user, title: nonce } },
    },
  rename: ({ user }, state, _setting, nonce) => {
    if (state.user === undefined) return undefined;
    const inGroup = state.group?.members[user] === undefined ? {} : { [user]: nonce };
    return {
      about: user,
      request: {
        method: 'PATCH',
        path: `/Users/${user}`,
        body: patchOf({ op: 'replace', path: 'displayName', value: nonce }),
      },
      after: {
        ...state,
        user: { ...state.user, displayName: nonce },
        group: state.group && { ...state.group, members: { ...state.group.members, ...inGroup } },
      },
    };
  },
  'member added or removed': ({ user }, state, { shared }) =>
    state.user && {
      about: user,
      request: {
        method: 'PATCH',
        path: `/Groups/${shared}`,
        body: patchOf(
          state.isJoined
            ? { op: 'remove', path: `members[value eq "${user}"]` }
            : { op: 'add', path: 'members', value: valuesOf([user]) },
        ),
      },
      after: { ...state, isJoined: !state.isJoined },
    },
  'members swapped': ({ group }, state, { targets }) => {
    if (state.group === undefined) return undefined;
    const { members } = state.group;
    const gone = Object.keys(targets).filter((id) => members[id] !== undefined);
    const come = Object.entries(targets).filter(([id]) => members[id] === undefined);
    const kept = Object.entries(members).filter(([id]) => !gone.includes(id));
    return {
      about: group,
      request: {
        method: 'PATCH',
        path: `/Groups/${group}`,
        body: patchOf(
          { op: 'remove', path: 'members', value: valuesOf(gone) },
          { op: 'add', path: 'members', value: valuesOf(come.map(([id]) => id)) },
        ),
      },
      after: { ...state, group: { ...state.group, members: Object.fromEntries([...kept, ...come]) } },
    };
  },
  'PUT of attributes and members': ({ user, group }, state, { targets }, mark, random) => {
    if (state.group === undefined) return undefined;
    const own: [string, string][] = state.user === undefined ? [] : [[user, state.user.displayName]];
    const members = [...random.some(Object.entries(targets)), ...own];
    return {
      about: group,
      request: {
        method: 'PUT',
        path: `/Groups/${group}`,
        body: groupOf({ displayName: mark, externalId: mark, members: valuesOf(members.map(([id]) => id)) }),
      },
      after: { ...state, group: { mark, members: Object.fromEntries(members) } },
    };
  },
  'DELETE of a member': ({ user }, state, _setting, _nonce, random) => {
    if (state.user === undefined || random.chance(0.8)) return undefined;
    const { [user]: _gone, ...members } = state.group?.members ?? {};
    return {
      about: user,
      request: { method: 'DELETE', path: `/Users/${user}` },
      after: { user: undefined, group: state.group && { ...state.group, members }, isJoined: false },
    };
  },
  'DELETE of a group': ({ group }, state, _setting, _nonce, random) =>
    state.group === undefined || random.chance(0.8)
      ? undefined
      : {
          about: group,
          request: { method: 'DELETE', path: `/Groups/${group}` },
          after: { ...state, group: undefined },
        },
};

const NAMES = Object.keys(OPERATIONS) as [string, ...string[]];
/** Those that take no transaction. */
const LIGHT = ['PATCH of an attribute', 'member added or removed'] as const;

/**
 * A write that is possible now; undefined where nothing is left of the unit.
 * @param light how many are to be light, beside those that are so by chance
 */
export function nextWrite(
  unit: Unit,
  setting: Setting,
  nonce: string,
  random: Random,
  light: number,
): (Write & { readonly name: string }) | undefined {
  const [state] = unit.states;
  if (state.user === undefined && state.group === undefined) return undefined;
  for (;;) {
    const name = random.pick(random.chance(light) ? LIGHT : NAMES);
    const write = OPERATIONS[name]?.(unit, state, setting, nonce, random);
    if (write !== undefined) return { name, ...write };
  }
}

/** The two requests that make a unit. */
export function newUser(nonce: string): Outgoing {
  return { method: 'POST', path: '/Users', body: userOf({ userName: nonce, displayName: nonce, title: nonce }) };
}

export function newGroup(nonce: string, members: readonly string[]): Outgoing {
  const body = groupOf({ displayName: nonce, externalId: nonce, members: valuesOf(members) });
  return { method: 'POST', path: '/Groups', body };
}

/** What answers show of a unit: of its user, of its group, undefined where they are 404. */
export function shownState(user: any, group: any, isJoined: boolean): State {
  const members = (group?.members ?? []).map(({ value, display }: any): [string, string] => [value, display]);
  const mark = group?.displayName === group?.externalId ? group?.displayName : 'half';
  return {
    user: user && { title: user.title, displayName: user.displayName },
    group: group && { mark, members: Object.fromEntries(members) },
    isJoined,
  };
}

/** What is wrong with a unit. */
export function faultOf(unit: Unit, shown: State): string | undefined {
  if (unit.states.some((state) => isDeepStrictEqual(state, shown))) return undefined;
  return `after ${unit.last}: ${JSON.stringify(shown)} is none of ${JSON.stringify(unit.states)}`;
}
