// In charge of the embedded MongoDB, for when no MONGODB_URI is set: a real mongod as a child over the data folder.
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findMongod, sourcesOf } from './binary.js';
import { portOfLiving, titleOf, vacate } from './orphan.js';
import { complaint, type Exit, launch, listens, type Running } from './process.js';
import { becomePrimary } from './replica-set.js';

export interface EmbeddedOptions {
  /** Kept between runs: mongod's files in `mongod/`, its log in `mongod.log`. */
  readonly dataDir: string;
  /** The mongod to run (MONGOD_BINARY); without it one is looked for, and downloaded if need be. */
  readonly binary?: string;
  /** Gets progress, as text for a human. */
  readonly report: (line: string) => void;
}

export interface EmbeddedMongod {
  readonly uri: string;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Ends mongod in order; returns when it has ended. */
  readonly stop: () => Promise<void>;
}

// mongod's exit codes for: the port was taken since we looked; the folder was taken since we looked.
const LOST_RACE: readonly (number | null)[] = [48, 100];
const ATTEMPTS = 5;
const PAUSE_MS = 500; // the winner has written its lock file by then, and `vacate` can say who it is

/**
 * Starts a mongod over the data folder and returns when it takes writes.
 *
 * @throws Error when there is no mongod to run, when another server uses the folder, or when mongod ends at once:
 *   the message says which, and why
 */
export async function startEmbedded({ dataDir, binary, report }: EmbeddedOptions): Promise<EmbeddedMongod> {
  const mongod = await findMongod(sourcesOf(binary, report));
  await mkdir(join(dataDir, 'mongod'), { recursive: true }).catch((error: unknown) => {
    throw new Error(`DATA_DIR: takes a folder: ${error instanceof Error ? error.message : String(error)}`);
  });
  const folder = await realpath(dataDir);
  const running = await listening(mongod.path, folder, report);
  const { pid, port, exited, stop } = running;
  const uri = uriOf(port);
  try {
    await becomePrimary(uri, port);
  } catch (error) {
    await stop();
    throw error;
  }
  report(`MongoDB ${mongod.version} (${mongod.path}) is up on port ${port}, its data in ${folder}`);
  return { uri, pid, exited, stop };
}

/** The URI of the mongod that a running server has over the data folder. */
export async function findEmbedded(dataDir: string): Promise<string | undefined> {
  const folder = await realpath(dataDir).catch(() => undefined);
  const port = folder === undefined ? undefined : await portOfLiving(join(folder, 'mongod'));
  return port === undefined ? undefined : uriOf(port);
}

function uriOf(port: number): string {
  return `mongodb://127.0.0.1:${port}/?directConnection=true`;
}

async function listening(binary: string, folder: string, report: (line: string) => void): Promise<Running> {
  const dbpath = join(folder, 'mongod');
  const log = join(folder, 'mongod.log');
  for (let attempt = 1; ; attempt++) {
    await vacate(dbpath, report);
    const running = await launch({ binary, dbpath, log, title: titleOf(process.pid) });
    if (await listens(running, report)) return running;
    const { code, signal } = await running.exited;
    if (!LOST_RACE.includes(code) || attempt === ATTEMPTS) {
      throw new Error(`mongod ended at once (${signal ?? `code ${code}`}); see ${log}: ${await complaint(log)}`);
    }
    await delay(PAUSE_MS);
  }
}
