// The examples of the published document are what the server answers, and every answer with a body has one, but of
// resource types that the scenario doesn't ask for.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { SETTINGS, record } from '../../scripts/spec/record.js';
import { SCENARIO } from '../../scripts/spec/scenario/scenario.js';
import { readExamples, withExamples } from '../../src/spec/examples.js';
import type { Json } from '../../src/spec/json.js';
import { isObject } from '../../src/spec/json.js';
import type { OpenApiDocument } from '../../src/spec/publish.js';
import { publish } from '../../src/spec/publish.js';
import { readSource } from '../../src/spec/source.js';
import { controlOf } from '../support/control.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

const document = publish(readSource('openapi'));
const kept = readExamples('openapi/examples');
const published = JSON.parse(readFileSync('openapi/dist/openapi.json', 'utf8')) as OpenApiDocument;

let server: TestServer;
beforeAll(async () => {
  server = await startServer(SETTINGS);
});
afterAll(() => server.close());

test('what the server answers to the scenario is what openapi/examples/ has: npm run spec:examples', async () => {
  const { tokens, close } = await controlOf(server);
  const { token: readToken } = await tokens.create({ name: 'reads', tenant: 'default', scopes: ['read'] });
  await close();
  expect(await record({ ...server, readToken }, document, SCENARIO)).toEqual(kept);
});

describe('the published document', () => {
  test('has an example of each body that is sent or answered, but of a fault of the server', () => {
    expect(bodies(published).filter(([, media]) => media['examples'] === undefined)).toEqual([
      ['InternalError', expect.anything()],
    ]);
  });

  test('is the one of openapi/ with the examples, and is smaller than a megabyte', () => {
    expect(published).toEqual(withExamples(document, kept));
    expect(readFileSync('openapi/dist/openapi.json').length).toBeLessThan(1_000_000);
  });

  test('has no key $ref in an example: tools take it for a reference', () => {
    expect(references(kept as unknown as Json)).toEqual([]);
  });

  test('has none of what another document has not', () => {
    const { '/Users': _users, ...paths } = document.paths;
    const other = withExamples({ ...document, paths }, kept);
    expect(Object.keys(other.paths)).toEqual(Object.keys(paths));
    expect(withExamples(document, readExamples('openapi/nowhere'))).toEqual(document);
  });
});

/** Everything with a body, but of other types: requests, answers of one operation, answers that operations share. */
function bodies({ paths, components }: OpenApiDocument): [string, Record<string, Json>][] {
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const typesAskedFor = new Set(
    operations
      .filter(({ operationId }) => operationId in kept.operations)
      .map((operation) => operation['x-scim-resource-type']),
  );
  const ofOperations = operations
    .filter((operation) => typesAskedFor.has(operation['x-scim-resource-type']))
    .flatMap(({ operationId, requestBody, responses }) => [
      [`${operationId} request`, requestBody] as const,
      ...Object.entries(responses ?? {}).map(([status, answer]) => [`${operationId} ${status}`, answer] as const),
    ]);
  return [...ofOperations, ...Object.entries(components['responses'] ?? {})].flatMap(([name, node]) => {
    const content = isObject(node) ? node['content'] : undefined;
    const media = isObject(content) ? content['application/scim+json'] : undefined;
    return isObject(media) ? [[name, media] as [string, Record<string, Json>]] : [];
  });
}

function references(node: Json): Json[] {
  if (Array.isArray(node)) return node.flatMap(references);
  if (!isObject(node)) return [];
  return [...('$ref' in node ? [node] : []), ...Object.values(node).flatMap(references)];
}
