// Holds the document to openapi/vocabulary/: which keywords there are, and what may stand in each.
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import attribute from '../../../openapi/vocabulary/attribute.json' with { type: 'json' };
import openapi from '../../../openapi/vocabulary/openapi.json' with { type: 'json' };
import resources from '../../../openapi/vocabulary/resources.json' with { type: 'json' };
import schema from '../../../openapi/vocabulary/schema.json' with { type: 'json' };
import type { Json } from '../json.js';
import { isObject } from '../json.js';
import type { Source } from '../source.js';
import type { Path } from '../yaml-file.js';

export interface VocabularyError {
  readonly path: Path;
  readonly error: ErrorObject;
  /** False where other rules can't read what stands there. */
  readonly isReadable: boolean;
}

export const OF_X_SCIM = Object.keys(attribute.properties['x-scim'].properties);
export const OF_ATTRIBUTE = Object.keys(attribute.properties);

/** What these keywords tell, the error inside says better. */
const WITH_OTHERS = new Set(['propertyNames', 'if']);

/** @returns one error for each keyword or value that the vocabulary doesn't know */
export function validateVocabulary(source: Source): VocabularyError[] {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    schemas: [attribute, schema, resources, openapi],
    // They are read once at a start: what makes many reads fast would cost more than it gives.
    inlineRefs: false,
    code: { optimize: false },
    validateSchema: false,
  });
  const validate = (name: string, content: unknown, path: Path): VocabularyError[] => {
    const isValid = ajv.getSchema(name);
    if (isValid === undefined || isValid(content)) return [];
    return (isValid.errors ?? [])
      .filter(({ keyword }) => !WITH_OTHERS.has(keyword))
      .map((error) => ({
        path: [...path, ...pathOf(error, content as Json)],
        error,
        isReadable: error.keyword === 'additionalProperties',
      }));
  };
  return [
    ...validate('openapi.json', source, []),
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
