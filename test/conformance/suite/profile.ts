// What a server says of itself: its features, its resource types, and their attributes with every characteristic
// (RFC 7643 sections 5 to 7). Read once; all that checks know of a server comes from here.
import { Finding } from './finding.js';
import type { Http } from './http.js';

/** What a server may leave out, as its /ServiceProviderConfig tells. */
export type Feature = 'patch' | 'bulk' | 'filter' | 'sort' | 'etag' | 'changePassword' | 'cursor';

export interface Attribute {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: string;
  readonly returned: string;
  readonly uniqueness: string;
  readonly canonicalValues: readonly string[];
  readonly referenceTypes: readonly string[];
  readonly subAttributes: readonly Attribute[];
}

export interface TypeProfile {
  readonly name: string;
  readonly endpoint: string;
  /** The URN of the base schema. */
  readonly schema: string;
  readonly attributes: readonly Attribute[];
  readonly extensions: readonly Extension[];
}

export interface Extension {
  /** Its URN. */
  readonly schema: string;
  readonly required: boolean;
  readonly attributes: readonly Attribute[];
}

export interface Profile {
  readonly config: any;
  readonly features: ReadonlySet<Feature>;
  readonly types: readonly TypeProfile[];
  /** /Schemas and /ResourceTypes as they came. */
  readonly schemas: readonly any[];
  readonly resourceTypes: readonly any[];
}

/** RFC 7643 section 3.1: no schema lists these. */
const COMMON: readonly Attribute[] = [
  attributeOf({ name: 'schemas', multiValued: true, caseExact: true, returned: 'always' }),
  attributeOf({ name: 'id', mutability: 'readOnly', caseExact: true, returned: 'always', uniqueness: 'server' }),
  attributeOf({ name: 'externalId', caseExact: true }),
  attributeOf({
    name: 'meta',
    type: 'complex',
    mutability: 'readOnly',
    subAttributes: [
      { name: 'resourceType', caseExact: true },
      { name: 'created', type: 'dateTime' },
      { name: 'lastModified', type: 'dateTime' },
      { name: 'location', type: 'reference', referenceTypes: ['uri'] },
      { name: 'version', caseExact: true },
    ].map((sub) => ({ ...sub, mutability: 'readOnly' })),
  }),
];

/** @throws Finding where a discovery endpoint can't be read: without it nothing is known of the server */
export async function readProfile(http: Http): Promise<Profile> {
  const config = await read(http, '/ServiceProviderConfig');
  const resourceTypes: any[] = (await read(http, '/ResourceTypes')).Resources ?? [];
  const schemas: any[] = (await read(http, '/Schemas')).Resources ?? [];
  const attributesOf = (urn: string): Attribute[] =>
    (schemas.find(({ id }) => id === urn)?.attributes ?? []).map(attributeOf);
  const types = resourceTypes.map(({ name, endpoint, schema, schemaExtensions = [] }): TypeProfile => {
    const own = attributesOf(schema);
    const common = COMMON.filter((attribute) => !own.some((other) => other.name === attribute.name));
    return {
      name,
      endpoint: `/${String(endpoint).replace(/^\/+|\/+$/g, '')}`,
      schema,
      attributes: [...common, ...own],
      extensions: schemaExtensions.map((extension: any) => ({
        schema: extension.schema,
        required: extension.required === true,
        attributes: attributesOf(extension.schema),
      })),
    };
  });
  return { config, features: featuresOf(config), types, schemas, resourceTypes };
}

async function read(http: Http, path: string): Promise<any> {
  const { status, body, text } = await http.request('GET', path);
  if (status !== 200 || body === undefined) throw new Finding(`GET ${path} answered ${status} ${text.slice(0, 200)}`);
  return body;
}

function featuresOf(config: any): ReadonlySet<Feature> {
  const optional = ['patch', 'bulk', 'filter', 'sort', 'etag', 'changePassword'] as const;
  const supported: Feature[] = optional.filter((feature) => config[feature]?.supported === true);
  return new Set([...supported, ...(config.pagination?.cursor === true ? (['cursor'] as const) : [])]);
}

/** RFC 7643 section 2.2: what a characteristic is where a schema doesn't say. */
function attributeOf(raw: any): Attribute {
  return {
    name: raw.name,
    type: raw.type ?? 'string',
    multiValued: raw.multiValued ?? false,
    required: raw.required ?? false,
    caseExact: raw.caseExact ?? false,
    mutability: raw.mutability ?? 'readWrite',
    returned: raw.returned ?? 'default',
    uniqueness: raw.uniqueness ?? 'none',
    canonicalValues: raw.canonicalValues ?? [],
    referenceTypes: raw.referenceTypes ?? [],
    subAttributes: (raw.subAttributes ?? []).map(attributeOf),
  };
}
