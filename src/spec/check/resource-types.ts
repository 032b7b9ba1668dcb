// Resource types: their schemas, endpoints and display names, references to them, and how many indexes they come to.
import type { AttributeSchema, ResourceEntry } from '../attribute-schema.js';
import type { JsonObject } from '../json.js';
import { isObject } from '../json.js';
import type { Source } from '../source.js';
import { didYouMean } from './nearest.js';
import { walk } from './references.js';
import type { Found, Rules } from './rule.js';
import { repeated } from './rule.js';
import type { AttributePlace, Survey } from './survey.js';
import { lineage } from './survey.js';

/** What a reference may lead to that is no resource type (RFC 7643 section 7). */
export const BEYOND = ['external', 'uri'];

/** Of one collection, that of ids included. */
const MAX_INDEXES = 64;

type Entry = readonly [type: string, entry: ResourceEntry];
const entriesOf = ({ resources }: Source): Entry[] => Object.entries(resources);
const eachType = (find: (entry: Entry, survey: Survey) => Found[]) => (survey: Survey) =>
  entriesOf(survey.source).flatMap((entry) => find(entry, survey));

export const RESOURCE_TYPE_RULES: Rules = {
  'schema-unknown': {
    why: 'A resource type has a base schema, and extensions, of schemas',
    mend: 'write the schema under schemas, or a name that is there',
    find: eachType(([type, { schema, extensions }], { source }) => {
      const known = Object.keys(source.schemas);
      const named = [
        { name: schema, at: ['resources', type, 'schema'] },
        ...extensions.map((extension, index) => ({
          name: extension.schema,
          at: ['resources', type, 'extensions', index, 'schema'],
        })),
      ];
      return named
        .filter(({ name }) => !known.includes(name))
        .map(({ name, at }) => ({
          what: `${type} has the schema ${name}, which does not exist${didYouMean(name, known)}`,
          at,
        }));
    }),
  },
  'reference-unknown': {
    why: 'A reference leads to a resource type, or is external or uri (RFC 7643 section 7)',
    mend: 'x-scim: { referenceTypes: [User] }',
    find: ({ attributes, source }) => {
      const known = [...Object.keys(source.resources), ...BEYOND];
      return attributes.flatMap((place): Found[] =>
        (place.attribute['x-scim']?.referenceTypes ?? [])
          .filter((name) => !known.includes(name))
          .map((name) => ({
            what: `${place.title} refers to ${name}, which is not a resource type${didYouMean(name, known)}`,
            at: [...place.path, 'x-scim', 'referenceTypes'],
          })),
      );
    },
  },
  'extension-twice': {
    why: 'A resource type has an extension once, required or not',
    mend: 'keep one; in an overlay, a list that begins with null is written anew: extensions: [null, …]',
    find: eachType(([type, { extensions }]) =>
      repeated([...extensions.entries()], ([, { schema }]) => schema).map(({ entry: [index, { schema }] }) => ({
        what: `${type} has the extension ${schema} twice`,
        at: ['resources', type, 'extensions', index],
      })),
    ),
  },
  'type-twice': {
    why: 'A resource type is named by operations, by types of SDKs and by a collection of the database',
    mend: 'another name',
    find: ({ source }) =>
      repeated(entriesOf(source), ([type]) => type.toLowerCase()).map(({ entry: [type], first: [other] }) => ({
        what: `the resource types ${other} and ${type} have one name`,
        at: ['resources', type],
      })),
  },
  'type-description': {
    why: '/ResourceTypes and the reference page show it',
    mend: 'description: A device',
    find: eachType(([type, { description }]) =>
      description.trim() === '' ? [{ what: `${type} has no description`, at: ['resources', type, 'description'] }] : [],
    ),
  },
  'endpoint-taken': {
    why: 'One path leads to one thing',
    mend: 'endpoint: /Devices',
    find: ({ source }) =>
      takenEndpoints(source).map(({ entry, first }) => ({
        what: `${entry.of} has the endpoint ${entry.endpoint}, which is that of ${first.of}`,
        at: ['resources', entry.of, 'endpoint'],
      })),
  },
  'subject-twice': {
    why: '/Me is a resource of one type (RFC 7644 section 3.11)',
    mend: 'subject: true at one resource type; in an overlay, subject: null at the other',
    find: ({ source }) => {
      const subjects = entriesOf(source).filter(([, { subject }]) => subject === true);
      return repeated(subjects, () => '/Me').map(({ entry: [type], first: [other] }) => ({
        what: `${other} and ${type} both say subject`,
        at: ['resources', type, 'subject'],
      }));
    },
  },
  'display-unknown': {
    why: 'A resource is shown by the first of these attributes that has a value',
    mend: 'display: [label], an attribute of the base schema; in an overlay, display: [null, label] writes it anew',
    find: eachType(([type, { schema, display }], { source }) => {
      const attributes = directOf(source, type);
      if (source.schemas[schema] === undefined) return [];
      return display
        .filter((name) => find(attributes, name) === undefined)
        .map((name) => ({
          what: `${type} is shown by ${name}, which it does not have${didYouMean(name, Object.keys(attributes))}`,
          at: ['resources', type, 'display'],
        }));
    }),
  },
  'display-of-no-text': {
    why: 'A name is one text, which everybody may see who sees a reference',
    mend: 'display: [label], an attribute of the base schema that is text',
    find: eachType(([type, { display }], { source }) =>
      display
        .filter((name) => {
          const attribute = find(directOf(source, type), name);
          return attribute !== undefined && !isShown(attribute);
        })
        .map((name) => ({
          what: `${type} is shown by ${name}, which is not text that is returned`,
          at: ['resources', type, 'display'],
        })),
    ),
  },
  'action-unknown': {
    why: 'A resource type has operations of the path template, or none of that name',
    mend: 'actions: [list, get], as x-scim-action in paths/_resource.yaml has them',
    find: eachType(([type, { actions = [] }], { source }) => {
      const known = actionsOf(source.template);
      return actions
        .map((action, index) => ({ action, at: ['resources', type, 'actions', index] }))
        .filter(({ action }) => !known.includes(action))
        .map(({ action, at }) => ({
          what: `${type} has the action ${action}, which the path template does not have${didYouMean(action, known)}`,
          at,
        }));
    }),
  },
  'actions-beside-bulk': {
    why: 'A bulk request would do what the resource type has no operation for',
    mend: 'remove actions, or remove the operation of /Bulk',
    find: eachType(([type, { actions }], { source }) =>
      actions === undefined || !actionsOf(source.root).includes('bulk')
        ? []
        : [{ what: `${type} has some of the operations only`, at: ['resources', type, 'actions'] }],
    ),
  },
  'status-of-no-boolean': {
    why: 'A resource is out of use where it is false, and the brake counts that',
    mend: 'status: active, a boolean of the base schema that clients may write',
    find: eachType(([type, { schema, status }], { source }) => {
      const attribute = status === undefined ? undefined : find(directOf(source, type), status);
      if (status === undefined || source.schemas[schema] === undefined) return [];
      if (attribute?.type === 'boolean' && attribute.readOnly !== true) return [];
      return [
        {
          what: `${type} has the status ${status}, which is not one of its booleans`,
          at: ['resources', type, 'status'],
        },
      ];
    }),
  },
  'too-many-indexes': {
    why: `A collection of MongoDB has ${MAX_INDEXES} indexes at most`,
    mend: 'keep index: true where look-ups need it',
    find: eachType(([type, { schema, extensions }], { attributes }) => {
      const keys = [schema, ...extensions.map((extension) => extension.schema)];
      const counts = attributes
        .filter(({ path: [first, key] }) => first === 'common' || keys.includes(String(key)))
        .map(indexesOf);
      // One finds the events that resources carry.
      const count = counts.reduce((sum, of) => sum + of, 1);
      if (count <= MAX_INDEXES) return [];
      return [{ what: `${type} comes to ${count} indexes`, at: ['resources', type] }];
    }),
  },
};

