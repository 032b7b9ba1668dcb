// What a group with a few possible members may answer, and what each request makes of it.
import type { Model } from './linearizable.js';

export interface Shown {
  readonly mark: string;
  readonly members: readonly string[];
}

export type Group = Shown | 'gone';

export type GroupRequest =
  | { readonly kind: 'read' }
  | { readonly kind: 'add' | 'remove'; readonly member: string }
  | { readonly kind: 'swap'; readonly add: string; readonly remove: string }
  | { readonly kind: 'rename'; readonly mark: string }
  | { readonly kind: 'replace'; readonly mark: string | undefined; readonly members: readonly string[] }
  | { readonly kind: 'delete' };

export interface GroupAnswer {
  readonly status: number;
  /** Of a read. */
  readonly group?: Group;
}

/** @param shown what reads are compared by: GET reads attributes and members one after the other */
export function groupModel(
  initial: Group,
  shown: readonly (keyof Shown)[] = ['mark', 'members'],
): Model<Group, GroupRequest, GroupAnswer> {
  const key = (group: Group) => (group === 'gone' ? group : `${group.mark}:${[...group.members].sort().join()}`);
  return {
    initial,
    key,
    step(state, request, answer) {
      // An edge that changes while its owner is deleted may show until then.
      const isOfEdge = request.kind === 'add' || request.kind === 'remove';
      if (answer?.status === 404) return state === 'gone' ? state : isOfEdge ? after(state, request) : undefined;
      // Refused, so it did nothing: If-Match of another version, or lost to others too often.
      if (answer?.status === 412 || answer?.status === 409) return state;
      if (state === 'gone') return undefined;
      if (request.kind !== 'read') return after(state, request);
      const { group } = answer ?? {};
      if (group === undefined || group === 'gone') return undefined;
      return shown.every((what) => sorted(group[what]) === sorted(state[what])) ? state : undefined;
    },
  };
}

function after({ mark, members }: Shown, request: Exclude<GroupRequest, { kind: 'read' }>): Group {
  const without = (member: string) => members.filter((other) => other !== member);
  if (request.kind === 'add') return { mark, members: [...without(request.member), request.member] };
  if (request.kind === 'remove') return { mark, members: without(request.member) };
  if (request.kind === 'swap') {
    return { mark, members: [...without(request.remove).filter((other) => other !== request.add), request.add] };
  }
  if (request.kind === 'rename') return { mark: request.mark, members };
  if (request.kind === 'replace') return { mark: request.mark ?? mark, members: request.members };
  return 'gone';
}

function sorted(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : [...value].sort().join();
}
