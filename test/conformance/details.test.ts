// The detail of an error: which attribute, what came, what was expected (RFC 7644 section 3.12, "descriptive debugging
// advice"). That each kind of error has its status and scimType is held by the tests of what it is about.
import { expect, test } from '@jest/globals';
import { expectError, GROUP, newUser, serverUnderTest, USER } from './subject.js';

const subject = serverUnderTest();

const create = (attributes: object) => () => subject.client.post('/Users', newUser(attributes));
const patch = (operation: object) => async () => {
  const { id } = await subject.createUser({ emails: [{ value: 'babs@example.com', type: 'work' }] });
  return subject.client.patch(`/Users/${id}`, [operation]);
};
const post = (body: string, headers?: Readonly<Record<string, string>>) => () =>
  subject.client.post('/Users', body, headers);
const get = (path: string) => () => subject.client.get(path);

test.each([
  ['blank text', create({ userName: ' ' }), 400, 'invalidValue', 'userName must not be blank'],
  [
    'a reference that is none',
    create({ profileUrl: 'no uri' }),
    400,
    'invalidValue',
    'profileUrl must be a URI, absolute or relative (RFC 3986), not "no uri"',
  ],
  [
    'a certificate that is none',
    create({ x509Certificates: [{ value: '***' }] }),
    400,
    'invalidValue',
    'x509Certificates.0.value must be base64 (RFC 4648 section 4), not "***"',
  ],
  [
    'a schema of another type',
    create({ schemas: [USER, GROUP] }),
    400,
    'invalidValue',
    `schemas names "${GROUP}", which is not a schema of User`,
  ],
  ['an unknown schema', get('/Schemas/urn:x:y'), 404, undefined, 'there is no schema "urn:x:y"'],
  ['an unknown resource type', get('/ResourceTypes/Robot'), 404, undefined, 'there is no resource type "Robot"'],
  ['an add without a value', patch({ op: 'add', path: 'title' }), 400, 'invalidValue', 'add of "title" needs a value'],
  [
    'a replace that selects nothing',
    patch({ op: 'replace', path: 'emails[type eq "home"].value', value: 'x' }),
    400,
    'noTarget',
    'emails has no value that "emails[type eq \\"home\\"].value" selects',
  ],
  [
    'a member that no message takes',
    post(`{"schemas":["${USER}"],"userName":"a","__proto__":{"active":false}}`),
    400,
    'invalidSyntax',
    'the body has a member __proto__',
  ],
  [
    'a body that is not in its coding',
    post('{}', { 'content-encoding': 'gzip' }),
    400,
    'invalidSyntax',
    'the body is not in the coding that Content-Encoding names',
  ],
])('%s', async (_what, ask, status, scimType, detail) => {
  const reply = await ask();
  expectError(reply, status, scimType);
  expect(reply.body.detail).toBe(detail);
});

test('the count of a page by cursor that is not given as before', async () => {
  for (let made = 0; made < 2; made += 1) await subject.createUser();
  const { nextCursor } = (await subject.client.get('/Users?cursor=&count=1')).body;
  const { body } = await subject.client.get(`/Users?cursor=${nextCursor}`);
  expect(body.detail).toBe('count is not given, so it is 100, but the query began with 1');
});
