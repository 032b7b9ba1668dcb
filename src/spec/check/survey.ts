// What the rules look at: the source, its files, and every attribute with what is known of where it stands. Nothing is
// taken for granted: what has the wrong shape for a rule to read is left out, as the vocabulary names it anyway.
import type { AttributeSchema } from '../attribute-schema.js';
import type { Json, JsonObject } from '../json.js';
import { isObject } from '../json.js';
import type { Layer } from '../layers.js';
import { COMMON } from '../layers.js';
import type { Source } from '../source.js';
import type { Path } from '../yaml-file.js';
import type { VocabularyError } from './vocabulary.js';
import { validateVocabulary } from './vocabulary.js';

export interface Survey {
  readonly layers: readonly Layer[];
  /** What each overlay was laid over. */
  readonly below: ReadonlyMap<Layer, Source>;
  readonly source: Source;
  readonly vocabulary: readonly VocabularyError[];
  readonly attributes: readonly AttributePlace[];
}

/**
 * `base` of a resource type, `extension` of one; `protocol` are the schemas of discovery, which no resource type has
 * and the server alone writes; `common` is schemas/Common.yaml.
 */
type SchemaKind = 'base' | 'extension' | 'protocol' | 'common';

export interface AttributePlace {
  readonly path: Path;
  /** `User.name.formatted` */
  readonly title: string;
  readonly name: string;
  readonly kind: SchemaKind;
  readonly attribute: AttributeSchema;
  /** Of one value: the items of a list, else the attribute. */
  readonly value: AttributeSchema;
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly parent: AttributePlace | undefined;
}

/** An overlay is left out where nothing is known of what is below it. */
export function survey(source: Source, layers: readonly Layer[] = [], below: Survey['below'] = new Map()): Survey {
  const vocabulary = validateVocabulary(source);
  const unreadable = vocabulary.filter(({ isReadable }) => !isReadable).map(({ path }) => path);
  const isReadable = (path: Path) => !unreadable.some((broken) => startsWith(broken, path));
  const attributes = schemasOf(source).flatMap(({ key, path, kind, schema }) =>
    attributesOf(schema, { path, title: key, kind }, undefined, isReadable),
  );
  return { layers, below, source, vocabulary, attributes };
}

/** Tells whether all has a shape that can be read. */
export function isReadable({ vocabulary }: Survey): boolean {
  return vocabulary.every((error) => error.isReadable);
}

/** The attribute and those that it is a part of, from the inside out. */
export function lineage(place: AttributePlace): AttributePlace[] {
  return [place, ...(place.parent === undefined ? [] : lineage(place.parent))];
}

interface SchemaPlace {
  readonly key: string;
  readonly path: Path;
  readonly kind: SchemaKind;
  readonly schema: AttributeSchema;
}

/** Common, and every schema by its key, where they are mappings. */
export function schemasOf({ common, schemas, resources }: Source): SchemaPlace[] {
  const entries = Object.values(resources as unknown as JsonObject).filter(isObject);
  const bases = new Set(entries.map(({ schema }) => schema));
  const extensions = new Set(
    entries.flatMap(({ extensions: list }) =>
      (Array.isArray(list) ? list : []).filter(isObject).map((e) => e['schema']),
    ),
  );
  const kindOf = (key: string) => (bases.has(key) ? 'base' : extensions.has(key) ? 'extension' : 'protocol');
  const all: readonly SchemaPlace[] = [
    { key: COMMON, path: ['common'], kind: 'common', schema: common },
    ...Object.entries(schemas).map(([key, schema]): SchemaPlace => ({
      key,
      path: ['schemas', key],
      kind: kindOf(key),
      schema,
    })),
  ];
  return all.filter(({ schema }) => isObject(schema));
}

function attributesOf(
  schema: AttributeSchema,
  { path, title, kind }: Pick<AttributePlace, 'path' | 'title' | 'kind'>,
  parent: AttributePlace | undefined,
  isReadableAt: (path: Path) => boolean,
): AttributePlace[] {
  const { properties, required } = schema as unknown as Record<string, Json | undefined>;
  const names = isObject(properties) ? Object.entries(properties) : [];
  return names.flatMap(([name, attribute]) => {
    if (!isObject(attribute)) return [];
    const isList = attribute['type'] === 'array';
    const items = isList && isObject(attribute['items']) ? attribute['items'] : undefined;
    const place: AttributePlace = {
      path: [...path, 'properties', name],
      title: `${title}.${name}`,
      name,
      kind,
      attribute: attribute as unknown as AttributeSchema,
      value: (items ?? attribute) as unknown as AttributeSchema,
      isList,
      isRequired: Array.isArray(required) && required.includes(name),
      parent,
    };
    const inside = items === undefined ? place.path : [...place.path, 'items'];
    const subs = attributesOf(place.value, { path: inside, title: place.title, kind }, place, isReadableAt);
    return isReadableAt(place.path) ? [place, ...subs] : subs;
  });
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}
