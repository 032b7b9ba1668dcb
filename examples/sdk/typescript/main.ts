// A user's life by openapi-fetch and the generated types: npm install, then SCIM_URL=… SCIM_TOKEN=… npm start
import createClient from 'openapi-fetch';
import type { components, paths } from 'scim-types';

const { SCIM_URL: baseUrl = 'http://127.0.0.1:3000/scim/v2', SCIM_TOKEN: token = '' } = process.env;
const scim = createClient<paths>({
  baseUrl,
  headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
});

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const newUser: components['schemas']['UserWrite'] = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE],
  userName: 'typescript@example.com',
  name: { givenName: 'Type', familyName: 'Script' },
  emails: [{ value: 'typescript@example.com', type: 'work', primary: true }],
  [ENTERPRISE]: { department: 'Engineering' },
};
const user = answer(await scim.POST('/Users', { body: newUser }));
console.log(`created ${user.userName}`);

// The same again: an error has the status, the scimType and what to mend.
const { error } = await scim.POST('/Users', { body: newUser });
console.log(`refused ${error?.status} ${error?.scimType}: ${error?.detail}`);

const found = answer(await scim.GET('/Users', { params: { query: { filter: `userName eq "${newUser.userName}"` } } }));
const [first] = found.Resources;
console.log(`found ${found.totalResults}: ${first?.name?.givenName} of ${first?.[ENTERPRISE]?.department}`);

const path = { id: user.id };
const patched = answer(
  await scim.PATCH('/Users/{id}', {
    params: { path },
    body: patch(
      { op: 'replace', path: 'name.familyName', value: 'Fetch' },
      { op: 'replace', path: 'active', value: false },
    ),
  }),
);
console.log(`patched familyName=${patched?.name?.familyName} active=${patched?.active}`);

const group = answer(
  await scim.POST('/Groups', {
    body: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'TypeScript' },
  }),
);
answer(
  await scim.PATCH('/Groups/{id}', {
    params: { path: { id: group.id } },
    body: patch({ op: 'add', path: 'members', value: [{ value: user.id }] }),
  }),
);
const grouped = answer(await scim.GET('/Users/{id}', { params: { path } }));
console.log(`grouped in ${grouped.groups?.map(({ display }) => display).join()}`);

answer(await scim.DELETE('/Groups/{id}', { params: { path: { id: group.id } } }));
answer(await scim.DELETE('/Users/{id}', { params: { path } }));
const { response } = await scim.GET('/Users/{id}', { params: { path } });
console.log(`deleted ${response.status}`);

function patch(...Operations: components['schemas']['PatchOpOperation'][]): components['schemas']['PatchOp'] {
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations };
}

/** What was asked for; an error is thrown. */
function answer<T>({ data, error }: { data?: T; error?: components['schemas']['Error'] }): T {
  if (error !== undefined) throw new Error(`${error.status} ${error.scimType ?? ''} ${error.detail}`);
  return data as T;
}
