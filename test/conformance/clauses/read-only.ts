// Values for what clients may not write: the readOnly attributes of a resource type, the common ones among them.
import type { Given, ResourceType } from '../suite/resource-type.js';
import { freshValue } from '../suite/values.js';

/** A value of each readOnly attribute that no server would give. */
export function readOnlyValues(type: ResourceType): Given[] {
  return type
    .all(({ attribute, parent }) => parent === undefined && attribute.mutability === 'readOnly')
    .map((place) => {
      const { attribute } = place;
      const one =
        attribute.type === 'complex'
          ? Object.fromEntries(attribute.subAttributes.map((sub) => [sub.name, freshValue(sub)]))
          : freshValue(attribute);
      return [place, attribute.multiValued ? [one] : one];
    });
}
