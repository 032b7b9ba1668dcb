// Stands for mongodump and mongorestore where they are not installed: takes the options that the run book has and no
// other, and carries over what they do. It knows nothing of an oplog: nobody writes while a test dumps.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BSON, MongoClient } from 'mongodb';
import type { Document, IndexDescription } from 'mongodb';

interface Dumped {
  readonly db: string;
  readonly name: string;
  readonly indexes: IndexDescription[];
  readonly documents: Document[];
}

const OF_MONGODB = ['admin', 'config', 'local'];
const common = {
  uri: { type: 'string', default: '' },
  gzip: { type: 'boolean' },
  archive: { type: 'string', default: '' },
} as const;

async function save(client: MongoClient): Promise<Dumped[]> {
  const dumped: Dumped[] = [];
  const { databases } = await client.db('admin').admin().listDatabases();
  for (const { name: db } of databases.filter((each) => !OF_MONGODB.includes(each.name))) {
    for (const { name } of await client.db(db).listCollections().toArray()) {
      const collection = client.db(db).collection(name);
      const indexes = (await collection.indexes()) as IndexDescription[];
      dumped.push({ db, name, indexes, documents: await collection.find().toArray() });
    }
  }
  return dumped;
}

async function restore(client: MongoClient, dumped: readonly Dumped[]): Promise<void> {
  for (const { db, name, indexes, documents } of dumped) {
    const collection = client.db(db).collection(name);
    if (documents.length > 0) await collection.insertMany(documents);
    await collection.createIndexes(indexes);
  }
}

const [, , what, ...args] = process.argv;
if (what === 'save') {
  const { values } = parseArgs({ args, options: { ...common, oplog: { type: 'boolean' } } });
  const client = await MongoClient.connect(values.uri);
  writeFileSync(values.archive, gzipSync(BSON.serialize({ dumped: await save(client) })));
  await client.close();
} else {
  const { values } = parseArgs({ args, options: { ...common, oplogReplay: { type: 'boolean' } } });
  const client = await MongoClient.connect(values.uri);
  // As the driver reads: Binary stays Binary.
  const { dumped } = BSON.deserialize(gunzipSync(readFileSync(values.archive)));
  await restore(client, dumped as Dumped[]);
  await client.close();
}
