// Stops the MongoDB of the tests and removes its folder.
import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  const { folder, mongod } = globalThis.testMongo;
  await mongod.stop();
  await rm(folder, { recursive: true, force: true });
}
