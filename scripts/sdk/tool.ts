// The tools of others that are installed into .tools/, each once a version.
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Step } from './steps.js';
import { runSteps } from './steps.js';

export interface Tool {
  readonly tool: string;
  readonly version: string;
  /** Installs the tool into a folder. */
  install(folder: string, version: string): readonly Step[];
}

export const TOOLS = resolve('.tools');

/**
 * Installs a tool, unless it is there.
 * @returns its folder
 * @throws Error with what a step wrote that failed
 */
export async function installTool({ tool, version, install }: Tool): Promise<string> {
  const folder = join(TOOLS, `${tool}-${version}`);
  // A mark tells that the folder is whole: an installation may have been cut off.
  const mark = join(folder, '.installed');
  if (existsSync(mark)) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await runSteps(install(folder, version));
  await writeFile(mark, '');
  return folder;
}

/** Installs packages of npm into a folder. */
export function npmInstall(folder: string, ...packages: string[]): Step {
  return { run: ['npm', 'install', '--silent', '--prefix', folder, ...packages] };
}

/** Builds a program of Go into a folder. */
export function goInstall(folder: string, program: string): Step {
  return { run: ['go', 'install', program], env: { GOBIN: folder } };
}
