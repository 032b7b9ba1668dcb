// Every status that is an error, with the form of RFC 7644 3.12 and the headers that belong to it.
import { describe, expect, test } from '@jest/globals';
import type { RequestOptions } from '../support/client.js';
import { expectError, newUser, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();

interface Case {
  readonly status: number;
  readonly scimType?: string;
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly options?: RequestOptions;
}

const userName = unique('taken');
const anonymous = { headers: { authorization: '' } };
const otherScheme = { headers: { authorization: 'non-token' } };
const large = JSON.stringify(newUser({ title: 'x'.repeat(1024 * 1024) }));

const cases: readonly Case[] = [
  { status: 400, scimType: 'invalidSyntax', what: 'no JSON', method: 'POST', path: '/Users', options: { body: '{' } },
  { status: 400, scimType: 'invalidFilter', what: 'no filter', method: 'GET', path: '/Users?filter=x' },
  { status: 401, what: 'no token', method: 'GET', path: '/Users', options: anonymous },
  { status: 401, what: 'no Bearer', method: 'GET', path: '/Users', options: otherScheme },
  {
    status: 401,
    what: 'another token',
    method: 'POST',
    path: '/Users',
    options: { body: newUser(), headers: { authorization: 'Bearer another' } },
  },
  { status: 401, what: 'discovery without a token', method: 'GET', path: '/Schemas', options: anonymous },
  { status: 403, what: 'a filter on discovery', method: 'GET', path: '/Schemas?filter=id%20pr' },
  { status: 404, what: 'an unknown user', method: 'GET', path: '/Users/00919288221112222' },
  { status: 404, what: 'an unknown endpoint', method: 'GET', path: '/Robots' },
  { status: 404, what: 'below a user', method: 'GET', path: '/Users/1/emails' },
  { status: 405, what: 'DELETE of a list', method: 'DELETE', path: '/Users' },
  { status: 405, what: 'POST to a user', method: 'POST', path: '/Users/1', options: { body: newUser() } },
  { status: 405, what: 'PUT of a schema list', method: 'PUT', path: '/Schemas', options: { body: {} } },
  {
    status: 409,
    scimType: 'uniqueness',
    what: 'a userName that is taken',
    method: 'POST',
    path: '/Users',
    options: { body: newUser({ userName }) },
  },
  { status: 413, what: 'a body over 1 MiB', method: 'POST', path: '/Users', options: { body: large } },
  {
    status: 415,
    what: 'text',
    method: 'POST',
    path: '/Users',
    options: { body: JSON.stringify(newUser()), headers: { 'content-type': 'text/plain' } },
  },
  {
    status: 415,
    what: 'a form',
    method: 'POST',
    path: '/Users',
    options: { body: 'userName=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  },
];

describe('RFC 7644 3.12: errors', () => {
  test.each(cases)('$status for $what', async ({ status, scimType, method, path, options = {} }) => {
    if (status === 409) await subject.createUser({ userName });
    expectError(await subject.client.request(method, path, options), status, scimType);
  });

  test('412 for a version that is gone', async () => {
    const user = await subject.createUser();
    expectError(await subject.client.delete(`/Users/${user.id}`, { 'if-match': 'W/"0"' }), 412);
  });

  test('RFC 9110 11.6.1: 401 says how to authenticate', async () => {
    const reply = await subject.client.get('/Users', { authorization: '' });
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test('RFC 9110 15.5.6: 405 says what is allowed', async () => {
    const reply = await subject.client.delete('/Users');
    const allowed = (reply.headers.get('allow') ?? '').split(/, */);
    expect(allowed).toEqual(expect.arrayContaining(['GET', 'POST']));
    expect(allowed).not.toContain('DELETE');
  });

  test('401 comes before anything is told of what exists', async () => {
    const user = await subject.createUser();
    const none = { authorization: 'Bearer another' };
    expectError(await subject.client.get(`/Users/${user.id}`, none), 401);
    expectError(await subject.client.get('/Users/nobody', none), 401);
    expectError(await subject.client.delete(`/Users/${user.id}`, none), 401);
    expect((await subject.client.get(`/Users/${user.id}`)).status).toBe(200);
  });
});

describe('RFC 7644 3.1: media types', () => {
  test.each(['application/scim+json', 'application/json', 'application/scim+json; charset=utf-8', 'Application/JSON'])(
    '%s is taken, and answered by application/scim+json',
    async (type) => {
      const body = JSON.stringify(newUser());
      const headers = { 'content-type': type, accept: 'application/json' };
      const reply = await subject.client.request('POST', '/Users', { body, headers });
      expect(reply.status).toBe(201);
      expect(reply.headers.get('content-type')).toMatch(/^application\/scim\+json/);
    },
  );
});
