// docs/extending.md is true: each worked example is run as the page has it, and its tables have every keyword.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenApiDocument } from '../../src/spec/publish.js';
import { TestClient } from '../support/client.js';
import { contractOf } from '../support/contract.js';
import { overlaidDocument } from '../support/overlay.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { examplesOfPage, learnIds, readMessage } from './page.js';
import { keywordsOfPage, keywordsOfVocabulary } from './vocabulary.js';

/** The base URL that the page writes. */
const BASE = 'http://127.0.0.1:3000/scim/v2';

describe('worked examples', () => {
  test('are ten', () => {
    expect(examplesOfPage().map(({ title }) => title.split('.')[0])).toEqual('1 2 3 4 5 6 7 8 9 10'.split(' '));
  });

  describe.each(examplesOfPage())('$title', ({ overlay, exchanges }) => {
    let server: TestServer;
    let client: TestClient;
    beforeAll(async () => {
      const { directory, remove } = overlaidDocument(overlay);
      server = await startServer({ OPENAPI_DIR: directory });
      remove();
      const document = await (await fetch(new URL('/openapi.json', server.url))).json();
      client = new TestClient(server, contractOf(document as OpenApiDocument));
    });
    afterAll(() => server.close());

    test('each request gets the answer of the page', async () => {
      const ids = new Map<string, string>();
      const real = (text: string): string =>
        [...ids].reduce((filled, [page, id]) => filled.replaceAll(page, id), text.replaceAll(BASE, server.url));
      for (const [asked, answered] of exchanges) {
        const request = readMessage(real(asked));
        const [method = '', path = ''] = request.start.split(/ (.*)/);
        const reply = await client.request(method, path, {
          ...(request.body === undefined ? {} : { body: request.body }),
          headers: request.headers,
        });
        learnIds(readMessage(answered).body, reply.body, ids);
        const { start, headers, body } = readMessage(real(answered));
        const came = {
          status: reply.status,
          headers: Object.fromEntries(Object.keys(headers).map((name) => [name, reply.headers.get(name)])),
          body: reply.body,
        };
        expect({ request: request.start, ...came }).toEqual({
          request: request.start,
          status: Number(start.split(' ')[1]),
          headers,
          body,
        });
      }
    });
  });
});

test.each(['schema', 'attribute', 'resources'])(
  'the tables have every keyword of openapi/vocabulary/%s.json, with all its values, and no other',
  (name) => {
    expect(keywordsOfPage(name)).toEqual(keywordsOfVocabulary(name));
  },
);
