// Cursors (RFC 9865): a place in an ordered list, signed, bound to the query that it came from, good for a time. They
// keep no state on the server, so any worker can take any of them.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ScimError } from '../errors/scim-error.js';
import type { Position, SortKey } from './order.js';

export interface Cursor {
  readonly position: Position;
  /** Towards the start of the list: a previousCursor. */
  readonly backwards: boolean;
  readonly count: number;
  /** The total that the first page counted: later pages repeat it, so their cost doesn't grow. */
  readonly total: number;
}

export interface Cursors {
  /** @param query all that the cursor is bound to, as one text */
  issue(query: string, cursor: Cursor): string;
  /** @throws ScimError invalidCursor, expiredCursor */
  read(query: string, text: string): Cursor;
  /** Seconds that a cursor is good for. */
  readonly timeout: number;
}

interface Payload {
  /** Hash of the query. */
  q: string;
  /** Key: its type by one letter, and its value. */
  k: readonly [keyof typeof KEYS, string | number | boolean] | null;
  i: string;
  b: boolean;
  c: number;
  t: number;
  /** Unix seconds when it expires. */
  x: number;
}

/** A Date is no JSON: keys carry their type. */
const KEYS = {
  s: (value: unknown) => String(value),
  n: (value: unknown) => Number(value),
  b: (value: unknown) => value === true,
  d: (value: unknown) => new Date(String(value)),
} as const;

/** @param secret shared by all workers @param clock now */
export function createCursors(secret: Buffer, timeout: number, clock: () => Date): Cursors {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  const seconds = () => Math.floor(clock().getTime() / 1000);
  return {
    timeout,
    issue(query, { position, backwards, count, total }) {
      const payload: Payload = {
        q: hashOf(query),
        k: position.key === undefined ? null : packKey(position.key),
        i: position.id,
        b: backwards,
        c: count,
        t: total,
        x: seconds() + timeout,
      };
      const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
      return `${text}.${sign(text)}`;
    },
    read(query, text) {
      const [body = '', signature = ''] = text.split('.');
      const expected = Buffer.from(sign(body));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new ScimError('invalidCursor', 'the cursor was not issued by this server: start with an empty one');
      }
      const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as Payload;
      if (payload.q !== hashOf(query)) {
        throw new ScimError(
          'invalidCursor',
          'the cursor belongs to another query: filter, sortBy and sortOrder must stay the same',
        );
      }
      if (payload.x < seconds()) {
        throw new ScimError('expiredCursor', `the cursor was valid for ${timeout} seconds: start with an empty one`);
      }
      const { k, i, b, c, t } = payload;
      const key: SortKey | undefined = k === null ? undefined : KEYS[k[0]](k[1]);
      return { position: { key, id: i }, backwards: b, count: c, total: t };
    },
  };
}

function packKey(key: SortKey): NonNullable<Payload['k']> {
  if (key instanceof Date) return ['d', key.toISOString()];
  if (typeof key === 'string') return ['s', key];
  return typeof key === 'number' ? ['n', key] : ['b', key];
}

function hashOf(query: string): string {
  return createHash('sha256').update(query).digest('base64url').slice(0, 16);
}
