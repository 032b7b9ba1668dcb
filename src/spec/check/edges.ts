// Edges: where an attribute may be one, what it is made of, where it leads, and the attribute that lists its owners.
import type { AttributeSchema } from '../attribute-schema.js';
import type { Source } from '../source.js';
import { didYouMean } from './nearest.js';
import type { Found, Rules } from './rule.js';
import { eachAttribute, repeated } from './rule.js';
import type { AttributePlace } from './survey.js';
import { BEYOND } from './resource-types.js';

/** What an edge keeps; anything else that a client gave would be lost. */
const PARTS = ['value', '$ref', 'type', 'display'];

const edgeOf = ({ attribute }: AttributePlace) => attribute['x-scim']?.edge;
const targetsOf = ({ value }: AttributePlace): readonly string[] =>
  value.properties?.['$ref']?.['x-scim']?.referenceTypes ?? [];

/** Tells one that has the shape of one. */
const isEdge = (place: AttributePlace) => edgeOf(place) !== undefined && place.isList && targetsOf(place).length > 0;

export const EDGE_RULES: Rules = {
  'edge-place': {
    why: 'Edges lead from a resource, so only a direct attribute of a base schema is kept as edges',
    mend: 'move the attribute to the base schema of the resource type',
    find: eachAttribute(
      (place) =>
        edgeOf(place) !== undefined &&
        place.kind !== 'protocol' &&
        (place.kind !== 'base' || place.parent !== undefined) &&
        'is an edge where edges are not allowed',
      'x-scim',
      'edge',
    ),
  },
  'edge-shape': {
    why: 'An edge has the id, the URI and the type of its target',
    mend: 'type: array, items: { type: object, properties: { value: …, $ref: …, type: … } }',
    find: eachAttribute((place) => {
      if (edgeOf(place) === undefined) return undefined;
      if (!place.isList || place.value.type !== 'object') return 'is an edge, but not a list of complex values';
      const lacking = ['value', '$ref'].filter((part) => place.value.properties?.[part] === undefined);
      return lacking.length > 0 && `is an edge without ${lacking.join(' and ')}`;
    }),
  },
  'edge-part': {
    why: `An edge keeps ${PARTS.join(', ')} and nothing else: what clients give besides would be lost`,
    mend: 'remove the part, or make the relation a resource type of its own',
    find: ({ attributes }) =>
      attributes
        .filter(({ parent, name }) => parent !== undefined && isEdge(parent) && !PARTS.includes(name))
        .map(({ title, path }) => ({ what: `${title} is a part that edges do not have`, at: path })),
  },
  'edge-conflict': {
    why: 'What is kept as edges is written by clients, and is not in the resource when it is stored or validated',
    mend: 'remove the other keyword',
    find: eachAttribute(
      (place) =>
        edgeOf(place) !== undefined && clashesOf(place).length > 0 && `is an edge, and ${clashesOf(place).join(', ')}`,
    ),
  },
  'edge-target': {
    why: 'An edge leads to resources of this server, whose ids it keeps',
    mend: '$ref: { type: string, …, x-scim: { referenceTypes: [User] } }',
    find: ({ attributes }) =>
      attributes.filter(isEdge).flatMap((place) =>
        targetsOf(place)
          .filter((target) => BEYOND.includes(target))
          .map((target) => ({
            what: `${place.title} is an edge to ${target}, which is not a resource type`,
            at: [...place.path, 'items', 'properties', '$ref', 'x-scim', 'referenceTypes'],
          })),
      ),
  },
  'edge-inverse': {
    why: 'The inverse is the read-only list at the target in which the server shows the owners',
    mend: 'at the target: devices: { type: array, readOnly: true, items: { type: object, properties: … } }',
    find: (survey) =>
      survey.attributes.flatMap((place): Found[] => {
        const inverse = edgeOf(place)?.inverse;
        if (inverse === undefined || targetsOf(place).length === 0) return [];
        const found = targetsOf(place).flatMap((target) => directOf(survey.source, target)[inverse] ?? []);
        if (found.some((each) => each.readOnly === true && each.type === 'array' && each.items?.type === 'object'))
          return [];
        const names = targetsOf(place).flatMap((target) => Object.keys(directOf(survey.source, target)));
        const why =
          found.length === 0
            ? `no target has${didYouMean(inverse, names)}`
            : 'is not a readOnly list of complex values';
        return [
          {
            what: `${place.title} has the inverse ${inverse}, which ${why}`,
            at: [...place.path, 'x-scim', 'edge', 'inverse'],
          },
        ];
      }),
  },
  'edge-inverse-twice': {
    why: 'One attribute lists the owners of one kind of edge',
    mend: 'another name of the inverse, and an attribute of that name at the target',
    find: ({ attributes, source }) => {
      // Resource types of one base schema have an edge each.
      const ends = attributes.flatMap((place) =>
        Object.entries(source.resources)
          .filter(([, { schema }]) => schema === place.path[1])
          .flatMap(([type]) => {
            const inverse = edgeOf(place)?.inverse;
            if (inverse === undefined) return [];
            return targetsOf(place).map((target) => ({ place, type, end: `${target}.${inverse}` }));
          }),
      );
      return repeated(ends, ({ end }) => end).map(({ entry, first }) => ({
        what: `${entry.type}.${entry.place.name} and ${first.type}.${first.place.name} have the same inverse ${entry.end}`,
        at:
          entry.place === first.place
            ? ['resources', entry.type, 'schema']
            : [...entry.place.path, 'x-scim', 'edge', 'inverse'],
      }));
    },
  },
};

function clashesOf({ attribute, isRequired }: AttributePlace): string[] {
  const { index, uniqueness, secret, returned, mutability, renamedFrom } = attribute['x-scim'] ?? {};
  const clashes: readonly [string, boolean][] = [
    ['required', isRequired],
    ['readOnly', attribute.readOnly === true],
    ['writeOnly', attribute.writeOnly === true],
    ['immutable', mutability === 'immutable'],
    ['never returned', returned === 'never'],
    ['with a default', attribute.default !== undefined],
    ['a secret', secret !== undefined],
    ['renamed', renamedFrom !== undefined],
    ['indexed', index === true],
    ['unique', uniqueness !== undefined && uniqueness !== 'none'],
  ];
  return clashes.filter(([, is]) => is).map(([name]) => name);
}

function directOf({ resources, schemas }: Source, type: string): Readonly<Record<string, AttributeSchema>> {
  return schemas[resources[type]?.schema ?? '']?.properties ?? {};
}
