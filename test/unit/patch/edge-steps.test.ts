// PATCH of an attribute that is kept as edges becomes steps; the resource itself is not touched.
import { describe, expect, test } from '@jest/globals';
import { applyPatch } from '../../../src/patch/apply.js';
import { errorOf } from '../../support/error-of.js';
import type { Sent } from './tables.js';
import { bind, group, tolerant } from './tables.js';

const steps = (operations: readonly Sent[]) => applyPatch({ displayName: 'g' }, bind(operations, group, tolerant));

describe('an operation on members', () => {
  test.each<[Sent, unknown[]]>([
    [{ op: 'add', path: 'members', value: [{ value: 'a' }, { value: 'b' }] }, [{ kind: 'add', ids: ['a', 'b'] }]],
    [{ op: 'add', path: 'members', value: { value: 'a' } }, [{ kind: 'add', ids: ['a'] }]],
    [{ op: 'add', path: 'members', value: [{ value: 'a' }, { value: 'a' }] }, [{ kind: 'add', ids: ['a'] }]],
    [{ op: 'add', path: 'members', value: [{ $ref: 'https://x/Users/a' }] }, [{ kind: 'add', ids: ['a'] }]],
    [{ op: 'Add', path: 'members', value: [{ $ref: null, value: 'a' }] }, [{ kind: 'add', ids: ['a'] }]],
    [{ op: 'add', path: 'members', value: [] }, [{ kind: 'add', ids: [] }]],
    [{ op: 'add', value: { members: [{ value: 'a' }] } }, [{ kind: 'add', ids: ['a'] }]],
    [{ op: 'replace', path: 'members', value: [{ value: 'a' }] }, [{ kind: 'clear' }, { kind: 'add', ids: ['a'] }]],
    [{ op: 'replace', path: 'members', value: [] }, [{ kind: 'clear' }, { kind: 'add', ids: [] }]],
    [{ op: 'replace', path: 'members', value: null }, [{ kind: 'clear' }, { kind: 'add', ids: [] }]],
    [{ op: 'replace', value: { members: [{ value: 'a' }] } }, [{ kind: 'clear' }, { kind: 'add', ids: ['a'] }]],
    [{ op: 'remove', path: 'members' }, [{ kind: 'clear' }]],
    [{ op: 'Remove', path: 'members', value: [{ value: 'a' }] }, [{ kind: 'remove', ids: ['a'] }]],
    [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: 'a' }] }, [{ kind: 'remove', ids: ['a'] }]],
    [{ op: 'Remove', path: 'members', value: [] }, [{ kind: 'remove', ids: [] }]],
    [{ op: 'Remove', path: 'members', value: '' }, [{ kind: 'remove', ids: [] }]],
    [{ op: 'remove', path: 'members[value eq "a"]' }, [{ kind: 'remove', ids: ['a'] }]],
    [{ op: 'remove', path: 'members[value eq "a" or value eq "b"]' }, [{ kind: 'remove', ids: ['a', 'b'] }]],
  ])('%j', (operation, expected) => {
    expect(steps([operation]).edges.get('members')).toEqual(expected);
  });

  test.each([
    'type eq "User"',
    'value eq "a" or type eq "Group"',
    'value sw "a"',
    'not (value eq "a")',
    'value eq "a" and type eq "User"',
  ])('remove where %s asks the edges', (filter) => {
    expect(steps([{ op: 'remove', path: `members[${filter}]` }]).edges.get('members')).toMatchObject([
      { kind: 'removeWhere' },
    ]);
  });

  test('several operations add up in their order, and the rest of the resource changes as ever', () => {
    const { resource, edges } = steps([
      { op: 'remove', path: 'members[value eq "a"]' },
      { op: 'replace', path: 'displayName', value: 'h' },
      { op: 'add', path: 'members', value: [{ value: 'b' }] },
    ]);
    expect(edges.get('members')).toEqual([
      { kind: 'remove', ids: ['a'] },
      { kind: 'add', ids: ['b'] },
    ]);
    expect(resource).toEqual({ displayName: 'h' });
  });
});

describe('an edge can not be changed', () => {
  test.each<Sent>([
    { op: 'replace', path: 'members[value eq "a"].value', value: 'b' },
    { op: 'add', path: 'members[value eq "a"].type', value: 'Group' },
    { op: 'replace', path: 'members[value eq "a"]', value: { value: 'b' } },
    { op: 'add', path: 'members[value eq "a"]', value: { type: 'User' } },
    { op: 'remove', path: 'members[value eq "a"].type' },
    { op: 'remove', path: 'members.value' },
    { op: 'replace', path: 'members.type', value: 'User' },
  ])('%j', (operation) => {
    expect(errorOf(() => steps([operation])).key).toBe('mutability');
  });

  test('the name of a member is readOnly', () => {
    const operation = { op: 'replace', path: 'members[value eq "a"].display', value: 'b' };
    expect(errorOf(() => steps([operation])).detail).toBe("members can't be changed: display is readOnly");
  });
});

test.each([[{}], [{ value: '' }], [{ value: 4 }], [{ type: 'User' }], [4], [true]])('%j names no member', (value) => {
  const { key, detail } = errorOf(() => steps([{ op: 'add', path: 'members', value: [value] }]));
  expect([key, detail]).toEqual(['invalidValue', 'each value of members needs a "value": the id of a resource']);
});
