// The database that the settings ask for: the replica set of a URI, or a mongod of our own over a folder.
import type { Connection } from './client.js';
import { connect } from './client.js';
import { startEmbedded } from './embedded/start.js';

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

/**
 * @param report gets the progress of starting a mongod, as text for a human
 * @throws Error in one line where it can't be had
 */
export async function openDatabase(
  { mongodbUri, mongodBinary, dataDir }: DatabaseOptions,
  report: (what: string) => void,
): Promise<Database> {
  // The driver finds its way back to a replica set by itself.
  if (mongodbUri !== undefined) return { ...(await connect(mongodbUri)), lost: new Promise(() => undefined) };
  const embedded = await startEmbedded({
    dataDir,
    ...(mongodBinary === undefined ? {} : { binary: mongodBinary }),
    report,
  });
  const connection = await connect(embedded.uri);
  return {
    ...connection,
    lost: embedded.exited.then(() => new Error(`the embedded mongod ended: see ${dataDir}/mongod.log`)),
    async close() {
      await connection.close();
      await embedded.stop();
    },
  };
}
