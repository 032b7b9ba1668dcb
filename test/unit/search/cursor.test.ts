// Cursors: what they carry, and when they are refused.
import { expect, test } from '@jest/globals';
import type { Position } from '../../../src/search/order.js';
import { createCursors } from '../../../src/search/cursor.js';
import { errorOf } from '../../support/error-of.js';

const secret = Buffer.alloc(32, 1);
const at = (seconds: number) => createCursors(secret, 60, () => new Date(seconds * 1000));
const cursor = (position: Position) => ({ position, backwards: true, count: 5, total: 9 });

test.each([
  [{ id: 'x', key: undefined }],
  [{ id: 'x', key: 'é😀"' }],
  [{ id: 'x', key: 1.5 }],
  [{ id: 'x', key: false }],
  [{ id: 'x', key: new Date(1234) }],
])('%j comes back as it was', (position) => {
  expect(at(0).read('query', at(0).issue('query', cursor(position)))).toEqual(cursor(position));
});

test('a cursor is good for its time, and then expired', () => {
  const text = at(0).issue('query', cursor({ id: 'x', key: 'k' }));
  expect(at(60).read('query', text).count).toBe(5);
  expect(errorOf(() => at(61).read('query', text)).key).toBe('expiredCursor');
});

test('a cursor of another server is refused', () => {
  const text = createCursors(Buffer.alloc(32, 2), 60, () => new Date(0)).issue('query', cursor({ id: 'x', key: 'k' }));
  expect(errorOf(() => at(0).read('query', text)).key).toBe('invalidCursor');
});
