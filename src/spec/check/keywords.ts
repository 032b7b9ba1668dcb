// Keywords and their values, as openapi/vocabulary/ has them: what is unknown, missing or wrong, and what was meant.
import type { ErrorObject } from 'ajv';
import type { JsonObject } from '../json.js';
import { COMMON } from '../layers.js';
import type { Path } from '../yaml-file.js';
import { didYouMean, nearest } from './nearest.js';
import type { Found, Rules } from './rule.js';
import type { VocabularyError } from './vocabulary.js';
import { OF_ATTRIBUTE, OF_X_SCIM } from './vocabulary.js';

/** What is written in other words elsewhere, and how it is written here. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    enum: 'x-scim: { canonicalValues: [a, b] } suggests values; others stay allowed (RFC 7643 section 7)',
    nullable: 'leave it out: null means "unassigned" for every attribute (RFC 7643 section 2.5)',
    unique: 'x-scim: { uniqueness: server }',
    multiValued: 'type: array, and the type of a value in items',
    subAttributes: 'type: object, and the parts in properties',
    indexed: 'x-scim: { index: true }',
    example: 'leave it out: examples belong to the operations',
  }),
);

export const KEYWORD_RULES: Rules = {
  'unknown-keyword': {
    why: 'A keyword that nothing reads would be silently without effect',
    mend: 'openapi/vocabulary/ has all of them',
    find: ({ vocabulary }) =>
      vocabulary.filter(({ error }) => error.keyword === 'additionalProperties').map(unknownKeyword),
  },
  'missing-keyword': {
    why: 'It cannot be understood without it',
    mend: 'write it, as openapi/vocabulary/ has it',
    find: ({ vocabulary }) =>
      vocabulary
        .filter(({ error }) => error.keyword === 'required')
        .map(({ path, error }) => ({
          what: `${nameOf(path)} has no ${String(error.params['missingProperty'])}`,
          at: path,
          ...meaningOf(error, String(error.params['missingProperty'])),
        })),
  },
  'wrong-value': {
    why: 'openapi/vocabulary/ says what may stand there',
    mend: 'write one that it allows',
    find: ({ vocabulary }) =>
      vocabulary
        .filter(({ error }) => error.keyword !== 'additionalProperties' && error.keyword !== 'required')
        .map(wrongValue),
  },
};

function unknownKeyword({ path, error }: VocabularyError): Found {
  const keyword = String(error.params['additionalProperty']);
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as JsonObject);
  return {
    what: `${keyword} is not a keyword of ${nameOf(path.slice(0, -1))}${didYouMean(keyword, known)}`,
    at: path,
    mend: mendingOf(keyword, known, path.at(-2) === 'x-scim'),
  };
}

function mendingOf(keyword: string, known: readonly string[], isInScim: boolean): string {
  if (isInScim && OF_ATTRIBUTE.includes(keyword)) return `write ${keyword} next to x-scim, not in it`;
  if (known.includes('x-scim') && OF_X_SCIM.includes(keyword)) return `x-scim: { ${keyword}: … }`;
  const meant = nearest(keyword, known);
  return ELSEWHERE.get(keyword) ?? (meant === undefined ? `there are ${known.join(', ')}` : `${meant}: …`);
}

function wrongValue({ path, error }: VocabularyError): Found {
  const { params, data, parentSchema, propertyName, message = 'be another' } = error;
  const allowed = params['allowedValues'] as unknown[] | undefined;
  const expected =
    allowed === undefined
      ? `it ${message}`
      : `it must be one of ${allowed.join(', ')}${didYouMean(String(data), allowed.map(String))}`;
  const description = parentSchema?.['description'] as string | undefined;
  return {
    what: `${nameOf(path)} is ${shortened(JSON.stringify(propertyName ?? data))}: ${expected}`,
    at: path,
    ...(description === undefined ? {} : { why: description.replace(/\.$/, '') }),
  };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What the vocabulary itself says of a keyword. */
function meaningOf({ parentSchema }: ErrorObject, keyword: string): { mend?: string } {
  const properties = parentSchema?.['properties'] as Record<string, { description?: string }> | undefined;
  const description = properties?.[keyword]?.description;
  return { mend: description === undefined ? `${keyword}: …` : `${keyword}: …  (${description.replace(/\.$/, '')})` };
}

/** A part of the source as people call it: `User.badge.x-scim`. */
export function nameOf([first = '', ...rest]: Path): string {
  const names = rest.filter((key) => key !== 'properties' && key !== 'items');
  return [...(first === 'common' ? [COMMON] : []), ...names].join('.') || String(first);
}
