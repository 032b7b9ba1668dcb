// Builds the schema model from the authored document: defaults of RFC 7643 section 2.2, inheritance from a read-only
// parent, edges and their inverses.
import type { AttributeSchema, ResourceEntry, ResourceSchema } from '../spec/attribute-schema.js';
import type { Declarations } from '../spec/source.js';
import { schemaNamed } from '../spec/source.js';
import type { Attribute, DataType, Edge, Model, ResourceType, Schema } from './model.js';

/** What an attribute inherits from where it stands. */
interface Context {
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Edges by the name of the attribute that keeps or lists them; only direct attributes of a resource have them. */
  readonly edges?: ReadonlyMap<string, Edge>;
  readonly inverses?: ReadonlyMap<string, Edge>;
}

/** The model of a source that keeps the rules (spec/check/). @throws Error where it names a schema that is not there */
export function buildModel(source: Declarations): Model {
  const edges = findEdges(source);
  const built = new Map<string, Schema>();
  // A base schema of several resource types has the edges of each; an extension is the same for all.
  const schemaOf = (key: string, typeName = ''): Schema => {
    const schema = built.get(`${key} ${typeName}`) ?? buildSchema(key, schemaNamed(source, key), edges, typeName);
    built.set(`${key} ${typeName}`, schema);
    return schema;
  };
  const resourceTypes = Object.entries(source.resources).map(([name, entry]) =>
    buildResourceType(source, name, entry, schemaOf),
  );
  const used = resourceTypes.flatMap(({ schema, extensions }) => [schema, ...extensions.map((each) => each.schema)]);
  const keys = new Set([...used.map(({ key }) => key), ...Object.keys(source.schemas)]);
  return { resourceTypes, edges, schemas: [...keys].map((key) => schemaOf(key)) };
}

function buildResourceType(
  source: Declarations,
  name: string,
  entry: ResourceEntry,
  schemaOf: (key: string, typeName?: string) => Schema,
): ResourceType {
  const schema = schemaOf(entry.schema, name);
  const extensions = entry.extensions.map((extension) => ({
    schema: schemaOf(extension.schema),
    required: extension.required,
  }));
  const root = complex('', [
    ...attributesOf(source.common, { required: false, readOnly: false }),
    ...schema.attributes,
    ...extensions.map((extension) => complex(extension.schema.id, extension.schema.attributes, extension.required)),
  ]);
  const display = entry.display.flatMap((attribute) => root.byName.get(attribute.toLowerCase()) ?? []);
  const status = entry.status === undefined ? undefined : root.byName.get(entry.status.toLowerCase());
  const { description, endpoint, collection = name } = entry;
  const type = { name, description, endpoint, collection, schema, extensions, root, display };
  return status === undefined ? type : { ...type, status };
}

function buildSchema(key: string, schema: ResourceSchema, edges: readonly Edge[], typeName: string): Schema {
  return {
    id: schema['x-scim-schema'].id,
    key,
    name: schema['x-scim-schema'].name,
    description: schema.description ?? '',
    attributes: attributesOf(schema, {
      required: false,
      readOnly: false,
      edges: new Map(edges.filter((e) => e.ownerType === typeName).map((e) => [e.attribute, e])),
      inverses: new Map(edges.filter((e) => e.targetTypes.includes(typeName)).map((e) => [e.inverse, e])),
    }),
  };
}

function attributesOf(parent: AttributeSchema, context: Context): Attribute[] {
  return Object.entries(parent.properties ?? {}).map(([name, schema]) =>
    buildAttribute(name, schema, { ...context, required: parent.required?.includes(name) === true }),
  );
}

function buildAttribute(name: string, schema: AttributeSchema, context: Context): Attribute {
  // Every object would have a value of it.
  if (name in Object.prototype) throw new Error(`an attribute can't have the name ${name}: every object has one`);
  const multiValued = schema.type === 'array';
  const value = multiValued ? (schema.items ?? schema) : schema;
  const characteristics = schema['x-scim'] ?? {};
  const readOnly = context.readOnly || schema.readOnly === true;
  const type = dataType(value, characteristics.referenceTypes);
  const subAttributes = attributesOf(value, { required: false, readOnly });
  const edge = context.edges?.get(name);
  const inverse = context.inverses?.get(name);
  return {
    name,
    type,
    multiValued,
    description: schema.description ?? '',
    required: context.required,
    caseExact: characteristics.caseExact ?? false,
    mutability: readOnly
      ? 'readOnly'
      : schema.writeOnly === true
        ? 'writeOnly'
        : (characteristics.mutability ?? 'readWrite'),
    returned: characteristics.returned ?? (schema.writeOnly === true ? 'never' : 'default'),
    uniqueness: characteristics.uniqueness ?? 'none',
    canonicalValues: characteristics.canonicalValues ?? [],
    referenceTypes: characteristics.referenceTypes ?? [],
    ...(schema.default === undefined ? {} : { default: schema.default }),
    index: characteristics.index ?? false,
    ...(characteristics.renamedFrom === undefined ? {} : { renamedFrom: characteristics.renamedFrom }),
    ...(characteristics.secret === undefined ? {} : { secret: characteristics.secret }),
    ...(edge === undefined ? {} : { edge }),
    ...(inverse === undefined || !readOnly ? {} : { inverse }),
    subAttributes,
    byName: byName(subAttributes),
  };
}

/** A complex attribute that no file declares: the root of a resource, or an extension under its URN. */
function complex(name: string, subAttributes: readonly Attribute[], required = false): Attribute {
  return {
    name,
    type: 'complex',
    multiValued: false,
    description: '',
    required,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    canonicalValues: [],
    referenceTypes: [],
    index: false,
    subAttributes,
    byName: byName(subAttributes),
  };
}

function byName(attributes: readonly Attribute[]): ReadonlyMap<string, Attribute> {
  return new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]));
}

/** RFC 7643 section 2.3: the data type that a JSON type and its format stand for. */
function dataType(schema: AttributeSchema, referenceTypes: readonly string[] | undefined): DataType {
  switch (schema.type) {
    case 'object':
    case 'array':
      return 'complex';
    case 'number':
      return 'decimal';
    case 'string':
      if (referenceTypes !== undefined) return 'reference';
      if (schema.format === 'date-time') return 'dateTime';
      return schema.format === 'byte' ? 'binary' : 'string';
    default:
      return schema.type;
  }
}

/** The edges that the document declares; their targets are the reference types of `$ref` (RFC 7643 section 2.4). */
function findEdges(source: Declarations): Edge[] {
  return Object.entries(source.resources).flatMap(([ownerType, entry]) =>
    Object.entries(schemaNamed(source, entry.schema).properties).flatMap(([attribute, schema]) => {
      const inverse = schema['x-scim']?.edge?.inverse;
      if (inverse === undefined) return [];
      const targetTypes = schema.items?.properties?.['$ref']?.['x-scim']?.referenceTypes ?? [];
      return [{ ownerType, attribute, targetTypes, inverse }];
    }),
  );
}
