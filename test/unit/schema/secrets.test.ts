import { describe, expect, test } from '@jest/globals';
import { verify } from 'argon2';
import type { Attribute } from '../../../src/schema/model.js';
import { findAttribute } from '../../../src/schema/model.js';
import { protectSecrets } from '../../../src/schema/secrets.js';
import type { JsonObject } from '../../../src/spec/json.js';
import { userType } from '../../support/filter-model.js';

const { root } = userType();

/** The root of User, its attributes of these names made secrets. */
function withSecrets(attribute: Attribute, secrets: Readonly<Record<string, 'argon2id' | 'discard'>>): Attribute {
  const subAttributes = attribute.subAttributes.map((sub) => withSecrets(sub, secrets));
  const byName = new Map(subAttributes.map((sub) => [sub.name.toLowerCase(), sub]));
  const secret = secrets[attribute.name];
  return { ...attribute, subAttributes, byName, ...(secret === undefined ? {} : { secret }) };
}

describe('discard', () => {
  test('is what the document says of password', async () => {
    expect(findAttribute(root, 'password')?.secret).toBe('discard');
    expect(await protectSecrets(root, { userName: 'a', password: 'hunter2' })).toEqual({ userName: 'a' });
  });

  test('works in a complex attribute', async () => {
    const nested = withSecrets(root, { givenName: 'discard' });
    expect(await protectSecrets(nested, { name: { givenName: 'a', familyName: 'b' } })).toEqual({
      name: { familyName: 'b' },
    });
  });

  test('works in each value of a list', async () => {
    const listed = withSecrets(root, { display: 'discard' });
    const resource = { emails: [{ value: 'a', display: 'secret' }, { value: 'b' }] };
    expect(await protectSecrets(listed, resource)).toEqual({ emails: [{ value: 'a' }, { value: 'b' }] });
  });
});

describe('argon2id', () => {
  const hashing = withSecrets(root, { password: 'argon2id' });

  test('keeps a hash that verifies, a new one each time', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => protectSecrets(hashing, { password: 'hunter2' })));
    const hashes = [String(first?.['password']), String(second?.['password'])];
    for (const hash of hashes) {
      expect(hash).toMatch(/^\$argon2id\$/);
      expect(await verify(hash, 'hunter2')).toBe(true);
      expect(await verify(hash, 'hunter3')).toBe(false);
    }
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  test('leaves the stored hash alone where nothing was given in its place', async () => {
    const stored = await protectSecrets(hashing, { password: 'hunter2' });
    expect(await protectSecrets(hashing, { ...stored, nickName: 'a' }, stored)).toEqual({ ...stored, nickName: 'a' });
  });

  test('leaves the stored hashes in values of a list alone', async () => {
    const listed = withSecrets(root, { display: 'argon2id' });
    const stored = await protectSecrets(listed, { emails: [{ value: 'a', display: 'hunter2' }] });
    const [kept] = stored['emails'] as JsonObject[];
    const emails = [
      { value: 'b', display: 'hunter3' },
      { ...kept, type: 'work' },
    ];
    const changed = await protectSecrets(listed, { emails }, stored);
    const [added, same] = changed['emails'] as JsonObject[];
    expect(same).toEqual({ ...kept, type: 'work' });
    expect(await verify(String(added?.['display']), 'hunter3')).toBe(true);
  });

  test('hashes a new one', async () => {
    const stored = await protectSecrets(hashing, { password: 'hunter2' });
    const changed = await protectSecrets(hashing, { password: 'hunter3' }, stored);
    expect(await verify(String(changed['password']), 'hunter3')).toBe(true);
  });

  test('keeps nothing of what is no text', async () => {
    expect(await protectSecrets(hashing, { password: ['hunter2'] })).toEqual({});
  });
});

test('what was given is not touched', async () => {
  const given: JsonObject = Object.freeze({ userName: 'a', password: 'hunter2' });
  await protectSecrets(root, given);
  expect(given).toEqual({ userName: 'a', password: 'hunter2' });
});
