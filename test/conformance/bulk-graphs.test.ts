// Random bulk requests whose operations refer to each other do what a model of RFC 7644 section 3.7 does: they are
// answered as it says, and leave what it leaves.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupsOf, performBulk } from '../support/bulk-model.js';
import type { Key, Operation, Outcome } from '../support/bulk-model.js';
import type { Reply } from '../support/client.js';
import { bulkRequests, EXISTING, NAME, resourceOf, written } from './bulk-requests.js';
import type { Writing } from './bulk-requests.js';
import { ENTERPRISE, filtered, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();

test('a bulk request does what its operations do one by one, each behind what it refers to', async () => {
  const runs = fc.asyncProperty(bulkRequests, async ({ operations, failOnErrors }) => {
    const expected = performBulk(EXISTING, operations, failOnErrors);
    const writing = await createExisting();
    const request = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      ...(failOnErrors === undefined ? {} : { failOnErrors }),
      Operations: operations.map((each, index) => written(each, index, writing)),
    };
    const { status, body } = await subject.client.post('/Bulk', request);
    expect(status).toBe(200);
    const keys = keysById(writing, body);
    const left = await readAll(writing);
    const told = { request, answered: body };
    expect({ ...told, answers: answersIn(body, keys), left: resourcesIn(left, writing, keys) }).toEqual({
      ...told,
      answers: answersOf(expected, operations, body),
      left: resourcesOf(expected),
    });
    checkVersions([
      ...[...writing.known].map(([key, { version }]) => ({ key, revision: 0, version })),
      ...versionsIn(body, operations, expected),
      ...left.map(({ id, meta }) => {
        const key = keys.get(id);
        return { key, revision: expected.resources.get(key ?? '')?.revision, version: meta.version };
      }),
    ]);
  });
  // Where one fails, the limit leaves time to say which, however far it was shrunk.
  await fc.assert(runs, { numRuns: 80, plugins: [fc.interruptAfterTimeLimit(100_000)] });
}, 120_000);

type Keys = ReadonlyMap<string, Key>;
type Body = Reply['body'];

async function createExisting(): Promise<Writing> {
  const known = new Map<Key, { id: string; version: string }>();
  const writing = { prefix: unique('bulk'), known };
  for (const [key, resource] of EXISTING) {
    const { body } = await subject.client.post(`/${resource.type}s`, resourceOf(resource, writing));
    known.set(key, { id: body.id, version: body.meta.version });
  }
  return writing;
}

/** By their ids, the keys of what was there and of what the response says was created. */
function keysById({ known }: Writing, response: Body): Keys {
  const created = response.Operations.filter(({ status }: Body) => status === '201');
  return new Map([
    ...[...known].map(([key, { id }]) => [id, key] as const),
    ...created.map(({ location, bulkId }: Body) => [location.split('/').at(-1), bulkId]),
  ]);
}

/** What the response says: of each operation its status, and of one that succeeded whose location it tells. */
function answersIn(response: Body, keys: Keys): unknown[] {
  return response.Operations.map(({ bulkId, method, status, location, response: error }: Body) => {
    if (status < '400') return { bulkId, status, location: location.replace(/[^/]+$/, (id: string) => keys.get(id)) };
    expect({ bulkId, status: error.status, isLocated: location !== undefined && method === 'POST' }).toEqual({
      bulkId,
      status,
      isLocated: false,
    });
    return { bulkId, status };
  });
}

/** What it must say, in the order of the request. Of an operation with several faults it may tell any. */
function answersOf({ results }: Outcome, operations: readonly Operation[], response: Body): unknown[] {
  return operations
    .flatMap((each, index) => {
      const result = results.get(index);
      return result === undefined ? [] : [{ bulkId: `b${index}`, statuses: result.statuses.map(String), each }];
    })
    .map(({ bulkId, statuses, each: { type, target } }, place) => {
      const told = response.Operations[place]?.status;
      const status = statuses.includes(told) ? told : statuses.join(' or ');
      return status < '400' ? { bulkId, status, location: `${subject.url}/${type}s/${target}` } : { bulkId, status };
    });
}

async function readAll({ prefix }: Writing): Promise<Body[]> {
  const lists = (['User', 'Group'] as const).map((type) =>
    subject.client.get(filtered(`/${type}s`, `${NAME[type]} sw "${prefix}"`)),
  );
  return (await Promise.all(lists)).flatMap(({ body }) => body.Resources);
}

/** What is there, by keys instead of ids. */
function resourcesIn(left: readonly Body[], { prefix }: Writing, keys: Keys): unknown[] {
  const keyOf = (id: string) => keys.get(id) ?? id;
  return left
    .map(({ id, meta, userName, displayName, members, groups = [], [ENTERPRISE]: enterprise }) => ({
      key: keyOf(id),
      type: meta.resourceType,
      name: (userName ?? displayName).slice(prefix.length),
      refs: [...(members ?? []), enterprise?.manager ?? []]
        .flat()
        .map(({ value }) => keyOf(value))
        .sort(),
      groups: groups.map(({ value, type }: Body) => `${type} ${keyOf(value)}`).sort(),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What must be there. */
function resourcesOf({ resources }: Outcome): unknown[] {
  return [...resources]
    .map(([key, { type, name, refs }]) => ({
      key,
      type,
      name,
      refs,
      groups: type === 'User' ? [...groupsOf(resources, key)].map(([group, way]) => `${way} ${group}`).sort() : [],
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

interface Version {
  readonly key: Key | undefined;
  readonly revision: number | undefined;
  readonly version: string;
}

function versionsIn(response: Body, operations: readonly Operation[], { results }: Outcome): Version[] {
  return response.Operations.filter(({ version }: Body) => version !== undefined).map(({ bulkId, version }: Body) => {
    const index = Number(bulkId.slice(1));
    return { key: operations[index]?.target, revision: results.get(index)?.revision, version };
  });
}

/** A resource has another version where, and only where, it is another revision. */
function checkVersions(all: readonly Version[]): void {
  for (const one of all) {
    for (const other of all.filter(({ key }) => key === one.key)) {
      const isSame = one.version === other.version;
      expect({ one, other, isSame }).toEqual({ one, other, isSame: one.revision === other.revision });
    }
  }
}
