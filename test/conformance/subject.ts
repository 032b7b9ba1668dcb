// What every conformance test starts from: one server a file, a client of it, resources with unique names, and the
// form of an error (RFC 7644 3.12).
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Db, Document } from 'mongodb';
import { delivered } from '../audit/events.js';
import { TestClient } from '../support/client.js';
import type { Reply } from '../support/client.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

export interface Subject {
  readonly client: TestClient;
  readonly url: string;
  readonly token: string;
  readonly db: Db;
  /** A new user with these attributes on top of a unique userName. */
  createUser(attributes?: object): Promise<Reply['body']>;
  /** A new group with these attributes on top of a unique displayName. */
  createGroup(attributes?: object): Promise<Reply['body']>;
}

/** Starts a server before the tests of the file that calls it, and stops it after them. */
export function serverUnderTest(settings: Readonly<Record<string, string>> = {}): Subject {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await startServer(settings);
  });
  afterAll(() => server?.close());

  const running = (): TestServer => {
    if (server === undefined) throw new Error('the server runs only inside of tests');
    return server;
  };
  const create = async (path: string, body: object): Promise<Reply['body']> => {
    const reply = await new TestClient(running()).post(path, body);
    if (reply.status !== 201) throw new Error(`POST ${path} answered ${reply.status}: ${reply.text}`);
    return reply.body;
  };
  return {
    get client() {
      return new TestClient(running());
    },
    get url() {
      return running().url;
    },
    get token() {
      return running().token;
    },
    get db() {
      return running().db;
    },
    createUser: (attributes = {}) => create('/Users', newUser(attributes)),
    createGroup: (attributes = {}) => create('/Groups', newGroup(attributes)),
  };
}

export function newUser(attributes: object = {}): object {
  return { schemas: [USER], userName: unique('user'), ...attributes };
}

export function newGroup(attributes: object = {}): object {
  return { schemas: [GROUP], displayName: unique('group'), ...attributes };
}

export function unique(prefix: string): string {
  return `${prefix}-${randomUUID()}`;
}

/** A path with this filter, and other query parameters. */
export function filtered(path: string, filter: string, query: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ filter, ...query }).toString()}`;
}

/** A JSON file below test/fixtures. */
export function fixture(name: string): Reply['body'] {
  return JSON.parse(readFileSync(`test/fixtures/${name}.json`, 'utf8'));
}

/** When a token was used, and what became of a change before: written a while after it. */
const WRITTEN_LATER = /,"lastUsed":"[^"]*"|"outcome":\{"result":"\w+"\}/g;

/** Everything that the database holds, as text, but for what is written later, and the counts of the brake. */
export async function stored(db: Db): Promise<string> {
  const documents: Document[] = [];
  await delivered(db);
  for (const { name } of await db.listCollections({ name: { $ne: 'brake' } }).toArray()) {
    documents.push(...(await db.collection(name).find().toArray()));
  }
  return JSON.stringify(documents).replaceAll(WRITTEN_LATER, '');
}

/** RFC 7644 3.12: the status also stands in the body, as a string, beside a detail for people. */
export function expectError(reply: Reply, status: number, scimType?: string): void {
  expect({ status: reply.status, type: reply.headers.get('content-type'), body: reply.body }).toEqual({
    status,
    type: expect.stringMatching(/^application\/scim\+json(;|$)/),
    body: {
      schemas: [ERROR],
      status: String(status),
      detail: expect.stringMatching(/\S/),
      ...(scimType === undefined ? {} : { scimType }),
    },
  });
}
