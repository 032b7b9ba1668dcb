// The kinds of errors are listed three times: for readers of the document, for the server, for its client.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { SCIM_TYPES } from '../../../sdk/src/error.js';
import { ERRORS } from '../../../src/errors/table.js';

const { scimType } = parse(readFileSync('openapi/messages/Error.yaml', 'utf8')).properties;
const listed = [...scimType.description.matchAll(/`(\w+)`/g)].map(([, word]) => word);

test('the client knows the kinds that the document lists', () => {
  expect([...SCIM_TYPES]).toEqual(listed);
});

test('the document lists the kinds that the server answers, and two that it has no use for', () => {
  const answered = new Set(Object.values(ERRORS).map((kind) => kind.scimType));
  expect(listed.filter((word) => !answered.has(word))).toEqual(['invalidVers', 'sensitive']);
  expect([...answered].filter((word) => word !== undefined && !listed.includes(word))).toEqual([]);
});

test('it is no enum, by which clients would fail on a kind that is new: docs/decisions/0027', () => {
  expect(scimType).toEqual({ type: 'string', description: expect.any(String) });
});
