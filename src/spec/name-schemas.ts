// Gives every complex attribute a schema of its own: one of the `tags` of a `Device` is a `DeviceTag`. SDKs name
// their types after components; what stands inline is an anonymous struct in Go, a `DeviceTagsInner` in Java.
import type { Json, JsonObject } from './json.js';
import { canonicalText, isObject, mapObject } from './json.js';

/** A complex attribute whose schema would have the name of another. */
export interface NameClash {
  /** The schema that it stands in. */
  readonly owner: string;
  readonly attribute: string;
  /** What it might have been named. */
  readonly names: readonly string[];
}

/**
 * The same schemas, in which no object stands inside another.
 * @param common the attributes that every resource has: theirs are named without the resource (`Meta`)
 * @param clash is told of each attribute whose schema has no name left, and then stays where it is
 */
export function nameSchemas(
  schemas: Readonly<Record<string, JsonObject>>,
  common: ReadonlySet<string>,
  clash: (found: NameClash) => void,
): Record<string, JsonObject> {
  const named: Record<string, JsonObject> = {};

  const place = (found: NameClash, schema: JsonObject): JsonObject => {
    const isHere = (name: string) => canonicalText(named[name] ?? null) === canonicalText(schema);
    const name = found.names.find((candidate) => isHere(candidate) || !(candidate in named || candidate in schemas));
    if (name === undefined) {
      clash(found);
      return schema;
    }
    named[name] = schema;
    return { $ref: `#/components/schemas/${name}` };
  };

  /** What may be called by one name in both directions is, so that a value that was read can be written. */
  const candidates = (owner: string, attribute: string): string[] => {
    const isWrite = owner.endsWith('Write');
    const own = owner.replace(/Write$/, '') + attribute;
    return isWrite ? [own, `${own}Write`] : [own];
  };

  const lift = (schema: JsonObject, owner: string, isResource: boolean): JsonObject => {
    if (!isObject(schema['properties'])) return schema;
    const properties = mapObject(schema['properties'], (property, name): Json => {
      if (!isObject(property)) return property;
      const { items } = property;
      const part = isObject(items) ? items : property;
      if (!isObject(part['properties'])) return property;
      const type = typeName(name, part === items);
      const names = [...(isResource && common.has(name) ? [type] : []), ...candidates(owner, type)];
      const found = { owner, attribute: name, names };
      const lifted = lift(part, names.at(-1) ?? owner, false);
      if (part !== items) return place(found, lifted);
      return { ...property, items: place(found, { ...lifted, description: descriptionOfValue(name, property, part) }) };
    });
    return { ...schema, properties };
  };

  for (const [name, schema] of Object.entries(schemas)) named[name] = lift(schema, name, true);
  return named;
}

/** What one value of a list is, where the document has no words for it: those of the list. */
function descriptionOfValue(name: string, list: JsonObject, value: JsonObject): Json {
  return value['description'] ?? [`One of \`${name}\`.`, list['description']].join(' ').trim();
}

/** The type of one value of an attribute: `serialNumbers` is a list of `SerialNumber`. */
function typeName(attribute: string, isList: boolean): string {
  const singular = attribute
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');
  const name = isList ? singular : attribute;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
