// In charge of fetching a mongod from MongoDB's own site, with MongoDB's downloader.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const VERSION = '8.0.x';
const SILENCE_MS = 10_000;

// The downloader can be neither bounded nor aborted, and a request that hangs would hold this process. So it runs in
// a process of its own, which can be killed. It tells its progress through the package `debug`, on stderr.
const CHILD = `
  const [downloader, directory, version] = process.argv.slice(1);
  require(downloader).downloadMongoDb({ directory, version, useLockfile: false }).then(
    (folder) => console.log(folder),
    (error) => { console.error('failed: ' + error.message); process.exitCode = 1; },
  );`;

/**
 * Downloads and unpacks a mongod.
 *
 * @param folder where the archive is unpacked
 * @param report gets the progress
 * @returns the path of the mongod
 * @throws Error when the site can't be reached, or when nothing has come from it for ten seconds
 */
export async function downloadMongod(folder: string, report: (line: string) => void): Promise<string> {
  const downloader = createRequire(import.meta.url).resolve('@mongodb-js/mongodb-downloader');
  const child = spawn(process.execPath, ['-e', CHILD, downloader, folder, VERSION], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBUG: 'mongodb-downloader', DEBUG_COLORS: 'no' },
  });
  const silence = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
  let bin = '';
  let failure = `no data for ${SILENCE_MS / 1000} s`;
  createInterface(child.stdout).on('line', (line) => (bin = line));
  createInterface(child.stderr).on('line', (line) => {
    silence.refresh();
    failure = /^failed: (.*)/.exec(line)?.[1] ?? failure;
    const progress = /Downloading: (.*MB)/.exec(line)?.[1];
    if (progress) report(`downloading MongoDB: ${progress}`);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(silence);
  if (code !== 0) throw new Error(failure);
  return join(bin, 'mongod');
}
