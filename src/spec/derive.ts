// Derives from one authored schema what each direction of the wire carries: the read schema (what a response shows)
// and the write schema (what a request may say), so that SDKs get exact types.
import type { AttributeSchema, ResourceEntry } from './attribute-schema.js';
import type { JsonObject } from './json.js';
import type { Source } from './source.js';
import { schemaNamed } from './source.js';

type Draft = { -readonly [K in keyof AttributeSchema]: AttributeSchema[K] };

/** A direction of the wire: which attributes it carries and which of those are sure to be there. */
interface Direction {
  carries(attribute: AttributeSchema): boolean;
  /** Keywords that say nothing in this direction. */
  readonly drops: readonly (keyof AttributeSchema)[];
  demands(attribute: AttributeSchema, required: boolean): boolean;
  /** What holds for every integer. */
  readonly integer: Pick<AttributeSchema, 'minimum' | 'maximum'>;
}

const isNever = (attribute: AttributeSchema) =>
  attribute.writeOnly === true || attribute['x-scim']?.returned === 'never';
const isAlways = (attribute: AttributeSchema) => attribute['x-scim']?.returned === 'always';

/** In every representation of a resource, whoever gives them (RFC 7643 sections 3 and 3.1). */
const EVERYWHERE = ['schemas', 'id'];

/**
 * `attributes` and `excludedAttributes` can take away all but what is always returned, and what has no value is not
 * returned at all (RFC 7643 section 2.5).
 */
const READ: Direction = {
  carries: (a) => !isNever(a),
  drops: ['readOnly', 'default'],
  demands: (a, required) => isAlways(a) && required,
  integer: {},
};

/** A resource that is only ever read whole: what it must have, it has. */
const READ_WHOLE: Direction = { ...READ, demands: (_attribute, required) => required };

const WRITE: Direction = {
  carries: (a) => a.readOnly !== true,
  drops: ['writeOnly'],
  demands: (_attribute, required) => required,
  // Beyond these, whoever reads JSON into a double gets another integer (RFC 8259 section 6).
  integer: { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
};

/**
 * The published schemas of the source: `User` (read), `UserWrite` and `UserList` for each resource type, read and
 * write of each extension, and the discovery resources, which are only read.
 */
export function deriveSchemas(source: Source): Record<string, JsonObject> {
  const derived: Record<string, AttributeSchema> = {};
  const types = Object.entries(source.resources);
  const bases = new Set(types.map(([, { schema }]) => schema));
  const extensions = new Set(types.flatMap(([, type]) => type.extensions.map(({ schema }) => schema)));

  // By the resource type: several may have one base schema, and each its own extensions.
  for (const [type, entry] of types) {
    derived[type] = resource(source, entry, READ, '');
    derived[`${type}Write`] = resource(source, entry, WRITE, 'Write');
    derived[`${type}List`] = list(source, reference(type));
  }
  for (const [name, schema] of Object.entries(source.schemas)) {
    if (extensions.has(name)) {
      derived[name] = project(schema, READ);
      derived[`${name}Write`] = project(schema, WRITE);
    } else if (!bases.has(name)) {
      const { externalId: _unused, ...common } = source.common.properties ?? {};
      derived[name] = project({ ...schema, properties: { ...common, ...schema.properties } }, READ_WHOLE);
      derived[`${name}List`] = list(source, reference(name));
    }
  }
  // One of any type. Not anyOf: `schemas`, which tells types apart, is a list and so no discriminator, and what a
  // generator makes of anyOf then takes the first type for all, and loses what only others have.
  const any = {
    ...source.common,
    description: 'A resource of any type.',
    required: EVERYWHERE,
    additionalProperties: true,
  };
  derived['Resource'] = project(any, READ);
  derived['ResourceList'] = list(source, reference('Resource'));
  return derived as unknown as Record<string, JsonObject>;
}

function resource(source: Source, entry: ResourceEntry, direction: Direction, suffix: string): AttributeSchema {
  const schema = schemaNamed(source, entry.schema);
  const own = project(
    {
      ...schema,
      required: [...(direction === READ ? EVERYWHERE : (source.common.required ?? [])), ...(schema.required ?? [])],
      properties: { ...source.common.properties, ...schema.properties },
    },
    direction,
  );
  const required = entry.extensions.filter((extension) => extension.required && direction === WRITE);
  return withRequired(
    {
      ...own,
      properties: {
        ...own.properties,
        ...Object.fromEntries(
          entry.extensions.map((extension) => [
            schemaNamed(source, extension.schema)['x-scim-schema'].id,
            reference(`${extension.schema}${suffix}`),
          ]),
        ),
      },
    },
    [...(own.required ?? []), ...required.map(({ schema: name }) => schemaNamed(source, name)['x-scim-schema'].id)],
  );
}

/** An attribute as one direction carries it, its sub-attributes too. */
function project(attribute: AttributeSchema, direction: Direction): AttributeSchema {
  const draft: Draft = { ...attribute, ...(attribute.type === 'integer' && direction.integer) };
  for (const keyword of direction.drops) delete draft[keyword];
  if (attribute.readOnly === true) draft['x-scim'] = { ...attribute['x-scim'], mutability: 'readOnly' };
  if (attribute.writeOnly === true) draft['x-scim'] = { ...attribute['x-scim'], mutability: 'writeOnly' };
  if (attribute.items !== undefined) draft.items = project(attribute.items, direction);
  if (attribute.properties === undefined) return draft;

  const carried = Object.entries(attribute.properties).filter(([, sub]) => direction.carries(sub));
  const required = carried
    .filter(([name, sub]) => direction.demands(sub, attribute.required?.includes(name) === true))
    .map(([name]) => name);
  draft.properties = Object.fromEntries(carried.map(([name, sub]) => [name, project(sub, direction)]));
  return withRequired(draft, required);
}

/** `required` may not be empty in OpenAPI 3.0. */
function withRequired(attribute: AttributeSchema, required: readonly string[]): AttributeSchema {
  const { required: _replaced, ...rest } = attribute;
  return required.length > 0 ? { ...rest, required } : rest;
}

function reference(name: string): AttributeSchema {
  return { $ref: `#/components/schemas/${name}` } as unknown as AttributeSchema;
}

function list(source: Source, items: AttributeSchema): AttributeSchema {
  const message = source.components['schemas']?.['ListResponse'] as unknown as AttributeSchema;
  const resources: AttributeSchema = { type: 'array', ...message.properties?.['Resources'], items };
  return { ...message, properties: { ...message.properties, Resources: resources } };
}
