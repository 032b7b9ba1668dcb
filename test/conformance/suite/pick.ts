// Attributes by what they are: what checks ask a resource type for. Each throws NotApplicable where it has
// none.
import type { Place } from './place.js';
import type { ResourceType } from './resource-type.js';
import type { Attribute } from './profile.js';

type Kind = (place: Place) => boolean;

/** Clients may write it at any time, and read it again. */
export function isPlain(type: ResourceType): Kind {
  return (place) =>
    type.isUsable(place) && isFree(place.attribute) && (place.parent === undefined || isFree(place.parent));
}

function isFree({ mutability, returned }: Attribute): boolean {
  return mutability === 'readWrite' && (returned === 'default' || returned === 'always');
}

/** It has one value, as has what it stands in. */
export function isSingle({ attribute, parent }: Place): boolean {
  return !attribute.multiValued && parent?.multiValued !== true;
}

/** Its values lead to other resources. */
export function isLink(type: ResourceType, { attribute, parent }: Place): boolean {
  return [attribute, parent].some((each) => each !== undefined && type.subject.targetOf(each) !== undefined);
}

/** Text of any content. */
function isText(type: ResourceType): Kind {
  const plain = isPlain(type);
  return (place) =>
    plain(place) &&
    isSingle(place) &&
    !isLink(type, place) &&
    place.attribute.type === 'string' &&
    place.attribute.canonicalValues.length === 0;
}

export const pick = {
  text: (type: ResourceType) => type.some('single-valued string that clients write', isText(type)),

  /** Not required, so that it may be unassigned. */
  optionalText: (type: ResourceType) =>
    type.some('optional, single-valued string that clients write', (place) => {
      return isText(type)(place) && place.parent === undefined && isOptional(place);
    }),

  exactText: (type: ResourceType) =>
    type.some('string with caseExact', (place) => isText(type)(place) && place.attribute.caseExact),

  foldedText: (type: ResourceType) =>
    type.some('string without caseExact', (place) => isText(type)(place) && !place.attribute.caseExact),

  extensionText: (type: ResourceType) =>
    type.some('string in an extension', (place) => isText(type)(place) && place.extension !== undefined),

  subText: (type: ResourceType) =>
    type.some(
      'string in a single-valued complex attribute',
      (place) => isText(type)(place) && place.parent !== undefined,
    ),

  /** A single value of one of these data types. */
  ofType: (type: ResourceType, ...dataTypes: readonly string[]) =>
    type.some(`single-valued ${dataTypes.join(' or ')} that clients write`, (place) => {
      return (
        isPlain(type)(place) && isSingle(place) && !isLink(type, place) && dataTypes.includes(place.attribute.type)
      );
    }),

  /** A single complex value of which at least two sub-attributes are text. */
  complex: (type: ResourceType) =>
    type.some('single-valued complex attribute with two strings in it', (place) => {
      return isPlain(type)(place) && isSingle(place) && !isLink(type, place) && textsIn(type, place).length > 1;
    }),

  /** A list of complex values with a text in them; optional. */
  list: (type: ResourceType) =>
    type.some('multi-valued complex attribute with a string in it', (place) => {
      return isOptional(place) && isPlain(type)(place) && isList(type, place) && textsIn(type, place).length > 0;
    }),

  /** The same, with a `primary`. */
  listWithPrimary: (type: ResourceType) =>
    type.some('multi-valued complex attribute with a primary sub-attribute', (place) => {
      const hasPrimary = place.attribute.subAttributes.some(({ name }) => name === 'primary');
      return hasPrimary && isPlain(type)(place) && isList(type, place) && textsIn(type, place).length > 0;
    }),

  link: (type: ResourceType) =>
    type.some('multi-valued attribute whose values refer to other resources', (place) => {
      return isPlain(type)(place) && place.attribute.multiValued && isLink(type, place);
    }),

  unique: (type: ResourceType) =>
    type.some('attribute that must be unique', (place) => {
      return type.isUsable(place) && place.attribute.mutability !== 'readOnly' && place.attribute.uniqueness !== 'none';
    }),

  foldedUnique: (type: ResourceType) =>
    type.some('string without caseExact that must be unique', (place) => {
      const { type: dataType, caseExact, uniqueness } = place.attribute;
      return type.isUsable(place) && dataType === 'string' && !caseExact && uniqueness !== 'none';
    }),

  required: (type: ResourceType) =>
    type.some('required attribute', (place) => {
      return (
        place.parent === undefined && place.extension === undefined && place.attribute.required && isPlain(type)(place)
      );
    }),

  immutable: (type: ResourceType) =>
    type.some('single-valued immutable attribute', (place) => {
      return (
        type.isUsable(place) &&
        isSingle(place) &&
        place.parent === undefined &&
        place.attribute.mutability === 'immutable'
      );
    }),

  returned: (type: ResourceType, when: string) =>
    type.some(`attribute that is returned: ${when}`, (place) => {
      return place.parent === undefined && type.isUsable(place) && place.attribute.returned === when;
    }),
};

function isOptional({ attribute }: Place): boolean {
  return !attribute.required;
}

function isList(type: ResourceType, place: Place): boolean {
  return place.attribute.multiValued && place.attribute.type === 'complex' && !isLink(type, place);
}

/** The sub-attributes of a complex attribute that are text of any content. */
export function textsIn(type: ResourceType, { path }: Place): Place[] {
  const plain = isPlain(type);
  return type.all(
    (place) =>
      place.parent !== undefined &&
      place.path.startsWith(`${path}.`) &&
      place.attribute.type === 'string' &&
      !place.attribute.multiValued &&
      place.attribute.canonicalValues.length === 0 &&
      plain(place),
  );
}

/** The first text of a complex attribute. */
export function textIn(type: ResourceType, place: Place): Place {
  const [first] = textsIn(type, place);
  if (first === undefined) throw new Error(`${place.path} has no text`);
  return first;
}
