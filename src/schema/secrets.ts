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

/**
 * The resource with its secrets hashed or dropped. What is a stored hash already stays, wherever it stands: values of a
 * list may have changed their places. No client knows one, as secrets are never returned.
 */
export function protectSecrets(parent: Attribute, resource: JsonObject, stored: JsonObject = {}): Promise<JsonObject> {
  return protect(parent, resource, new Set(secretsOf(parent, stored)));
}

async function protect(parent: Attribute, object: JsonObject, kept: ReadonlySet<Json>): Promise<JsonObject> {
  const result = { ...object };
  for (const attribute of parent.subAttributes) {
    const value = object[attribute.name];
    if (value === undefined) continue;
    if (attribute.secret !== undefined) {
      const form = kept.has(value) ? value : await KEEP[attribute.secret](value);
      if (form === undefined) delete result[attribute.name];
      else result[attribute.name] = form;
    } else if (isObject(value)) {
      result[attribute.name] = await protect(attribute, value, kept);
    } else if (Array.isArray(value)) {
      const protectItem = async (item: Json) => (isObject(item) ? protect(attribute, item, kept) : item);
      result[attribute.name] = await Promise.all(value.map(protectItem));
    }
  }
  return result;
}

function secretsOf(parent: Attribute, object: JsonObject): Json[] {
  return parent.subAttributes.flatMap((attribute) => {
    const value = object[attribute.name];
    if (value === undefined) return [];
    if (attribute.secret !== undefined) return [value];
    const items = Array.isArray(value) ? value : [value];
    return items.filter(isObject).flatMap((item) => secretsOf(attribute, item));
  });
}
