// `required`: names that are there, and that clients may give.
import { didYouMean } from './nearest.js';
import type { Rules } from './rule.js';
import { eachAttribute } from './rule.js';
import { lineage, schemasOf } from './survey.js';

export const REQUIRED_RULES: Rules = {
  'required-unknown': {
    why: 'Every request would lack it',
    mend: 'take the name out of required, or write it as in properties; an overlay does it by required: [null, …]',
    find: ({ attributes, source }) =>
      [
        ...schemasOf(source).map(({ key, path, schema }) => ({ title: key, path, schema })),
        ...attributes.map(({ title, path, value, isList }) => ({
          title,
          path: isList ? [...path, 'items'] : path,
          schema: value,
        })),
      ].flatMap(({ title, path, schema: { required, properties = {} } }) =>
        (Array.isArray(required) ? required : [])
          .filter((name: string) => !Object.hasOwn(properties, name))
          .map((name: string) => ({
            what: `${title} requires ${name}, which it does not have${didYouMean(name, Object.keys(properties))}`,
            at: [...path, 'required'],
          })),
      ),
  },
  'required-read-only': {
    why: 'A client may not give what is readOnly (RFC 7643 section 2.2), so it cannot be asked to',
    mend: 'take it out of required',
    find: eachAttribute(
      (place) =>
        place.kind !== 'protocol' &&
        place.isRequired &&
        place.attribute.readOnly === true &&
        !lineage(place)
          .slice(1)
          .some(({ attribute }) => attribute.readOnly === true) &&
        'is required and readOnly',
    ),
  },
};
