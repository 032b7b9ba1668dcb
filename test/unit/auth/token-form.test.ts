// The form of a token: found by scanners, known for one without a look at the database.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newToken, tokenId, withoutTokens } from '../../../src/auth/token-form.js';

test('a new token names its id, and no two are the same', () => {
  const made = Array.from({ length: 1_000 }, newToken);
  for (const { id, token } of made) {
    expect(token).toMatch(/^scim_[0-9A-Za-z]{10}_[0-9A-Za-z]{38}$/);
    expect(tokenId(token)).toBe(id);
  }
  expect(new Set(made.map(({ token }) => token)).size).toBe(1_000);
});

test('one letter that is another one is seen', () => {
  const { token } = newToken();
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom('0', 'a', 'Z', '_', '9'), (at, letter) => {
      const other = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
      expect(tokenId(other)).toBe(other === token ? tokenId(token) : undefined);
    }),
  );
});

test.each(['', 'scim_', 'scim_0123456789_', `scim_0123456789_${'a'.repeat(38)}`, `${newToken().token} `])(
  '%j is none',
  (text) => {
    expect(tokenId(text)).toBeUndefined();
  },
);

test('JWTs are hidden wherever they stand, and nothing else is', () => {
  const pieces = fc.constantFrom('eyJ', 'a', '.', '.', '-', ' ', '"');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (text) => {
      const line = text.join('');
      expect(withoutTokens(line)).toBe(line.replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '•••'));
    }),
    { numRuns: 5_000 },
  );
});
