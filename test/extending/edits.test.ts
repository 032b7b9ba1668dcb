// One edit, everything follows: for each kind of edit of the YAML, the server is started on a document that has
// it, and nothing else is touched.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildModel } from '../../src/schema/build.js';
import type { OpenApiDocument } from '../../src/spec/publish.js';
import { planIndexes } from '../../src/storage/mongo/indexes.js';
import { play } from '../clients/exchange.js';
import { mismatches } from '../clients/match.js';
import { TestClient } from '../support/client.js';
import { contractOf } from '../support/contract.js';
import { overlaidDocument } from '../support/overlay.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { attributeEdits } from './attributes.js';
import { editsOfFiles } from './edit.js';
import { plainSource } from '../support/temporary-document.js';

/** Collections that openapi-admin/ declares. */
const LOGS = new Set(['audit', 'adminAudit']);

/** The indexes that the document asks for before the edit, as `collection name`. */
const OWN_INDEXES = new Set(
  planIndexes(buildModel(plainSource())).map(({ collection, options }) => `${collection} ${options.name}`),
);

describe.each([...attributeEdits(), ...editsOfFiles()])('$title', ({ overlay, published, indexes, exchange }) => {
  let server: TestServer;
  let document: OpenApiDocument;

  beforeAll(async () => {
    const { directory, remove } = overlaidDocument(overlay);
    server = await startServer({ OPENAPI_DIR: directory });
    document = (await (await fetch(new URL('/openapi.json', server.url))).json()) as OpenApiDocument;
    remove();
  });
  afterAll(() => server.close());

  test('is in the document that is published', () => {
    expect(mismatches(published, document)).toEqual([]);
  });

  test('is answered over HTTP, as the document says', () =>
    play(exchange, new TestClient(server, contractOf(document))));

  test('has its indexes', async () => {
    const collections = (await server.db.listCollections().toArray())
      .map(({ name }) => name)
      .filter((name) => !LOGS.has(name));
    const there = await Promise.all(collections.map((name) => server.db.collection(name).indexes()));
    const names = there.flatMap((of, at) => of.map(({ name }) => `${String(collections[at])} ${String(name)}`));
    const made = names.filter((name) => !OWN_INDEXES.has(name) && !/ (_id_|scim:events\.time)$/.test(name));
    const gone = [...OWN_INDEXES].filter((name) => !names.includes(name));
    expect([...made.map((name) => `+${name}`), ...gone.map((name) => `-${name}`)].sort()).toEqual(indexes);
  });
});
