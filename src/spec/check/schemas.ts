// Schemas among each other: URNs, names, who uses them.
import type { Source } from '../source.js';
import type { Rules } from './rule.js';
import { repeated } from './rule.js';
import { references } from './references.js';
import { schemaExtensions } from './extensions.js';
import { schemasOf } from './survey.js';

/** RFC 8141 section 2, without the components behind a question mark or a number sign. */
const URN = /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[\w().,:=@;$!*'%/~+-]+$/i;

export const SCHEMA_RULES: Rules = {
  'schema-name': {
    why: 'The name is that of a component, of a type in SDKs, and of a field in the database',
    mend: 'Payroll: letters, digits, - and _',
    find: ({ source }) =>
      Object.keys(source.schemas)
        .filter((key) => !/^[A-Za-z][A-Za-z0-9_-]*$/.test(key))
        .map((key) => ({ what: `the schema ${key} has a name that is none`, at: ['schemas', key] })),
  },
  'schema-name-taken': {
    why: 'From a schema Device come the components Device, DeviceWrite and DeviceList; a message may have no such name',
    mend: 'another name',
    find: ({ source }) => {
      const derived = Object.keys(source.schemas).flatMap((key) => [
        { key, name: key },
        { key, name: `${key}Write` },
        { key, name: `${key}List` },
      ]);
      const messages = Object.keys(source.components['schemas'] ?? {});
      const fixed = ['ResourceList', ...messages].map((name) => ({ key: name, name }));
      return repeated([...fixed, ...derived], ({ name }) => name.toLowerCase()).map(({ entry, first }) => ({
        what: `the schema ${entry.key} makes a component ${entry.name}, and so does ${first.key}`,
        at: ['schemas', entry.key],
      }));
    },
  },
  urn: {
    why: 'A schema is known by its URN (RFC 7643 section 10.2), which also begins the paths of its attributes',
    mend: 'x-scim-schema: { id: "urn:example:params:scim:schemas:extension:payroll:2.0:User", name: Payroll }',
    find: ({ source }) =>
      urnsOf(source)
        .filter(({ urn }) => !URN.test(urn))
        .map(({ key, urn }) => ({ what: `the schema ${key} has the id ${urn}, which is no URN`, at: atUrn(key) })),
  },
  'urn-twice': {
    why: 'A URN is the name of one schema, in any letter case',
    mend: 'a URN of its own',
    find: ({ source }) =>
      repeated(urnsOf(source), ({ urn }) => urn.toLowerCase()).map(({ entry, first }) => ({
        what: `the schemas ${first.key} and ${entry.key} have the same id ${entry.urn}`,
        at: atUrn(entry.key),
      })),
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
    why: 'A base schema belongs to one resource type: components are named by it, and its edges lead from that type',
    mend: 'a schema of its own for each resource type',
    find: ({ source }) => {
      const bases = Object.entries(source.resources).map(([type, { schema }]) => ({ type, schema }));
      const twice = repeated(bases, ({ schema }) => schema).map(({ entry, first }) => ({
        what: `${first.type} and ${entry.type} have the same base schema ${entry.schema}`,
        at: ['resources', entry.type, 'schema'],
      }));
      const extensions = new Set(schemaExtensions(source));
      const both = bases
        .filter(({ schema }) => extensions.has(schema))
        .map(({ type, schema }) => ({
          what: `${schema} is the base schema of ${type}, and an extension`,
          at: ['resources', type, 'schema'],
        }));
      return [...twice, ...both];
    },
  },
};

function urnsOf({ schemas }: Source): { key: string; urn: string }[] {
  return Object.entries(schemas).map(([key, schema]) => ({ key, urn: schema['x-scim-schema'].id }));
}

function atUrn(key: string): string[] {
  return ['schemas', key, 'x-scim-schema', 'id'];
}
