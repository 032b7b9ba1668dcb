// Who is in a database under test: users and groups as a function of their number, so that whoever loads the server
// knows every id and name without asking.
import type { JsonObject } from '../src/spec/json.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const DEPARTMENTS = ['Engineering', 'Sales', 'Support', 'Finance', 'People', 'Legal', 'Marketing', 'Operations'];

/** The ids under which a subject knows the population: its own where it gives them, else those below. */
export interface Population {
  readonly users: number;
  /** The group that operations on groups are about. */
  readonly groupSize: number;
  userId(index: number): string;
  groupId(size: number): string;
}

/** A population with ids that follow from the index; UUIDs of version 7, in the order of creation. */
export function population(users: number, groupSize: number): Population {
  return { users, groupSize, userId, groupId };
}

export function userId(index: number): string {
  return uuid(0x8000, index);
}

/** There is one group of each size. */
export function groupId(size: number): string {
  return uuid(0x9000, size);
}

/** The sizes of the groups beside so many users: 100, 1,000 and so on, up to all. */
export function groupSizes(users: number): number[] {
  const sizes: number[] = [];
  for (let size = 100; size <= users; size *= 10) sizes.push(size);
  return sizes;
}

export function userName(name: string | number): string {
  return `user.${name}@example.com`;
}

/** A user as identity providers send one: about 1 KiB. */
export function user(name: string | number, title = 'Engineer'): JsonObject {
  const department = DEPARTMENTS[String(name).length % DEPARTMENTS.length] ?? '';
  return {
    schemas: [`${CORE}:User`, ENTERPRISE],
    externalId: `00u${name}`,
    userName: userName(name),
    name: { givenName: `Given${name}`, familyName: `Family${name}`, formatted: `Given${name} Family${name}` },
    displayName: `Given${name} Family${name}`,
    title,
    active: true,
    preferredLanguage: 'en-US',
    locale: 'en-US',
    timezone: 'Europe/Berlin',
    emails: [
      { value: userName(name), type: 'work', primary: true },
      { value: `home.${name}@example.net`, type: 'home' },
    ],
    phoneNumbers: [
      { value: '+49 30 5550100', type: 'work' },
      { value: '+49 170 5550100', type: 'mobile' },
    ],
    addresses: [
      { type: 'work', streetAddress: '1 Main Street', locality: 'Berlin', postalCode: '10115', country: 'DE' },
    ],
    [ENTERPRISE]: { employeeNumber: String(name), department, organization: 'Example', costCenter: '4130' },
  };
}

/** A user with little more than a name: a thousand of them are less than 1 MiB, the limit of many servers. */
export function briefUser(name: string): JsonObject {
  return { schemas: [`${CORE}:User`], userName: userName(name), displayName: name, active: true };
}

export function group(displayName: string, memberIds: readonly string[]): JsonObject {
  return { schemas: [`${CORE}:Group`], displayName, members: memberIds.map((value) => ({ value })) };
}

function uuid(variant: number, index: number): string {
  return `01900000-0000-7000-${variant.toString(16)}-${index.toString(16).padStart(12, '0')}`;
}
