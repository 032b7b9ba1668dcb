// A stored resource as clients see it: with `schemas`, `id`, `meta`, and the `$ref` of each reference.
import { createLatest } from '../limits/latest.js';
import type { Attribute, Model, ResourceType } from '../schema/model.js';
import { findAttribute } from '../schema/model.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { FrameText, Known, Texts } from './frame.js';
import { compileFrame, schemasOf, textsOf } from './frame.js';
import type { Outline } from './outline.js';
import type { Projection, Selection } from './projection.js';
import { compileProjection } from './projection.js';

/** Selections that are remembered compiled. */
const MOST_PROJECTIONS = 500;
/** Of one; a body may ask for a megabyte of names. */
const MOST_LETTERS = 4_000;

type Meta = Record<'resourceType' | 'created' | 'lastModified' | 'location' | 'version', string>;

/** What is to be shown; `references` are the values that the server found itself. */
interface Shown extends Known {
  readonly attributes: JsonObject;
  readonly references: JsonObject;
}

/** Makes representations for one deployment. */
export interface Presenter {
  location(type: ResourceType, id: string): string;
  /**
   * What of a resource that was only read is shown. Clients ask for the same again and again: it is compiled once.
   * @throws ScimError invalidValue
   */
  project(type: ResourceType, selection: Selection): Projection;
  represent(type: ResourceType, shown: Shown): JsonObject;
  /** The parts of representations whose attributes are written as they are stored. */
  parts(type: ResourceType, projection: Projection): Parts;
}

interface Parts {
  readonly frame: FrameText;
  readonly outline: Outline;
  /** What is shown of references. */
  shown(references: JsonObject): JsonObject;
}

/**
 * @param baseUrl the public URL of the SCIM endpoints, without a slash at its end; never taken from a request
 * @param shownOf what of the metadata is shown
 */
export function createPresenter(model: Model, baseUrl: string, shownOf = (meta: Meta): JsonObject => meta): Presenter {
  const endpoints = new Map(model.resourceTypes.map(({ name, endpoint }) => [name, endpoint]));
  const location = (type: ResourceType, id: string) => `${baseUrl}${type.endpoint}/${id}`;

  const referring = new Map(model.resourceTypes.flatMap(({ root }) => referringParts(root)));

  const metaOf = (type: ResourceType, { id, versionTag, created, lastModified }: Texts) =>
    shownOf({ resourceType: type.name, created, lastModified, location: location(type, id), version: versionTag });

  const refer = (parent: Attribute, object: JsonObject): JsonObject => {
    let result = object;
    for (const attribute of referring.get(parent) ?? []) {
      const value = object[attribute.name];
      if (value === undefined) continue;
      // Copied where something changes only: of a large group that is each of its values.
      if (result === object) result = { ...object };
      result[attribute.name] = referAll(attribute, value);
    }
    return result;
  };
  const referAll = (attribute: Attribute, value: Json): Json =>
    Array.isArray(value) ? value.map((item) => referOne(attribute, item)) : referOne(attribute, value);
  const referOne = (attribute: Attribute, value: Json): Json => {
    if (!isObject(value)) return value;
    const reference = findAttribute(attribute, '$ref');
    const endpoint = reference && endpoints.get(targetType(attribute, reference, value) ?? '');
    const { value: id } = value;
    // Without an id there is no resource, and the URI of the endpoint would be that of all.
    if (endpoint === undefined || typeof id !== 'string' || id === '') return refer(attribute, value);
    return { ...refer(attribute, value), $ref: `${baseUrl}${endpoint}/${encodeURIComponent(id)}` };
  };

  /** Of an attribute with a `$ref`: its values, with that. */
  const referValue = (attribute: Attribute) =>
    findAttribute(attribute, '$ref') === undefined ? undefined : (value: Json) => referAll(attribute, value);
  const projections = createLatest<Projection>(MOST_PROJECTIONS);
  const partsOf = new WeakMap<Projection, Parts>();
  const compileParts = (type: ResourceType, projection: Projection): Parts => ({
    frame: compileFrame(type, projection, (texts) => ({ id: texts.id, meta: metaOf(type, texts) })),
    outline: projection.outline(referValue),
    shown: (references) => projection.apply(refer(type.root, references)),
  });

  return {
    location,
    project(type, selection) {
      const key = JSON.stringify([type.name, selection.attributes, selection.excludedAttributes]);
      const known = projections.get(key);
      if (known !== undefined) return known;
      const projection = compileProjection(type, selection);
      if (key.length <= MOST_LETTERS) projections.set(key, projection);
      return projection;
    },
    represent(type, { attributes, references, ...known }) {
      const schemas = schemasOf(type, attributes);
      const meta = metaOf(type, textsOf(known));
      return { schemas, id: known.id, ...refer(type.root, { ...attributes, ...references }), meta };
    },
    parts(type, projection) {
      const parts = partsOf.get(projection) ?? compileParts(type, projection);
      partsOf.set(projection, parts);
      return parts;
    },
  };
}

/** Of each complex attribute that has a `$ref` somewhere in it, the parts that have: the others stay as they are. */
function referringParts(parent: Attribute): [Attribute, readonly Attribute[]][] {
  const below = parent.subAttributes.map((part) => ({ part, parts: referringParts(part) }));
  const refers = ({ part, parts }: (typeof below)[number]) =>
    parts.length > 0 || findAttribute(part, '$ref') !== undefined;
  const own = below.filter(refers).map(({ part }) => part);
  return own.length === 0 ? [] : [[parent, own], ...below.flatMap(({ parts }) => parts)];
}

/** The type of the resource that a value refers to: an inverse leads to owners; else its `type`, or the only one. */
function targetType(attribute: Attribute, reference: Attribute, value: JsonObject): string | undefined {
  if (attribute.inverse !== undefined) return attribute.inverse.ownerType;
  const type = value['type'];
  if (typeof type === 'string' && reference.referenceTypes.includes(type)) return type;
  return reference.referenceTypes.length === 1 ? reference.referenceTypes[0] : undefined;
}
