// What a fuzzer puts where a value belongs: of the right kind, of a wrong one, or hostile.
import type { Random } from '../../faults/random.js';
import type { Attribute } from '../../../src/schema/model.js';
import { isHidden } from '../../../src/schema/model.js';

/** Stands in the values of attributes that are never returned, and so nowhere in what the server says. */
export const SECRET = 'Fz9Secret';

const TEXTS = [
  ...[
    '',
    ' ',
    'a',
    'Guide',
    'work',
    'true',
    '0',
    '-1',
    '1e400',
    'null',
    '2024-02-29T10:00:00Z',
    '2024-02-30T10:00:00Z',
  ],
  ...[
    '$where',
    '$ne',
    '{"$gt":""}',
    '__proto__',
    'constructor.prototype',
    'r.title',
    's.userName',
    '.*',
    '(a+)+$',
    '^',
  ],
  ...[
    '\0',
    '\ud800',
    '\udc00 x',
    '\u2028',
    '\u0085',
    '\u001b[31m',
    '\r\nSet-Cookie: a=b',
    '\ufeff',
    '\ufffd',
    '\u202e',
  ],
  ...[
    '"',
    '\\',
    "'",
    '<script>',
    '../../etc/passwd',
    '%00',
    'http://evil.example/x',
    'ﷺﷺﷺ',
    'İı',
    'ß',
    '😀',
    'e\u0301',
  ],
] as const;

export function text(random: Random): string {
  if (random.chance(0.02)) return random.pick(TEXTS).repeat(1 + random.below(400));
  return random.chance(0.3) ? `t${random.below(50)}` : random.pick(TEXTS);
}

/** JSON of any shape, a few levels deep. */
export function anything(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 2 ? 6 : 8);
  if (kind === 0) return null;
  if (kind === 1) return random.chance(0.5);
  if (kind === 2) return random.pick([0, -0, 1, -1, 0.5, 2 ** 53 + 1, 1e308, -1e-308]);
  if (kind < 6) return text(random);
  const parts = Array.from({ length: random.below(4) }, () => anything(random, depth + 1));
  return kind === 6 ? parts : Object.fromEntries(parts.map((part) => [text(random), part]));
}

/** A value for an attribute; now and then of another kind. */
export function valueOf(random: Random, attribute: Attribute): unknown {
  if (isHidden(attribute)) return random.chance(0.9) ? `${SECRET}-${random.below(1000)}` : [SECRET, { value: SECRET }];
  if (random.chance(0.03)) return anything(random);
  const one = () => simple(random, attribute);
  return attribute.multiValued ? Array.from({ length: random.below(4) }, one) : one();
}

/** An object of some of the attributes below one. */
export function objectOf(random: Random, parent: Attribute): Record<string, unknown> {
  const few = parent.subAttributes.filter(({ edge }) => random.chance(edge === undefined ? 0.3 : 0.02));
  return Object.fromEntries(few.map((attribute) => [casing(random, attribute.name), valueOf(random, attribute)]));
}

/** A name, now and then in other letters. */
export function casing(random: Random, name: string): string {
  return random.chance(0.1) ? name.toUpperCase() : name;
}

/** A text with a few characters gone, doubled or strange. */
export function mutated(random: Random, whole: string): string {
  let result = whole;
  for (let change = 0; change <= random.below(3); change += 1) {
    const at = random.below(result.length + 1);
    const to = at + random.below(4);
    const middle = random.pick([
      '',
      result.slice(at, to).repeat(2),
      random.pick(TEXTS),
      '[',
      ')',
      '"',
      ' and ',
      ':',
      '.',
      ',',
    ]);
    result = result.slice(0, at) + middle + result.slice(to);
  }
  return result;
}

function simple(random: Random, attribute: Attribute): unknown {
  switch (attribute.type) {
    case 'complex':
      return objectOf(random, attribute);
    case 'boolean':
      return random.pick([true, false, true, false, 'True', random.chance(0.1) ? 'no' : true]);
    case 'integer':
    case 'decimal':
      return random.pick([0, 1, -1, random.chance(0.1) ? 0.5 : 2]);
    case 'dateTime':
      return random.chance(0.8) ? '2024-02-29T10:00:00Z' : text(random);
    case 'binary':
      return random.chance(0.8) ? 'YQ==' : text(random);
    case 'reference':
      return random.chance(0.8) ? 'https://example.com/a' : text(random);
    default:
      return random.chance(0.9) ? `t${random.below(50)}` : text(random);
  }
}
