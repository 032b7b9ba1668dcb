// The run books of a document that changes: upgrade and roll back, and values that are to be unique and are not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { spawnServer, stop } from '../e2e/child.js';
import { call } from '../support/call.js';
import { databaseUri } from '../support/server.js';
import { deployments, USER } from './deployment.js';
import { runBook } from './run-book.js';

jest.setTimeout(300_000);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scim-upgrade-'));
});
afterAll(() => rm(folder, { recursive: true }));

const start = deployments();

/** A file with an overlay of the attributes of users. */
async function overlay(name: string, properties: object): Promise<string> {
  const file = join(folder, `${name}.yaml`);
  // JSON is YAML.
  await writeFile(file, JSON.stringify({ schemas: { User: { properties } } }));
  return file;
}

test('Upgrade, and roll back', async () => {
  const MONGODB_URI = databaseUri();
  const alias = { type: 'string', description: 'A name.', 'x-scim': { caseExact: false, renamedFrom: 'nickName' } };
  const OPENAPI_OVERLAY = await overlay('next', { nickName: null, alias });
  const BACK = await overlay('back', { nickName: { 'x-scim': { renamedFrom: 'alias' } } });
  const old = await start({ MONGODB_URI });
  const user = await call(old, 'POST', '/Users', { schemas: [USER], userName: 'a', nickName: 'Al' });
  const path = `/Users/${user.body.id}`;

  const refused = await spawnServer({ MONGODB_URI, OPENAPI_OVERLAY });
  expect(await refused.ended()).toBe(1);
  expect(refused.output().stderr).toMatch(/were written by another document: nickName becomes alias/);
  expect((await call(old, 'GET', path)).body.nickName).toBe('Al');

  const book = runBook('Upgrade, and roll back', { ...old.environment, OPENAPI_OVERLAY, BACK });
  const dry = await book.next();
  expect([dry.code, dry.stdout]).toEqual([0, expect.stringMatching(/User/)]);
  expect((await call(old, 'GET', path)).body.nickName).toBe('Al');
  await stop(old.child);
  expect(await book.next()).toMatchObject({ code: 0 });
  const next = await start({ MONGODB_URI, OPENAPI_OVERLAY });
  const seen = await book.next(next.environment);
  expect(seen.stdout).toMatch(/\n200\n/);
  expect(seen.stdout).toMatch(/^scim_build_info\{version="[^"]+"/m);
  expect((await call(next, 'GET', path)).body.alias).toBe('Al');
  const later = await call(next, 'POST', '/Users', { schemas: [USER], userName: 'b', alias: 'Bo' });
  await stop(next.child);

  expect(await book.next()).toMatchObject({ code: 0 });
  const back = await start({ MONGODB_URI, OPENAPI_OVERLAY: BACK });
  expect((await call(back, 'GET', path)).body.nickName).toBe('Al');
  expect((await call(back, 'GET', `/Users/${later.body.id}`)).body.nickName).toBe('Bo');
  book.finish();
});

test('Stored values are not unique', async () => {
  const MONGODB_URI = databaseUri();
  const OPENAPI_OVERLAY = await overlay('unique', { nickName: { 'x-scim': { uniqueness: 'server' } } });
  const old = await start({ MONGODB_URI });
  const made = await Promise.all(
    ['a', 'b'].map((userName) => call(old, 'POST', '/Users', { schemas: [USER], userName, nickName: 'Al' })),
  );
  const ids = made.map(({ body }) => String(body.id));

  const refused = await spawnServer({ MONGODB_URI, OPENAPI_OVERLAY });
  expect(await refused.ended()).toBe(1);
  const [line = ''] = refused.output().stderr.split('\n');
  const [, ID = '', OTHER = ''] = /a value is shared by 2 stored resources, as by (\S+) and (\S+), /.exec(line) ?? [];
  expect([ID, OTHER].toSorted()).toEqual(ids.toSorted());

  const book = runBook('Stored values are not unique', { ...old.environment, ID, OTHER, ATTRIBUTE: 'nickName' });
  const looked = await book.next();
  expect(looked.stdout.match(/"nickName":"Al"/g)).toHaveLength(2);
  const mended = await book.next();
  expect(JSON.parse(mended.stdout)).toMatchObject({ id: OTHER });
  expect(JSON.parse(mended.stdout).nickName).toBeUndefined();
  const next = await start({ MONGODB_URI, OPENAPI_OVERLAY });
  const seen = await book.next({ OPENAPI_OVERLAY });
  expect(seen.stdout).toMatch(/^User +s\.nickName +unique +exists /m);
  book.finish();
  const clash = await call(next, 'POST', '/Users', { schemas: [USER], userName: 'c', nickName: 'AL' });
  expect([clash.status, clash.body.scimType]).toEqual([409, 'uniqueness']);
});
