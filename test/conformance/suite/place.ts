// Where an attribute stands in a resource: in its base schema or in an extension, at the top or below a complex one.
// Gives its path in filters and PATCH (RFC 7644 section 3.10), its values in a resource, and puts a value in.
import type { Attribute, TypeProfile } from './profile.js';

export type Resource = Record<string, any>;

export interface Place {
  readonly attribute: Attribute;
  readonly parent?: Attribute;
  /** The URN of the extension that it belongs to. */
  readonly extension?: string;
  /** As clients write it. */
  readonly path: string;
  /** The path below its schema, without the URN. */
  readonly name: string;
}

/** Every attribute and sub-attribute of a resource type. */
export function placesOf({ attributes, extensions }: TypeProfile): Place[] {
  return [
    ...attributes.flatMap((attribute) => withSubs(attribute)),
    ...extensions.flatMap(({ schema, attributes: own }) => own.flatMap((attribute) => withSubs(attribute, schema))),
  ];
}

function withSubs(attribute: Attribute, extension?: string): Place[] {
  const place = (name: string): Pick<Place, 'name' | 'path' | 'extension'> =>
    extension === undefined ? { name, path: name } : { name, path: `${extension}:${name}`, extension };
  return [
    { ...place(attribute.name), attribute },
    ...attribute.subAttributes.map((sub) => ({
      ...place(`${attribute.name}.${sub.name}`),
      attribute: sub,
      parent: attribute,
    })),
  ];
}

/** The values of an attribute in a resource, each by itself; none where it is unassigned. */
export function valuesAt(resource: Resource, { extension, parent, attribute }: Place): any[] {
  const holder = extension === undefined ? resource : resource[extension];
  const holders = parent === undefined ? [holder] : listed(holder?.[parent.name]);
  return holders.flatMap((object) => listed(object?.[attribute.name]));
}

/** The value as it stands: a list where the attribute is multi-valued. Undefined where it is unassigned. */
export function valueAt(resource: Resource, place: Place): any {
  const values = valuesAt(resource, place);
  if (values.length === 0) return undefined;
  return place.attribute.multiValued || place.parent?.multiValued === true ? values : values[0];
}

/** Tells whether a resource shows anything of an attribute. */
export function has(resource: Resource, place: Place): boolean {
  return valuesAt(resource, place).length > 0;
}

/** A copy of a resource with a value; that of a sub-attribute goes into the first value of its parent. */
export function withValue(resource: Resource, place: Place, value: unknown): Resource {
  const { extension, parent, attribute } = place;
  if (extension !== undefined) {
    const { extension: _inside, ...inBase } = place;
    const schemas: string[] = resource['schemas'] ?? [];
    return {
      ...resource,
      schemas: schemas.includes(extension) ? schemas : [...schemas, extension],
      [extension]: withValue(resource[extension] ?? {}, inBase, value),
    };
  }
  if (parent === undefined) return { ...resource, [attribute.name]: value };
  const [first, ...others] = listed(resource[parent.name]);
  const changed = { ...first, [attribute.name]: value };
  return { ...resource, [parent.name]: parent.multiValued ? [changed, ...others] : changed };
}

/** A copy of a resource in which an attribute is not given. */
export function without(resource: Resource, { extension, parent, attribute }: Place): Resource {
  const { [attribute.name]: _left, ...rest } =
    extension === undefined ? resource : ((resource[extension] ?? {}) as Resource);
  if (parent !== undefined) throw new Error('only whole attributes are left out');
  return extension === undefined ? rest : { ...resource, [extension]: rest };
}

export function listed(value: unknown): any[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
