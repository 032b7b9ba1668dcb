// A command of the server (src/cli/), run as operators run it.
import { execFile } from 'node:child_process';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type CommandLine = readonly [string, ...string[]];

/** @param settings environment variables on top of the process's own */
export function runCommand([file, ...args]: CommandLine, settings: Readonly<Record<string, string>>): Promise<Outcome> {
  const { NODE_OPTIONS: _jest, ...environment } = process.env;
  return new Promise((resolve) => {
    const child = execFile(file, args, { env: { ...environment, ...settings } }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
