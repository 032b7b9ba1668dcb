// What a group with a few possible members may answer, and what each request makes of it.
import type { Event, Model } from './linearizable.js';

/** As much of a group as is looked at; undefined: there is none. */
export interface Group {
  readonly mark?: string;
  readonly members?: readonly string[];
}

export type GroupRequest =
  | { readonly kind: 'read' }
  | { readonly kind: 'add'; readonly member: string }
  | { readonly kind: 'remove'; readonly member: string }
  | { readonly kind: 'swap'; readonly add: string; readonly remove: string }
  | { readonly kind: 'rename'; readonly mark: string }
  | { readonly kind: 'replace'; readonly mark: string; readonly members: readonly string[] }
  | { readonly kind: 'delete' };

export interface GroupAnswer {
  readonly status: number;
  /** Of a read. */
  readonly group?: Group;
}

export type GroupEvent = Event<GroupRequest, GroupAnswer>;

/** A part of a group. GET reads attributes and members one after the other, so each is looked at by itself. */
export type Part = (group: Group) => Group;

export const MARK: Part = ({ mark = '' }) => ({ mark });
export const MEMBERS: Part = ({ members = [] }) => ({ members: [...members].sort() });
export const member =
  (id: string): Part =>
  ({ members = [] }) => ({ members: members.filter((other) => other === id) });

/** It did nothing: If-Match of another version, lost to others too often, or there was nothing to do it to. */
export const REFUSED: ReadonlySet<number> = new Set([412, 409, 404]);

export function groupModel(initial: Group, part: Part): Model<Group | 'gone', GroupRequest, GroupAnswer> {
  const key = (group: Group | 'gone') => JSON.stringify(group);
  const shows = (group: Group) => key(part(group)) !== key(part({}));
  /** Changes nothing of the part, whatever it is. */
  const isBeside = (request: GroupRequest): boolean => {
    if (request.kind === 'rename') return !shows({ mark: request.mark });
    if (request.kind === 'swap') return !shows({ members: [request.add] }) && !shows({ members: [request.remove] });
    return 'member' in request && !shows({ members: [request.member] });
  };
  return {
    initial: part(initial),
    key,
    isRead: (request, answer) => request.kind === 'read' || REFUSED.has(answer?.status ?? 0) || isBeside(request),
    step(state, request, answer) {
      if (answer?.status === 412 || answer?.status === 409) return state;
      if (answer?.status === 404) return state === 'gone' ? state : undefined;
      if (state === 'gone') return undefined;
      if (request.kind === 'delete') return 'gone';
      if (request.kind !== 'read') return part(after(state, request));
      return answer?.group !== undefined && key(part(answer.group)) === key(state) ? state : undefined;
    },
  };
}

/**
 * An edge that is written while its owner is deleted may show until then, and is answered 404: a request that may have
 * had its effect, and found the group gone afterwards.
 */
export function asTwoWhereGone(event: GroupEvent): GroupEvent[] {
  const { kind } = event.request;
  if (event.answer?.status !== 404 || (kind !== 'add' && kind !== 'remove')) return [event];
  return [
    { ...event, end: Infinity, answer: undefined },
    { ...event, request: { kind: 'read' } },
  ];
}

function after({ mark = '', members = [] }: Group, request: Exclude<GroupRequest, { kind: 'read' | 'delete' }>): Group {
  const without = (gone: string) => members.filter((other) => other !== gone);
  if (request.kind === 'add') return { mark, members: [...without(request.member), request.member] };
  if (request.kind === 'remove') return { mark, members: without(request.member) };
  if (request.kind === 'rename') return { mark: request.mark, members };
  if (request.kind === 'replace') return { mark: request.mark, members: request.members };
  return { mark, members: [...without(request.remove).filter((other) => other !== request.add), request.add] };
}
