// What changes between the resource types and schemas of two documents.
import type { ResourceEntry, ResourceSchema } from '../../../src/spec/attribute-schema.js';
import type { Source } from '../../../src/spec/source.js';
import { diffAttributes } from './attributes.js';
import type { Change } from './change.js';
import { breaking, compatible } from './change.js';

type Finding = Omit<Change, 'where'>;
type Judge = (before: ResourceEntry, after: ResourceEntry) => readonly Finding[];

const yes = (what: string): Finding => ({ effect: 'breaking', what });
const no = (what: string): Finding => ({ effect: 'compatible', what });
const changed = (isSame: boolean, found: Finding) => (isSame ? [] : [found]);

/** Each key of an entry of resources.yaml, and what a change of it means. */
export const OF_RESOURCE_TYPE: Readonly<Record<keyof ResourceEntry, Judge>> = {
  description: (was, is) => changed(was.description === is.description, no('has another description')),
  endpoint: (was, is) => changed(was.endpoint === is.endpoint, yes(`moves from ${was.endpoint} to ${is.endpoint}`)),
  collection: (was, is) => changed(was.collection === is.collection, yes('is kept in another collection')),
  schema: (was, is) => changed(was.schema === is.schema, yes(`has the schema ${is.schema} rather than ${was.schema}`)),
  // What comes and goes by it are operations: operations.ts tells.
  actions: () => [],
  subject: (was, is) =>
    changed(was.subject === is.subject, is.subject === true ? no('is what /Me is') : yes('is no longer what /Me is')),
  status: (was, is) =>
    changed(was.status === is.status, no(is.status === undefined ? 'has no status' : `has the status ${is.status}`)),
  display: (was, is) =>
    changed(was.display.join() === is.display.join(), no(`is shown by ${is.display.join()} where others refer to it`)),
  extensions: (was, is) => [
    ...was.extensions
      .filter(({ schema }) => !is.extensions.some((each) => each.schema === schema))
      .map(({ schema }) => yes(`has the extension ${schema} no longer`)),
    ...is.extensions.flatMap(({ schema, required }): readonly Finding[] => {
      const before = was.extensions.find((each) => each.schema === schema);
      if (before?.required === required) return [];
      if (!required) return [no(before === undefined ? `has the extension ${schema}` : `no longer needs ${schema}`)];
      const find = { match: { [`r.${schema}`]: { $exists: false } } };
      return [{ ...yes(`needs the extension ${schema}`), stored: { collections: [], says: 'have none', find } }];
    }),
  ],
};

/** Resource types, schemas and all their attributes. */
export function diffResourceTypes(before: Source, after: Source): Change[] {
  const types = Object.entries(before.resources).flatMap(([name, was]): Change[] => {
    const is = after.resources[name];
    const stored = { collections: [name], says: 'are stored, and no longer served', find: { match: {} } };
    if (is === undefined) return [{ ...breaking(name, 'is removed'), stored }];
    return Object.values(OF_RESOURCE_TYPE).flatMap((judge) =>
      judge(was, is).map((found) => ({
        ...found,
        where: name,
        ...(found.stored === undefined ? {} : { stored: { ...found.stored, collections: [name] } }),
      })),
    );
  });
  const added = Object.keys(after.resources).filter((name) => before.resources[name] === undefined);
  return [
    ...types,
    ...added.map((name) => compatible(name, 'is a new resource type')),
    ...diffAttributes('Common', before.common, after.common, { collections: Object.keys(before.resources), steps: [] }),
    ...diffSchemas(before, after),
  ];
}

function diffSchemas(before: Source, after: Source): Change[] {
  const names = Object.keys(before.schemas);
  return [
    ...names.flatMap((name): Change[] => {
      const [was, is] = [before.schemas[name], after.schemas[name]];
      if (was === undefined) return [];
      if (is === undefined) return [breaking(name, 'is a schema that is removed')];
      return [
        ...diffSchema(name, was, is),
        ...placesOf(before, name).flatMap((place) => diffAttributes(name, was, is, place)),
      ];
    }),
    ...Object.keys(after.schemas)
      .filter((name) => before.schemas[name] === undefined)
      .map((name) => compatible(name, 'is a new schema')),
  ];
}

function diffSchema(name: string, was: ResourceSchema, is: ResourceSchema): Change[] {
  const [before, now] = [was['x-scim-schema'], is['x-scim-schema']];
  return [
    ...(before.id === now.id ? [] : [breaking(name, `has the URN ${now.id} rather than ${before.id}`)]),
    ...(before.name === now.name ? [] : [compatible(name, `is called ${now.name}`)]),
    ...(was.description === is.description ? [] : [compatible(name, 'has another description')]),
  ];
}

/** Where the attributes of a schema are stored: of an extension below its name. */
function placesOf({ resources }: Source, schema: string): Parameters<typeof diffAttributes>[3][] {
  const types = Object.entries(resources);
  const bases = types.filter(([, entry]) => entry.schema === schema).map(([name]) => name);
  const extended = types.filter(([, { extensions }]) => extensions.some((each) => each.schema === schema));
  if (extended.length === 0) return [{ collections: bases, steps: [] }];
  return [{ collections: extended.map(([name]) => name), steps: [{ name: schema, multiValued: false }] }];
}
