// What a token looks like: scim_<id>_<random><checksum>, and scimadmin_… for the admin API. The prefix and the checksum
// let leak scanners find one and be sure; the id is public and names it in logs; the random part has 190 bits.
import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Which API a token is for: it is none of the other, whatever the stores have. */
export type Prefix = 'scim' | 'scimadmin';

const ID_LENGTH = 10;
const RANDOM_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const TOKEN = new RegExp(
  `^(scim|scimadmin)_([0-9A-Za-z]{${ID_LENGTH}})_([0-9A-Za-z]{${RANDOM_LENGTH + CHECKSUM_LENGTH}})$`,
);

/**
 * Wherever they stand, cut short or not. Of the three parts of a JWT the first is a JSON object. What only begins like
 * one is matched as well, so that it is looked at once, and not again from each beginning in it.
 */
const JWTS = /eyJ[\w-]+(\.[\w-]+\.[\w-]*)?/g;
const TOKENS = new RegExp(`(scim(?:admin)?_[0-9A-Za-z]{${ID_LENGTH}}_)[0-9A-Za-z]+`, 'g');

/** A new public id. */
export function newId(): string {
  return randomText(ID_LENGTH);
}

/** A new token, and its id. */
export function newToken(prefix: Prefix = 'scim'): { readonly id: string; readonly token: string } {
  const id = newId();
  const body = `${prefix}_${id}_${randomText(RANDOM_LENGTH)}`;
  return { id, token: `${body}${checksum(body)}` };
}

/** The id of a text that is formed as a token; undefined for any other, which nobody has to look up. */
export function tokenId(text: string, prefix: Prefix = 'scim'): string | undefined {
  const [, given, id] = TOKEN.exec(text) ?? [];
  const body = text.slice(0, -CHECKSUM_LENGTH);
  return id !== undefined && given === prefix && checksum(body) === text.slice(-CHECKSUM_LENGTH) ? id : undefined;
}

/** A text in which tokens are not seen any more, but for their public parts; nor are JWTs. */
export function withoutTokens(text: string): string {
  const masked = text.includes('scim') ? text.replace(TOKENS, '$1•••') : text;
  if (!masked.includes('eyJ')) return masked;
  return masked.replace(JWTS, (text, rest: string | undefined) => (rest === undefined ? text : '•••'));
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  while (digits.length < CHECKSUM_LENGTH) {
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return digits;
}

/** `randomInt` is even over the alphabet: a byte modulo its length would not be. */
function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
