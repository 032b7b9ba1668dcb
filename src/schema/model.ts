// The schema model: resource types, schemas and attributes with every characteristic of RFC 7643 section 7 resolved.
// Data only; build.ts makes it from the document.
import type { Json } from '../spec/json.js';

export type DataType = 'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex';

export interface Attribute {
  readonly name: string;
  readonly type: DataType;
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  readonly returned: 'always' | 'never' | 'default' | 'request';
  readonly uniqueness: 'none' | 'server' | 'global';
  readonly canonicalValues: readonly string[];
  readonly referenceTypes: readonly string[];
  readonly default?: Json;
  readonly index: boolean;
  /** The name that stored resources may have it under until they are migrated. */
  readonly renamedFrom?: string;
  readonly secret?: 'argon2id' | 'discard';
  /** Set on an attribute whose values are kept as edges from its resource to others. */
  readonly edge?: Edge;
  /** Set on the read-only attribute that lists the owners of the edges that lead to its resource. */
  readonly inverse?: Edge;
  readonly subAttributes: readonly Attribute[];
  /** The sub-attributes by lower-case name: names compare in any letter case (RFC 7643 section 2.1). */
  readonly byName: ReadonlyMap<string, Attribute>;
}

/** Edges of one kind, e.g. those from groups to the users in them. */
export interface Edge {
  readonly ownerType: string;
  readonly attribute: string;
  readonly targetTypes: readonly string[];
  readonly inverse: string;
}

export interface Schema {
  /** The URN. */
  readonly id: string;
  /** The name of its component in the document: free of dots and colons, so fit to be a key in the database. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

export interface ResourceType {
  readonly name: string;
  readonly description: string;
  readonly endpoint: string;
  /** The collection of the database that keeps them. */
  readonly collection: string;
  readonly schema: Schema;
  readonly extensions: readonly { readonly schema: Schema; readonly required: boolean }[];
  /**
   * The whole resource as one complex attribute: common attributes, those of the base schema, and each extension as
   * a complex attribute named by its URN. What walks attributes needs no case for extensions.
   */
  readonly root: Attribute;
  /** The boolean attribute that is false where a resource is out of use. */
  readonly status?: Attribute;
  /** The attributes that name a resource of the type, in order of preference. */
  readonly display: readonly Attribute[];
}

export interface Model {
  readonly resourceTypes: readonly ResourceType[];
  readonly edges: readonly Edge[];
  readonly schemas: readonly Schema[];
}

/** A sub-attribute by its name in any letter case. */
export function findAttribute(parent: Attribute, name: string): Attribute | undefined {
  return parent.byName.get(name.toLowerCase());
}

/**
 * What a filter in the path of a PATCH is asked of: a complex value, or one of a simple list, which has itself as its
 * `value` (RFC 7644 section 3.5.2.2: "a complex filter is specified comparing a "value"").
 */
export function elementOf(attribute: Attribute): Attribute {
  if (attribute.type === 'complex' || !attribute.multiValued) return attribute;
  const value: Attribute = { ...attribute, name: 'value', multiValued: false };
  return { ...attribute, type: 'complex', subAttributes: [value], byName: new Map([[value.name, value]]) };
}

/** Values that clients neither give nor store: the server finds them when it answers. */
export function isComputed(attribute: Attribute): boolean {
  return attribute.mutability === 'readOnly' || attribute.name === '$ref';
}

/** Attributes that no filter, sort or index may see: they would be an oracle for what is never returned. */
export function isHidden(attribute: Attribute): boolean {
  return attribute.returned === 'never' || attribute.secret !== undefined;
}
