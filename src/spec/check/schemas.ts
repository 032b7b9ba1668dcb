// Schemas among each other: names, who uses them.
import type { Source } from '../source.js';
import type { Rules } from './rule.js';
import { repeated } from './rule.js';
import { nameClashes } from '../publish.js';
import { references } from './references.js';
import { schemaExtensions } from './extensions.js';
import { schemasOf } from './survey.js';

/** Names of components that break an SDK, and what it has by that name. */
const TAKEN: Readonly<Record<string, string>> = { Schema: 'an annotation in Java' };

export const SCHEMA_RULES: Rules = {
  'schema-name': {
    why: 'The name is that of a component, of a type in SDKs, and of a field in the database',
    mend: 'Payroll: letters, digits, - and _',
    find: ({ source }) =>
      Object.keys(source.schemas)
        .filter((key) => !/^[A-Za-z][A-Za-z0-9_-]*$/.test(key))
        .map((key) => ({ what: `the schema ${key} has an invalid name`, at: ['schemas', key] })),
  },
  'schema-name-taken': {
    why: 'From a schema Device come the components Device, DeviceWrite and DeviceList; a message may have no such name',
    mend: 'another name',
    find: ({ source }) => {
      // The components of a base schema are named by its resource types.
      const bases = new Set(Object.values(source.resources).map(({ schema }) => schema));
      const others = Object.keys(source.schemas).filter((key) => !bases.has(key));
      const owners = [
        ...Object.keys(source.resources).map((key) => ({ key, at: ['resources', key] })),
        ...others.map((key) => ({ key, at: ['schemas', key] })),
      ];
      const derived = owners.flatMap(({ key, at }) =>
        ['', 'Write', 'List'].map((suffix) => ({ key, at, name: `${key}${suffix}` })),
      );
      const messages = Object.keys(source.components['schemas'] ?? {});
      const fixed = ['Resource', 'ResourceList', ...messages].map((name) => ({
        key: name,
        at: ['schemas', name],
        name,
      }));
      return repeated([...fixed, ...derived], ({ name }) => name.toLowerCase()).map(({ entry, first }) => ({
        what: `${entry.key} makes a component ${entry.name}, and so does ${first.key}`,
        at: entry.at,
      }));
    },
  },
  'schema-name-in-sdk': {
    why: 'SDKs have something by that name, and do not compile',
    mend: 'another name',
    find: ({ source }) =>
      [
        ...Object.keys(source.schemas).map((key) => ({ key, at: ['schemas', key] })),
        ...Object.keys(source.resources).map((key) => ({ key, at: ['resources', key] })),
      ]
        .filter(({ key }) => key in TAKEN)
        .map(({ key, at }) => ({ what: `${key} is ${TAKEN[key] ?? ''}`, at })),
  },
  'complex-name': {
    why: 'Each complex attribute has a schema in the document, and so a type in SDKs, named after its resource and itself',
    mend: 'another name of the attribute, or of the schema that has the name',
    find: ({ source, attributes }) => {
      if (hasUnknownSchemas(source)) return [];
      const faults = nameClashes(source).map(({ owner, attribute, names }) => {
        const key = owner in source.schemas || owner in source.resources ? owner : owner.replace(/Write$/, '');
        const title = `${source.resources[key]?.schema ?? key}.${attribute}`;
        const at = attributes.find((place) => place.title === title)?.path ?? ['schemas', key];
        return { what: `the type of ${title} would be named ${names[0] ?? ''}, as another is`, at };
      });
      // Of what is read and of what is written, it is one fault.
      const again = new Set(repeated(faults, ({ what }) => what).map(({ entry }) => entry));
      return faults.filter((fault) => !again.has(fault));
    },
  },
  'schema-unused': {
    why: 'A schema that no resource type has would be in /Schemas, but in no resource',
    mend: 'resources: { User: { extensions: [{ schema: Payroll, required: false }] } }',
    find: ({ source }) => {
      const named = new Set(references(source).map(({ name }) => name));
      return schemasOf(source)
        .filter(({ kind, key }) => kind === 'protocol' && !named.has(key))
        .map(({ key, path }) => ({ what: `nothing uses the schema ${key}`, at: path }));
    },
  },
  'schema-of-two': {
    why: 'A schema is the base of resources, whose attributes stand in them, or an extension, which has a place of its own',
    mend: 'a schema of its own for each',
    find: ({ source }) => {
      const extensions = new Set(schemaExtensions(source));
      return Object.entries(source.resources)
        .filter(([, { schema }]) => extensions.has(schema))
        .map(([type, { schema }]) => ({
          what: `${schema} is the base schema of ${type}, and an extension`,
          at: ['resources', type, 'schema'],
        }));
    },
  },
};

/** Those are told by another rule. */
function hasUnknownSchemas({ resources, schemas }: Source): boolean {
  const named = Object.values(resources).flatMap(({ schema, extensions }) => [
    schema,
    ...extensions.map((extension) => extension.schema),
  ]);
  return named.some((key) => !Object.hasOwn(schemas, key));
}
