// What the compiler refuses, and what it takes, of a program that uses sdk/: `npm run check:types` is the test. A line
// under @ts-expect-error that compiles is an error.
import type { EndpointOf, ResourceOf, WriteOf } from '../../sdk/src/client.js';
import { createScimClient } from '../../sdk/src/client.js';
import { filter } from '../../sdk/src/filter.js';
import type { AttributeName } from '../../sdk/src/names.js';
import type { paths } from '../../src/generated/openapi.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
type User = ResourceOf<paths, '/Users'>;
type Equal<A, B> = [A, B] extends [B, A] ? true : false;
const holds = <T extends true>(value?: T) => value;

holds<'/Users' | '/Groups' extends EndpointOf<paths> ? true : false>();
holds<Equal<EndpointOf<OtherPaths>, '/Devices'>>();
holds<Equal<User['active'], boolean | undefined>>();
holds<Equal<WriteOf<paths, '/Groups'>['displayName'], string>>();
holds<
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value' extends AttributeName<User> ? true : false
>();

/** Never called: only its types matter. */
export async function program(): Promise<void> {
  const scim = createScimClient<paths>({ baseUrl: 'http://127.0.0.1', token: 't' });
  const users = scim.resources('/Users');
  // @ts-expect-error an endpoint that the document has not
  scim.resources('/Nowhere');
  // @ts-expect-error an operation of no resource type
  scim.resources('/Schemas');

  filter<User>((f) => f.meta.created.gt('2024-01-01T00:00:00Z').and(f[ENTERPRISE].department.eq('Sales')));
  // @ts-expect-error no such attribute
  filter<User>((f) => f.usrName.eq('a'));
  // @ts-expect-error no such sub-attribute
  filter<User>((f) => f.name.first.eq('a'));
  // @ts-expect-error no such attribute of the extension
  filter<User>((f) => f[ENTERPRISE].title.eq('a'));
  // @ts-expect-error a boolean is no text
  filter<User>((f) => f.active.eq('true'));
  // @ts-expect-error a boolean has no order
  filter<User>((f) => f.active.gt(true));
  // @ts-expect-error text is no number
  filter<User>((f) => f.userName.eq(5));
  // @ts-expect-error a complex attribute has no value of its own
  filter<User>((f) => f.name.eq('a'));
  // @ts-expect-error only a list has values to select
  filter<User>((f) => f.name.where((n) => n.familyName.pr()));
  // @ts-expect-error no such sub-attribute in a value
  filter<User>((f) => f.emails.where((e) => e.kind.eq('work')));
  // @ts-expect-error a secret can't be asked for
  filter<User>((f) => f.password.pr());

  await users.patch('id', (p) => p.replace((u) => u.name, { familyName: 'a' }).add({ title: 'b' }));
  // @ts-expect-error the server finds the groups of a user
  await users.patch('id', (p) => p.remove((u) => u.groups));
  // @ts-expect-error a boolean is no text
  await users.patch('id', (p) => p.replace((u) => u.active, 'false'));
  // @ts-expect-error no such sub-attribute in a value
  await users.patch('id', (p) => p.add((u) => u.emails, [{ kind: 'work' }]));
  // @ts-expect-error no such attribute
  await users.patch('id', (p) => p.replace({ usrName: 'a' }));

  await users.list({ sortBy: 'name.familyName', attributes: ['userName', `${ENTERPRISE}:department`] }).next();
  // @ts-expect-error no such attribute
  users.list({ sortBy: 'name.first' });
  // @ts-expect-error a user needs a userName
  await users.create({ schemas: [] });
  const read = await users.get('id');
  // @ts-expect-error what is returned has no password
  String(read.password);
  await scim.api.GET('/ServiceProviderConfig');
}

/** The types that openapi-typescript makes of a document with other resource types: all follows from `paths`. */
interface OtherPaths {
  '/Devices': {
    get: { responses: { 200: { content: { 'application/scim+json': { Resources: Device[] } } } } };
    post: { requestBody: { content: { 'application/scim+json': Device } } };
  };
  '/Devices/{id}': { get: object };
  '/Bulk': { post: object };
}
interface Device {
  serial?: string;
  weight?: number;
  tags?: string[];
  'urn:example:2.0:Device'?: { floor?: { number?: number }[] };
}

/** Never called: only its types matter. */
export async function otherProgram(): Promise<void> {
  const devices = createScimClient<OtherPaths>({ baseUrl: 'http://127.0.0.1', token: 't' }).resources('/Devices');
  await devices.find((f) => f.serial.eq('a').and(f.weight.ge(2)).and(f.tags.co('x')));
  await devices.find((f) => f['urn:example:2.0:Device'].floor.where((v) => v.number.gt(1)));
  await devices.patch('id', (p) => p.add((d) => d.tags, ['y']).remove((d) => d['urn:example:2.0:Device'].floor));
  // @ts-expect-error what is compared is a number
  await devices.find((f) => f['urn:example:2.0:Device'].floor.number.gt('1'));
  // @ts-expect-error a list takes a list
  await devices.patch('id', (p) => p.add((d) => d.tags, 'y'));
}
