// In charge of one question: can this mongod run here, and which version is it?
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const OLDEST_MAJOR = 5;

interface Failure {
  readonly stderr?: string;
  readonly signal?: string | null;
  readonly message: string;
}

/**
 * The version of a mongod, such as `6.0.5`, by running it.
 *
 * @throws Error with the reason in one line: a shared library that is missing, a signal, a version that is too old
 */
export async function versionOf(binary: string): Promise<string> {
  const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 20_000 }).catch((error: unknown) => {
    throw new Error(`${binary} can't run: ${reason(error as Failure)}`, { cause: error });
  });
  const version = /^db version v((\d+)\.\d+\.\d+)/m.exec(stdout);
  if (!version?.[1]) throw new Error(`${binary} doesn't answer --version as a mongod does`);
  if (Number(version[2]) < OLDEST_MAJOR) {
    throw new Error(`${binary} is MongoDB ${version[1]}; ${OLDEST_MAJOR}.0 or later is needed`);
  }
  return version[1];
}

function reason({ stderr, signal, message }: Failure): string {
  const library = /error while loading shared libraries: (\S+?):/.exec(stderr ?? '');
  if (library) {
    return `the shared library ${library[1]} is missing (the packages libcurl4 and libssl3 on Debian and Ubuntu)`;
  }
  // MongoDB 5 and later are built for processors with AVX.
  if (signal === 'SIGILL') return 'this processor lacks an instruction that it needs (AVX, most likely)';
  if (signal) return `it was ended by ${signal}`;
  return /\S.*/.exec(stderr ?? '')?.[0] ?? message;
}
