// What src/http/app.ts and the steps around it answer before an operation is asked is declared of each operation, in
// both documents.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { OpenApiDocument } from '../../../src/spec/publish.js';

const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete']);
/** Two Hosts, a token that may not, Accept, a rate or failures, what nobody foresaw, no database or too much to do. */
const ALWAYS = ['400', '403', '406', '429', '500', '503'];
const WITH_TOKEN = ['401'];
const WITH_BODY = ['413', '415'];

test.each(['openapi', 'openapi-admin'])('%s: each operation declares what is answered before it is asked', (folder) => {
  const document = JSON.parse(readFileSync(`${folder}/dist/openapi.json`, 'utf8')) as OpenApiDocument;
  const missing = Object.values(document.paths)
    .flatMap((item) => Object.entries(item))
    .filter(([method]) => METHODS.has(method))
    .flatMap(([, { operationId, security, requestBody, responses = {} }]) => {
      const isPublic = Array.isArray(security) && security.length === 0;
      const wanted = [...ALWAYS, ...(isPublic ? [] : WITH_TOKEN), ...(requestBody === undefined ? [] : WITH_BODY)];
      return wanted.filter((status) => !(status in (responses as object))).map((status) => `${operationId} ${status}`);
    });
  expect(missing).toEqual([]);
});
