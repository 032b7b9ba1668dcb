// Groups of the users that there are.
import type { Step } from './step.js';
import { GROUP, PATCH, SEARCH } from './step.js';

export const groups: readonly Step[] = [
  {
    operation: 'createGroup',
    name: 'guides',
    summary: 'A group with a member',
    request: 'POST /Groups',
    body: { schemas: [GROUP], displayName: 'Tour Guides', members: [{ value: '${barbara}' }] },
  },
  { operation: 'getGroup', name: 'whole', summary: 'A group and its members', request: 'GET /Groups/${guides}' },
  {
    operation: 'listGroups',
    name: 'ofMember',
    summary: 'The groups of a user, with ?filter=members.value eq "…"&excludedAttributes=members',
    request: 'GET /Groups?filter=members.value%20eq%20%22${barbara}%22&excludedAttributes=members',
  },
  {
    operation: 'searchGroups',
    name: 'byName',
    summary: 'Groups whose name begins with a text',
    request: 'POST /Groups/.search',
    body: { schemas: SEARCH, filter: 'displayName sw "tour"', excludedAttributes: ['members'] },
  },
  {
    operation: 'patchGroup',
    name: 'addMember',
    summary: 'A member is added, without sending the others',
    request: 'PATCH /Groups/${guides}',
    body: { schemas: PATCH, Operations: [{ op: 'add', path: 'members', value: [{ value: '${least}' }] }] },
  },
  {
    operation: 'patchGroup',
    name: 'removeMember',
    summary: 'A member is removed',
    request: 'PATCH /Groups/${guides}',
    body: { schemas: PATCH, Operations: [{ op: 'remove', path: 'members[value eq "${least}"]' }] },
  },
  {
    operation: 'replaceGroup',
    name: 'replaced',
    summary: 'A new name and a new list of members',
    request: 'PUT /Groups/${guides}',
    body: { schemas: [GROUP], displayName: 'Guides', members: [{ value: '${barbara}' }, { value: '${least}' }] },
  },
];
