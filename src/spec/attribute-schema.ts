// How an attribute is authored in openapi/schemas/: standard keywords, and `x-scim` for what OpenAPI can't say.
// openapi/vocabulary/ has the same as JSON Schema, which the lint holds every file to.
import type { Json } from './json.js';

export interface Characteristics {
  readonly caseExact?: boolean;
  readonly mutability?: 'immutable' | 'readOnly' | 'writeOnly';
  readonly returned?: 'always' | 'never' | 'default' | 'request';
  readonly uniqueness?: 'none' | 'server' | 'global';
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  /** The name that the attribute had before, in the same place: what is stored under it is moved by a migration. */
  readonly renamedFrom?: string;
  /** An index in the database, for filters on the attribute. */
  readonly index?: boolean;
  /** Never stored as it came: hashed, or accepted and dropped. */
  readonly secret?: 'argon2id' | 'discard';
  /** Kept as edges between resources; `inverse` names the attribute of the target that lists its owners. */
  readonly edge?: { readonly inverse: string };
}

export interface AttributeSchema {
  readonly type: 'string' | 'boolean' | 'number' | 'integer' | 'object' | 'array';
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly default?: Json;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, AttributeSchema>>;
  readonly items?: AttributeSchema;
  readonly 'x-scim'?: Characteristics;
}

export interface ResourceSchema extends AttributeSchema {
  readonly properties: Readonly<Record<string, AttributeSchema>>;
  readonly 'x-scim-schema': { readonly id: string; readonly name: string };
}

/** An entry of openapi/resources.yaml. */
export interface ResourceEntry {
  readonly description: string;
  readonly endpoint: string;
  /** The collection that keeps them, where it isn't called as the type is. */
  readonly collection?: string;
  readonly schema: string;
  readonly extensions: readonly { readonly schema: string; readonly required: boolean }[];
  readonly subject?: boolean;
  /** The operations of the path template that it has, by their x-scim-action; all where this is not given. */
  readonly actions?: readonly string[];
  /** The boolean attribute that says whether a resource is in use. */
  readonly status?: string;
  readonly display: readonly string[];
}
