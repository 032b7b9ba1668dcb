// RFC 7644 3.7: however the operations are sequenced, "the same stateful result is achieved as for non-optimized
// processing". Where two creates ask for one name, the first gets it.
import { expect, test } from '@jest/globals';
import { newGroup, newUser, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();

const post = (path: string, bulkId: string, data: object) => ({ method: 'POST', path, bulkId, data });
const members = (...values: string[]) => ({ members: values.map((value) => ({ value })) });
const statuses = async (...operations: readonly object[]) => {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'];
  const { body } = await subject.client.post('/Bulk', { schemas, Operations: operations });
  return body.Operations.map(({ status }: { status: string }) => status);
};

test('of two creates, though the first has more to bring', async () => {
  const [displayName, user] = [unique('group'), await subject.createUser()];
  const first = post('/Groups', 'a', newGroup({ displayName, ...members(user.id) }));
  const second = post('/Groups', 'b', {
    ...newGroup(),
    displayName: undefined,
    DISPLAYNAME: displayName.toUpperCase(),
  });
  expect(await statuses(first, second)).toEqual(['201', '409']);
});

test('of a circle and what comes behind it', async () => {
  const [displayName, user] = [unique('group'), await subject.createUser()];
  const circle = [
    post('/Groups', 'a', newGroup({ displayName, ...members(user.id, 'bulkId:b') })),
    post('/Groups', 'b', newGroup(members('bulkId:a'))),
  ];
  const behind = post('/Groups', 'c', newGroup({ displayName }));
  expect(await statuses(...circle, behind)).toEqual(['201', '201', '409']);
});

test('of two creates that another waits for, in whatever order it names them', async () => {
  const userName = unique('user');
  const waiting = post('/Groups', 'a', newGroup(members('bulkId:c', 'bulkId:b')));
  const users = ['b', 'c'].map((bulkId) => post('/Users', bulkId, newUser({ userName })));
  expect(await statuses(waiting, ...users)).toEqual(['409', '201', '409']);
});