/** The endpoints that an earlier resource type has, or the protocol. */
export function takenEndpoints(source: Source) {
  const protocol = ['/Me', ...Object.keys(source.root.paths)].map((endpoint) => ({ endpoint, of: 'the protocol' }));
  const ours = entriesOf(source).map(([type, { endpoint }]) => ({ endpoint, of: type }));
  return repeated([...protocol, ...ours], ({ endpoint }) => endpoint.toLowerCase());
}

function actionsOf(part: JsonObject): string[] {
  return [...walk(part, [])].flatMap(({ node }) =>
    isObject(node) && 'x-scim-action' in node ? [String(node['x-scim-action'])] : [],
  );
}

function directOf({ common, schemas, resources }: Source, type: string): Readonly<Record<string, AttributeSchema>> {
  return { ...common.properties, ...schemas[resources[type]?.schema ?? '']?.properties };
}

function find(attributes: Readonly<Record<string, AttributeSchema>>, name: string): AttributeSchema | undefined {
  return Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function isShown({ type, writeOnly, 'x-scim': scim }: AttributeSchema): boolean {
  return type === 'string' && writeOnly !== true && scim?.returned !== 'never' && scim?.secret === undefined;
}

/** A unique attribute and one in a list have two: for filters, and for the order of lists. */
function indexesOf(place: AttributePlace): number {
  const { index = false, uniqueness = 'none' } = place.attribute['x-scim'] ?? {};
  const isUnique = uniqueness !== 'none';
  if (!index && !isUnique) return 0;
  // What is readOnly and unique is the id, by which MongoDB keeps resources.
  if (place.attribute.readOnly === true) return 1;
  return isUnique || lineage(place).some(({ isList }) => isList) ? 2 : 1;
}
