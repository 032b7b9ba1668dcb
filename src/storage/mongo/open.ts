// The database that the settings ask for: the replica set of a URI, or a mongod of our own over a folder.
import type { Observe } from '../../observe/observation.js';
import { createObserver } from '../../observe/observer.js';
import type { Connection } from './client.js';
import { connect } from './client.js';
import { findEmbedded, startEmbedded } from './embedded/start.js';

export interface Database extends Connection {
  /** Resolves when the embedded mongod has ended: nothing can bring it back but a new start. */
  readonly lost: Promise<Error>;
}

export interface DatabaseOptions {
  readonly mongodbUri: string | undefined;
  /** Of the embedded mongod. */
  readonly mongodBinary: string | undefined;
  readonly dataDir: string;
}

/** @throws Error in one line where it can't be had */
export async function openDatabase(
  { mongodbUri, mongodBinary, dataDir }: DatabaseOptions,
  observe: Observe,
): Promise<Database> {
  // The driver finds its way back to a replica set by itself.
  if (mongodbUri !== undefined) return { ...(await connect(mongodbUri, observe)), lost: new Promise(() => undefined) };
  const mongod = await startMongod({ mongodBinary, dataDir }, (what) => observe({ kind: 'starting', what }));
  const connection = await connect(mongod.uri, observe).catch(async (error: unknown) => {
    await mongod.stop();
    throw error;
  });
  return {
    ...connection,
    lost: mongod.lost,
    async close() {
      await connection.close();
      await mongod.stop();
    },
  };
}

/** The same beside a server that may run: the mongod that it has is joined. */
export async function openBeside(options: DatabaseOptions, report: (what: string) => void): Promise<Database> {
  const mongodbUri = options.mongodbUri ?? (await findEmbedded(options.dataDir));
  return openDatabase({ ...options, mongodbUri }, createObserver({ starting: ({ what }) => report(what) }));
}

export interface Mongod {
  readonly uri: string;
  /** Resolves when it has ended. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
}

/**
 * Starts a mongod of our own over the folder.
 * @param report gets the progress, as text for a human
 * @throws Error in one line where there is none to start
 */
export async function startMongod(
  { mongodBinary, dataDir }: Pick<DatabaseOptions, 'mongodBinary' | 'dataDir'>,
  report: (what: string) => void,
): Promise<Mongod> {
  const binary = mongodBinary === undefined ? {} : { binary: mongodBinary };
  const { uri, exited, stop } = await startEmbedded({ dataDir, ...binary, report });
  return { uri, lost: exited.then(() => new Error(`the embedded mongod ended: see ${dataDir}/mongod.log`)), stop };
}
