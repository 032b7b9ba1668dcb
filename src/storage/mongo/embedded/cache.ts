// In charge of the folder where downloaded mongods are kept, one file a version: `mongod-6.0.5`.
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { versionOf } from './version.js';

/** Where this user's downloaded mongods are. */
function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'scim-server');
}

/** The newest mongod of the cache, or undefined. */
export async function newestCached(folder = cacheFolder()): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => /^mongod-\d+\.\d+\.\d+$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
  return newest && join(folder, newest);
}

/**
 * Fetches a mongod into the cache. The work is done in a temporary folder beside it and ends in one rename, so that
 * installers who run at the same time can't spoil each other's file, and half a download is never found.
 *
 * @param fetch puts a mongod somewhere below the folder that it is given and returns its path
 * @returns the path in the cache
 * @throws Error what `fetch` throws, or why the fetched mongod can't run here: it isn't kept then
 */
export async function fetchIntoCache(
  fetch: (folder: string) => Promise<string>,
  folder = cacheFolder(),
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, 'fetching-'));
  try {
    const fetched = await fetch(work);
    await chmod(fetched, 0o755);
    const cached = join(folder, `mongod-${await versionOf(fetched)}`);
    await rename(fetched, cached);
    return cached;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
