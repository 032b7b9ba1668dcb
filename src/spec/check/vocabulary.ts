// Holds schemas and resource types to openapi/vocabulary/: which keywords there are, and what may stand in each.
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import attribute from '../../../openapi/vocabulary/attribute.json' with { type: 'json' };
import resources from '../../../openapi/vocabulary/resources.json' with { type: 'json' };
import schema from '../../../openapi/vocabulary/schema.json' with { type: 'json' };
import type { Json, JsonObject } from '../json.js';
import { isObject } from '../json.js';
import { COMMON } from '../layers.js';
import type { Source } from '../source.js';
import type { Path } from '../yaml-file.js';
import { didYouMean } from './nearest.js';
import type { Found, Rules } from './rule.js';

export interface VocabularyError {
  readonly path: Path;
  readonly error: ErrorObject;
  /** False where other rules can't read what stands there. */
  readonly isReadable: boolean;
}

/** What is written in other words elsewhere, and how it is written here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  enum: 'x-scim: { canonicalValues: [a, b] } suggests values; others stay allowed (RFC 7643 section 7)',
  nullable: 'leave it out: null means "unassigned" for every attribute (RFC 7643 section 2.5)',
  unique: 'x-scim: { uniqueness: server }',
  multiValued: 'type: array, and the type of a value in items',
  subAttributes: 'type: object, and the parts in properties',
  indexed: 'x-scim: { index: true }',
  example: 'leave it out: examples belong to the operations',
};

const OF_X_SCIM = Object.keys(attribute.properties['x-scim'].properties);
const OF_ATTRIBUTE = Object.keys(attribute.properties);

/** @returns one error for each keyword or value that the vocabulary doesn't know */
export function validateVocabulary(source: Source): VocabularyError[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, schemas: [attribute, schema, resources] });
  const validate = (name: string, content: unknown, path: Path): VocabularyError[] => {
    const isValid = ajv.getSchema(name);
    if (isValid === undefined || isValid(content)) return [];
    return (isValid.errors ?? [])
      .filter(({ keyword }) => keyword !== 'propertyNames')
      .map((error) => ({
        path: [...path, ...pathOf(error, content as Json)],
        error,
        isReadable: error.keyword === 'additionalProperties',
      }));
  };
  return [
    ...validate('resources.json', source.resources, ['resources']),
    ...validate('attribute.json', source.common, ['common']),
    ...Object.entries(source.schemas).flatMap(([key, content]) => validate('schema.json', content, ['schemas', key])),
  ];
}

/** Where an error of Ajv is, down to the keyword or the name that is wrong. */
function pathOf({ instancePath, params, propertyName }: ErrorObject, content: Json): Path {
  let node: Json | undefined = content;
  const path = instancePath
    .split('/')
    .slice(1)
    .map((text) => {
      const name = text.replaceAll('~1', '/').replaceAll('~0', '~');
      const key = Array.isArray(node) ? Number(name) : name;
      node = Array.isArray(node) ? node[Number(name)] : isObject(node) ? node[name] : undefined;
      return key;
    });
  const last = propertyName ?? (params['additionalProperty'] as string | undefined);
  return last === undefined ? path : [...path, last];
}

export const VOCABULARY_RULES: Rules = {
  'unknown-keyword': {
    why: 'A keyword that nothing reads would be silently without effect',
    mend: 'openapi/vocabulary/ has all of them',
    find: ({ vocabulary }) =>
      vocabulary.filter(({ error }) => error.keyword === 'additionalProperties').map(unknownKeyword),
  },
  'missing-keyword': {
    why: 'Nothing can be made of it without',
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
  const isInScim = path.at(-2) === 'x-scim';
  const mend =
    !isInScim && known.includes('x-scim') && OF_X_SCIM.includes(keyword)
      ? `x-scim: { ${keyword}: … }`
      : isInScim && OF_ATTRIBUTE.includes(keyword)
        ? `write ${keyword} beside x-scim, not in it`
        : (ELSEWHERE[keyword] ?? `there are ${known.join(', ')}`);
  return {
    what: `${keyword} is no keyword of ${nameOf(path.slice(0, -1))}${didYouMean(keyword, known)}`,
    at: path,
    mend,
  };
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
