// Filters on the attributes that no search form holds because the server computes them: `id` and those of `meta`.
import type { Document } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { BoundFilter } from '../../filter/bound.js';
import type { ResourceType } from '../../schema/model.js';
import { compileNode, EVERYTHING, NOTHING } from './compile-node.js';

/** Where a plain field holds the attribute. */
const FIELDS: Readonly<Record<string, string>> = {
  id: '_id',
  'meta.created': 'created',
  'meta.lastModified': 'lastModified',
};

/** What value of what field an equality asks for; undefined for one that no resource has. */
type Equality = (value: string, type: ResourceType, baseUrl: string) => Document;

const EQUALITIES: Readonly<Record<string, Equality>> = {
  'meta.version': (value) => {
    const [, version] = /^(?:W\/)?"?(\d+)"?$/i.exec(value) ?? [];
    return version === undefined ? NOTHING : { version: Number(version) };
  },
  'meta.resourceType': (value, type) => (value === type.name ? EVERYTHING : NOTHING),
  'meta.location': (value, type, baseUrl) => {
    const prefix = `${baseUrl}${type.endpoint}/`;
    return value.startsWith(prefix) ? { _id: value.slice(prefix.length) } : NOTHING;
  },
};

/** The query of a comparison or a presence of a computed attribute; undefined for every other node. */
export function compileComputed(type: ResourceType, baseUrl: string, node: BoundFilter): Document | undefined {
  if (!('path' in node)) return undefined;
  const name = node.path.chain.map((attribute) => attribute.name).join('.');
  const field = FIELDS[name];
  if (field !== undefined) return compileNode(node, () => field);
  const equality = EQUALITIES[name];
  if (equality === undefined && name !== 'meta') return undefined;
  if (node.kind === 'presence') return EVERYTHING;
  if (node.kind !== 'comparison' || equality === undefined) {
    throw new ScimError('invalidFilter', 'compare an attribute of meta by itself, e.g. meta.lastModified');
  }
  const query = equality(String(node.literal), type, baseUrl);
  if (node.operator === 'eq') return query;
  if (node.operator === 'ne') return { $nor: [query] };
  throw new ScimError('invalidFilter', `${name} can only be compared by eq and ne`);
}
