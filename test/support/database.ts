// A database for a test file that needs no server: of its own in the mongod that global-setup.mjs started.
import { afterAll } from '@jest/globals';
import type { Db } from 'mongodb';
import { MongoClient } from 'mongodb';
import { databaseUri } from './server.js';

/** The database, which connects when it is first asked, and is dropped behind the tests. */
export function databaseUnderTest(): Db {
  const client = new MongoClient(databaseUri());
  const db = client.db();
  afterAll(async () => {
    await db.dropDatabase();
    await client.close();
  });
  return db;
}
