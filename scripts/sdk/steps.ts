// Runs the programs of other languages: their compilers, package managers and generators.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A program with its arguments. */
export interface Step {
  readonly run: readonly [program: string, ...args: string[]];
  /** The folder to run it in; the root of the repository where none is said. */
  readonly in?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const MEBIBYTE = 2 ** 20;

/**
 * Runs steps one behind the other.
 * @returns what they wrote to standard output
 * @throws Error with all that the failing one wrote
 */
export async function runSteps(steps: readonly Step[]): Promise<string> {
  let output = '';
  for (const step of steps) output += await runStep(step);
  return output;
}

async function runStep({ run: [program, ...args], in: cwd = '.', env }: Step): Promise<string> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * MEBIBYTE };
  try {
    return (await promisify(execFile)(program, args, options)).stdout;
  } catch (error) {
    const { code, message, stdout, stderr } = error as NodeJS.ErrnoException & { stdout?: string; stderr?: string };
    if (code === 'ENOENT') throw new Error(`${program} is not there: install it`, { cause: error });
    const wrote = [stdout, stderr].filter((text) => text !== undefined && text !== '').join('\n');
    throw new Error(`${[program, ...args].join(' ')}: ${wrote === '' ? message : wrote}`, { cause: error });
  }
}
