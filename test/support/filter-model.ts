// The model of the document, with one more extension of User that has what User itself lacks: numbers, lists of simple
// values, and attributes named like words of the filter grammar.
import type { ResourceSchema } from '../../src/spec/attribute-schema.js';
import type { Source } from '../../src/spec/source.js';
import { buildModel } from '../../src/schema/build.js';
import type { ResourceType } from '../../src/schema/model.js';
import { plainSource } from './temporary-document.js';

export const SAMPLE = 'urn:example:params:scim:schemas:extension:sample:2.0:User';

const sample: ResourceSchema = {
  type: 'object',
  'x-scim-schema': { id: SAMPLE, name: 'Sample' },
  properties: {
    level: { type: 'integer' },
    score: { type: 'number' },
    since: { type: 'string', format: 'date-time' },
    blob: { type: 'string', format: 'byte' },
    tags: { type: 'array', items: { type: 'string' } },
    codes: { type: 'array', items: { type: 'string' }, 'x-scim': { caseExact: true } },
    marks: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          value: { type: 'integer' },
          at: { type: 'string', format: 'date-time' },
          pr: { type: 'string' },
        },
      },
    },
    vault: {
      type: 'object',
      properties: { value: { type: 'string', 'x-scim': { returned: 'never' } }, label: { type: 'string' } },
    },
    not: { type: 'string' },
    'order-by': { type: 'string' },
    or_else: { type: 'string' },
  },
};

/** The User type of the document, extended by the sample. */
export function userType(): ResourceType {
  return resourceType('User');
}

export function groupType(): ResourceType {
  return resourceType('Group');
}

function resourceType(name: string): ResourceType {
  const found = buildModel(withSample(plainSource())).resourceTypes.find((type) => type.name === name);
  if (found === undefined) throw new Error(`the document has no resource type ${name}`);
  return found;
}

function withSample(source: Source): Source {
  const user = source.resources['User'];
  if (user === undefined) throw new Error('the document has no User');
  const extensions = [...user.extensions, { schema: 'Sample', required: false }];
  return {
    ...source,
    schemas: { ...source.schemas, Sample: sample },
    resources: { ...source.resources, User: { ...user, extensions } },
  };
}
