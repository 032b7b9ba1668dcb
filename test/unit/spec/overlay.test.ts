// What an overlay does to a source: mappings, lists, null.
import { expect, test } from '@jest/globals';
import type { Overlay } from '../../../src/spec/overlay.js';
import { applyOverlay } from '../../../src/spec/overlay.js';
import { plainSource } from '../../support/temporary-document.js';

const source = plainSource();
const userOf = (overlay: Overlay) => applyOverlay(source, overlay).schemas['User'];

test('a mapping is laid over the one of the same name, at any depth', () => {
  const user = userOf({ schemas: { User: { properties: { name: { properties: { formatted: { maxLength: 9 } } } } } } });
  expect(user?.properties['name']?.properties?.['formatted']).toEqual({
    ...source.schemas['User']?.properties['name']?.properties?.['formatted'],
    maxLength: 9,
  });
  expect(Object.keys(user?.properties ?? {})).toEqual(Object.keys(source.schemas['User']?.properties ?? {}));
});

test('a list gets the items that it does not have, and keeps its own', () => {
  expect(userOf({ schemas: { User: { required: ['name', 'userName'] } } })?.required).toEqual(['userName', 'name']);
});

test('a list that begins with null loses what it had', () => {
  expect(userOf({ schemas: { User: { required: [null, 'name'] } } })?.required).toEqual(['name']);
});

test('null takes away; another value replaces', () => {
  const { password: _password, ...rest } = source.schemas['User']?.properties ?? {};
  expect(userOf({ schemas: { User: { properties: { password: null } } } })?.properties).toEqual(rest);
  expect(userOf({ schemas: { User: { description: 'People' } } })?.description).toBe('People');
});

test('Common is the attributes that every resource has', () => {
  const { common, schemas } = applyOverlay(source, {
    schemas: { Common: { properties: { note: { type: 'string' } } } },
  });
  expect(Object.keys(common.properties ?? {})).toEqual(['schemas', 'id', 'externalId', 'meta', 'note']);
  expect(schemas).toEqual(source.schemas);
});

test('what is new has no null in it', () => {
  const { resources } = applyOverlay(source, { resources: { Device: { endpoint: '/Devices', subject: null } } });
  expect(resources['Device']).toEqual({ endpoint: '/Devices' });
});

test('neither the source nor the overlay is touched, and an empty one changes nothing', () => {
  const [before, overlay] = [structuredClone(source), { schemas: { User: { required: ['name'] } } }];
  applyOverlay(source, overlay);
  expect([source, overlay]).toEqual([before, { schemas: { User: { required: ['name'] } } }]);
  expect(applyOverlay(source, {})).toEqual(source);
});
