// What becomes of an attribute marked `x-scim.secret` before it is stored: never kept as it came.
import { hash } from 'argon2';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { Attribute } from './model.js';

type Secret = NonNullable<Attribute['secret']>;

/** argon2 works in a thread of its own, off the event loop; its defaults are argon2id with OWASP's parameters. */
const KEEP: Readonly<Record<Secret, (value: Json) => Promise<Json | undefined>>> = {
  argon2id: async (value) => (typeof value === 'string' ? hash(value) : undefined),
  discard: async () => undefined,
};

/** The resource with its secrets hashed or dropped. A value that is the stored hash already stays. */
export async function protectSecrets(
  parent: Attribute,
  resource: JsonObject,
  stored: JsonObject = {},
): Promise<JsonObject> {
  const result = { ...resource };
  for (const attribute of parent.subAttributes) {
    const value = resource[attribute.name];
    const before = stored[attribute.name];
    if (value === undefined) continue;
    if (attribute.secret !== undefined) {
      const kept = value === before ? value : await KEEP[attribute.secret](value);
      if (kept === undefined) delete result[attribute.name];
      else result[attribute.name] = kept;
    } else if (isObject(value)) {
      result[attribute.name] = await protectSecrets(attribute, value, isObject(before) ? before : {});
    } else if (Array.isArray(value)) {
      const protect = async (item: Json) => (isObject(item) ? protectSecrets(attribute, item) : item);
      result[attribute.name] = await Promise.all(value.map(protect));
    }
  }
  return result;
}
