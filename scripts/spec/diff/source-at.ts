// The document at a git reference, or in a folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '../../../src/spec/source.js';
import { readSource } from '../../../src/spec/source.js';

/**
 * @param at a folder that has openapi.yaml, else what git calls a tree: `main`, `HEAD~3`
 * @throws Error in one line where it is neither
 */
export function sourceAt(at: string): Source {
  if (existsSync(at) && statSync(at).isDirectory()) return readSource(at);
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    // `--` before a name that begins with one would end the options, and git has no such references.
    const archive = git(['archive', '--format=tar', at, 'openapi'], at);
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    return readSource(join(folder, 'openapi'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function git(args: readonly string[], at: string): Buffer {
  if (at.startsWith('-')) throw new Error(`${at} is not a git reference`);
  try {
    return execFileSync('git', args, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    throw new Error(`${at} is neither a folder nor a reference that has openapi/: ${String(stderr ?? error).trim()}`);
  }
}
