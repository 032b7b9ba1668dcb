// Characteristics that can't stand together, or not where they stand: each would be silently without effect, or break a
// promise that another one makes.
import type { Rule, Rules } from './rule.js';
import { eachAttribute } from './rule.js';
import type { AttributePlace } from './survey.js';
import { lineage } from './survey.js';

const scim = ({ attribute }: AttributePlace) => attribute['x-scim'] ?? {};
const isUnique = (place: AttributePlace) => ['server', 'global'].includes(scim(place).uniqueness ?? 'none');
const isIndexed = (place: AttributePlace) => isUnique(place) || scim(place).index === true;
const isNeverReturned = (place: AttributePlace) =>
  place.attribute.writeOnly === true || scim(place).returned === 'never';
const isHidden = (place: AttributePlace) => isNeverReturned(place) || scim(place).secret !== undefined;
const isSecretable = ({ attribute }: AttributePlace) => attribute.type === 'string' && attribute.format === undefined;

/** @param clash tells that the attribute has both */
const conflict = (what: string, why: string, mend: string, clash: (place: AttributePlace) => boolean): Rule => ({
  why,
  mend,
  find: eachAttribute((place) => clash(place) && what),
});

export const CHARACTERISTIC_RULES: Rules = {
  'mutability-twice': conflict(
    'is more than one of readOnly, writeOnly and immutable',
    'An attribute has one mutability (RFC 7643 section 7)',
    'readOnly: true, or writeOnly: true, or x-scim: { mutability: immutable }',
    ({ attribute }) =>
      [attribute.readOnly === true, attribute.writeOnly === true, attribute['x-scim']?.mutability !== undefined].filter(
        Boolean,
      ).length > 1,
  ),
  'write-only-returned': conflict(
    'is writeOnly, but returned',
    'What is writeOnly is never returned (RFC 7643 section 7)',
    'remove returned, or remove writeOnly',
    (place) => place.attribute.writeOnly === true && (scim(place).returned ?? 'never') !== 'never',
  ),
  'secret-returned': conflict(
    'is a secret that would be returned',
    'Answers would show its hash',
    'writeOnly: true',
    (place) => scim(place).secret !== undefined && !isNeverReturned(place),
  ),
  'secret-of-no-text': conflict(
    'is a secret, but not a single text',
    'Only text is hashed; another value would be dropped',
    'type: string, without a format',
    (place) => scim(place).secret !== undefined && !isSecretable(place),
  ),
  'secret-required': conflict(
    'is required, but dropped',
    'A resource would lack it as soon as it is stored, and no PATCH of it would be valid',
    'take it out of required, or say secret: argon2id',
    (place) => place.isRequired && scim(place).secret === 'discard',
  ),
  'index-hidden': conflict(
    'has an index or is unique, but is never returned',
    'No filter may see what is never returned, so it is in no index, and nothing holds it unique',
    'remove index and uniqueness',
    (place) => isIndexed(place) && isHidden(place),
  ),
  'index-of-complex': conflict(
    'has an index or is unique, but is complex',
    'Filters compare sub-attributes',
    'write index: true at a sub-attribute, as at value',
    (place) => isIndexed(place) && place.value.type === 'object',
  ),
  'index-not-stored': conflict(
    'has an index or is unique, but is not stored in its resource',
    'What is readOnly or kept as edges is not in the index',
    'remove index and uniqueness; edges have indexes of their own',
    (place) =>
      (place.kind === 'base' || place.kind === 'extension') &&
      isIndexed(place) &&
      lineage(place).some((each) => each.attribute.readOnly === true || scim(each).edge !== undefined),
  ),
  'unique-in-list': conflict(
    'is unique, but has many values in one resource',
    'The index holds neither two equal values of one resource nor values of a list that lack the part',
    'remove uniqueness; index: true makes look-ups fast',
    (place) => isUnique(place) && lineage(place).some(({ isList }) => isList),
  ),
  'unique-boolean': conflict(
    'is unique, but has two values only',
    'No more than two resources could exist',
    'take uniqueness away',
    (place) => isUnique(place) && place.value.type === 'boolean',
  ),
  'unique-default': conflict(
    'is unique, but has a default',
    'The second resource without a value would clash with the first',
    'remove the default or uniqueness',
    (place) => isUnique(place) && place.attribute.default !== undefined,
  ),
};
