// The check of histories itself: it must refuse what can't have been.
import { expect, test } from '@jest/globals';
import type { GroupAnswer, GroupRequest } from '../../faults/group-model.js';
import { groupModel, MEMBERS } from '../../faults/group-model.js';
import type { Event } from '../../faults/linearizable.js';
import { isLinearizable } from '../../faults/linearizable.js';

type One = Event<GroupRequest, GroupAnswer>;

const model = groupModel({ mark: 'm', members: [] }, MEMBERS);
const write = (start: number, end: number, request: GroupRequest): One => ({
  ...{ start, end, request },
  answer: { status: 200 },
});
const read = (start: number, end: number, ...members: string[]): One => ({
  ...{ start, end, request: { kind: 'read' } },
  answer: { status: 200, group: { mark: 'm', members } },
});
const add = (member: string): GroupRequest => ({ kind: 'add', member });
const replace = (...members: string[]): GroupRequest => ({ kind: 'replace', mark: 'm', members });

test.each<[string, One[]]>([
  ['an acknowledged write is lost', [write(0, 1, add('a')), read(2, 3)]],
  ['a write shows, and then does not', [write(0, 9, add('a')), read(1, 2, 'a'), read(3, 4)]],
  ['two replaces are merged', [write(0, 5, replace('a')), write(0, 5, replace('b')), read(6, 7, 'a', 'b')]],
  ['half of a swap shows', [write(0, 1, add('a')), write(2, 9, { kind: 'swap', add: 'b', remove: 'a' }), read(3, 4)]],
  ['a group that was deleted is back', [write(0, 1, { kind: 'delete' }), read(2, 3)]],
])('refused: %s', (_name, history) => {
  expect(isLinearizable(model, history)).toBe(false);
});

test.each<[string, One[]]>([
  ['a write shows before it is answered', [write(0, 9, add('a')), read(1, 2), read(3, 4, 'a')]],
  ['of two replaces one shows', [write(0, 5, replace('a')), write(0, 5, replace('b')), read(6, 7, 'a')]],
  ['what got no answer happened', [{ ...write(0, Infinity, add('a')), answer: undefined }, read(1, 2, 'a')]],
  ['what got no answer did not happen', [{ ...write(0, Infinity, add('a')), answer: undefined }, read(1, 2)]],
])('allowed: %s', (_name, history) => {
  expect(isLinearizable(model, history)).toBe(true);
});
