// One primary value a list: a PATCH that makes a value primary takes it from the others (RFC 7644 section 3.5.2).
import { ScimError } from '../errors/scim-error.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { PatchOperation } from './operation.js';

/** The values that are primary before an operation; objects are compared by identity. */
export function primaryValues(resource: JsonObject): ReadonlySet<JsonObject> {
  return new Set(listsOf(resource).flatMap(([, list]) => primariesOf(list)));
}

/** Tells whether an operation writes `primary: true` into the values that it changes. */
export function makesPrimary({ target, value }: PatchOperation): boolean {
  const leaf = target.sub ?? target.path.leaf;
  return leaf.name === 'primary' ? value === true : isObject(value) && value['primary'] === true;
}

/**
 * Takes `primary` from the values that had it where one value got it.
 * @param written the values that the operation made primary, whether they were or not
 * @throws ScimError invalidValue where an operation made several values of one list primary
 */
export function settlePrimaries(
  resource: JsonObject,
  before: ReadonlySet<JsonObject>,
  written: readonly JsonObject[],
): void {
  for (const [name, list] of listsOf(resource)) {
    const primaries = primariesOf(list);
    if (primaries.length < 2) continue;
    const [chosen, ...more] = primaries.filter((value) => !before.has(value) || written.includes(value));
    if (chosen === undefined || more.length > 0) {
      throw new ScimError(
        'invalidValue',
        `${name} would have ${primaries.length} primary values; only one may be primary`,
      );
    }
    for (const value of primaries) if (value !== chosen) value['primary'] = false;
  }
}

function primariesOf(list: readonly Json[]): JsonObject[] {
  return list.filter(isObject).filter((value) => value['primary'] === true);
}

/** The lists of a resource and of its extensions, with their names. */
function listsOf(object: JsonObject): [string, Json[]][] {
  return Object.entries(object).flatMap(([name, value]): [string, Json[]][] => {
    if (Array.isArray(value)) return [[name, value]];
    return isObject(value) ? listsOf(value) : [];
  });
}
