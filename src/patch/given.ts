// The attributes that a PATCH gives, by its paths and values.
import { givenAttributes } from '../schema/given.js';
import type { Attribute, ResourceType } from '../schema/model.js';
import { resolveUnfiltered } from '../schema/path.js';
import type { Json } from '../spec/json.js';
import type { PatchRequest } from './operation.js';

export function givenByPatch(type: ResourceType, { Operations }: PatchRequest): Attribute[] {
  return Operations.flatMap(({ path, value }) => {
    const given = value as Json | undefined;
    if (path === undefined || path === null) return givenAttributes(type.root, given);
    const found = resolveUnfiltered(type, path);
    return found === undefined ? [] : [...found.chain, ...givenAttributes(found.leaf, given)];
  });
}
