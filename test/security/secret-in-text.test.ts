// A resource that a client has made text, in place of an object: what is wrong is told without the secrets in it.
import { expect, test } from '@jest/globals';
import { expectError, serverUnderTest } from '../conformance/subject.js';

const subject = serverUnderTest();
const SECRET = 'Tr0ub4dor';
const TEXT = JSON.stringify({ password: SECRET });

test('as the data of an operation of a bulk request', async () => {
  const { status, body, text } = await subject.client.post('/Bulk', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data: TEXT }],
  });
  expect([status, body.Operations[0].status]).toEqual([200, '400']);
  expect(body.Operations[0].response.detail).toBe('data is a text; POST takes an object');
  expect(text).not.toContain(SECRET);
});

test('as the value of a PATCH without a path', async () => {
  const { id } = await subject.createUser();
  const refused = await subject.client.patch(`/Users/${id}`, [{ op: 'replace', value: TEXT }]);
  expectError(refused, 400, 'invalidValue');
  expect(refused.body.detail).toBe('replace without a path needs an object of attributes as its value, not a text');
});

test.each([
  ['as the operations of a PATCH', { Operations: TEXT }, 'Operations must be an array, not a text'],
  ['as an operation', { Operations: [TEXT] }, 'Operations.0 must be an object, not a text'],
])('%s', async (_name, body, detail) => {
  const { id } = await subject.createUser();
  const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
  const refused = await subject.client.request('PATCH', `/Users/${id}`, { body: { schemas: [PATCH], ...body } });
  expectError(refused, 400, 'invalidSyntax');
  expect(refused.body.detail).toBe(detail);
});
