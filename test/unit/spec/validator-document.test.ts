// The copy of the document that openapi-backend validates requests by.
import { expect, test } from '@jest/globals';
import { isObject } from '../../../src/spec/json.js';
import { publish } from '../../../src/spec/publish.js';
import { readSource } from '../../../src/spec/source.js';
import { validatorDocument } from '../../../src/spec/validator-document.js';

const published = publish(readSource('openapi'));
const before = structuredClone(published);
const document = validatorDocument(published);

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]) =>
    method === 'parameters' ? [] : [{ name: `${method} ${path}`, operation }],
  ),
);

test('every body stands under both media types, with one schema', () => {
  const bodies = operations.flatMap(({ operation }) =>
    isObject(operation['requestBody']) ? [operation['requestBody']] : [],
  );
  expect(bodies.length).toBeGreaterThanOrEqual(6);
  for (const { content } of bodies) {
    expect(Object.keys(content as object)).toEqual(['application/scim+json', 'application/json']);
    const [scim, json] = Object.values(content as object) as unknown[];
    expect(json).toEqual(scim);
    expect(json).not.toBe(scim);
  }
});

test('no response is left to compile', () => {
  expect(Object.keys(document.components)).not.toContain('responses');
  expect(Object.keys(document.components)).not.toContain('headers');
  for (const { name, operation } of operations) {
    expect([name, Object.keys(operation['responses'] as object)]).toEqual([name, ['default']]);
  }
});

test('paths, operations, parameters and schemas are those of the document', () => {
  expect(operations.map(({ operation }) => operation.operationId)).toEqual(
    Object.values(published.paths).flatMap((item) =>
      Object.entries(item).flatMap(([key, { operationId }]) => (key === 'parameters' ? [] : [operationId])),
    ),
  );
  expect(document.paths['/Users/{id}']?.['parameters']).toEqual(published.paths['/Users/{id}']?.['parameters']);
  expect(document.components['schemas']).toEqual(published.components['schemas']);
});

test('the document itself is not touched', () => {
  expect(published).toEqual(before);
});
