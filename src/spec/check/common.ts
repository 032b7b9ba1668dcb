// The attributes that every resource has, which the server itself writes and reads by these names.
import { COMMON } from '../layers.js';
import type { Found, Rules } from './rule.js';
import type { AttributePlace } from './survey.js';

/** What must be true of each (RFC 7643 section 3.1). */
const NEEDED: Readonly<Record<string, { readonly is: string; readonly holds: (place: AttributePlace) => boolean }>> = {
  schemas: { is: 'a list that is always returned', holds: (place) => place.isList && isAlwaysReturned(place) },
  id: {
    is: 'a readOnly string that is always returned',
    holds: (place) => place.attribute.type === 'string' && isReadOnly(place) && isAlwaysReturned(place),
  },
  meta: {
    is: 'a readOnly complex attribute',
    holds: (place) => place.attribute.type === 'object' && isReadOnly(place),
  },
};

export const COMMON_RULES: Rules = {
  'common-attribute': {
    why: 'Every resource has schemas, id and meta, which the server alone can know (RFC 7643 section 3.1)',
    mend: `leave them as they are in schemas/${COMMON}.yaml`,
    find: ({ attributes }) =>
      Object.entries(NEEDED).flatMap(([name, { is, holds }]): Found[] => {
        const place = attributes.find(({ kind, parent, name: own }) => {
          return kind === 'common' && parent === undefined && own === name;
        });
        if (place !== undefined && holds(place)) return [];
        const what = place === undefined ? `there is no ${COMMON}.${name}` : `${COMMON}.${name} is not ${is}`;
        return [{ what, at: ['common', 'properties', name] }];
      }),
  },
};

function isReadOnly({ attribute }: AttributePlace): boolean {
  return attribute.readOnly === true;
}

function isAlwaysReturned({ attribute }: AttributePlace): boolean {
  return attribute['x-scim']?.returned === 'always';
}
