// What goes beyond one resource type: queries of all, bulk requests, the user of the token, discovery.
import type { Step } from './step.js';
import { BULK, GROUP, PATCH, SEARCH, USER, query } from './step.js';

export const together: readonly Step[] = [
  {
    operation: 'listResources',
    name: 'changedSince',
    summary: 'Changes since a time, with ?filter=meta.lastModified gt "…"&attributes=displayName',
    request: query('/', { filter: 'meta.lastModified gt "2024-01-01T00:00:00Z"', attributes: 'displayName' }),
  },
  {
    operation: 'searchResources',
    name: 'byName',
    summary: 'Users and groups whose name begins with a text',
    request: 'POST /.search',
    body: { schemas: SEARCH, filter: 'displayName sw "b" or displayName sw "g"', attributes: ['displayName'] },
  },
  {
    operation: 'processBulk',
    name: 'together',
    summary: 'A new user as a member of a new group, by bulkId; one operation fails',
    request: 'POST /Bulk',
    body: {
      schemas: BULK,
      failOnErrors: 2,
      Operations: [
        { method: 'POST', path: '/Users', bulkId: 'dora', data: { schemas: [USER], userName: 'dora@example.com' } },
        {
          method: 'POST',
          path: '/Groups',
          bulkId: 'drivers',
          data: { schemas: [GROUP], displayName: 'Drivers', members: [{ value: 'bulkId:dora' }] },
        },
        {
          method: 'PATCH',
          path: '/Users/${barbara}',
          data: { schemas: PATCH, Operations: [{ op: 'replace', path: 'title', value: 'Tour Guide' }] },
        },
        { method: 'DELETE', path: '/Users/2819c223-7f76-453a-919d-413861904646' },
      ],
    },
  },
];

export const me: readonly Step[] = [
  {
    operation: 'createMe',
    name: 'created',
    summary: 'The user of the token, with the id that the token names',
    request: 'POST /Me',
    body: { schemas: [USER], userName: 'erin@example.com' },
  },
  { operation: 'getMe', name: 'whole', summary: 'The user of the token', request: 'GET /Me' },
  {
    operation: 'replaceMe',
    name: 'replaced',
    summary: 'Attributes that are left out are removed',
    request: 'PUT /Me',
    body: { schemas: [USER], userName: 'erin@example.com', displayName: 'Erin' },
  },
  {
    operation: 'patchMe',
    name: 'byPath',
    summary: 'An attribute replaced',
    request: 'PATCH /Me',
    body: { schemas: PATCH, Operations: [{ op: 'replace', path: 'displayName', value: 'Erin Doyle' }] },
  },
];

export const discovery: readonly Step[] = [
  {
    operation: 'getServiceProviderConfig',
    name: 'config',
    summary: 'The features and limits of this server',
    request: 'GET /ServiceProviderConfig',
  },
  {
    operation: 'listResourceTypes',
    name: 'all',
    summary: 'The resource types and their endpoints',
    request: 'GET /ResourceTypes',
  },
  { operation: 'getResourceType', name: 'one', summary: 'A resource type', request: 'GET /ResourceTypes/User' },
  { operation: 'getSchema', name: 'one', summary: 'The schema of a group', request: `GET /Schemas/${GROUP}` },
  { operation: 'listSchemas', name: 'all', summary: 'All schemas', request: 'GET /Schemas' },
  {
    operation: 'listSchemas',
    name: 'forbidden',
    summary: 'Discovery does not support filters',
    request: query('/Schemas', { filter: 'name eq "User"' }),
  },
];
