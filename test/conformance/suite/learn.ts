// Learns what a resource type takes: which attributes accept a value of their type and give it back. A server may ask
// for more than a schema can say (a phone number, a language tag); what it refuses or alters is left alone, and said.
import type { Place, Resource } from './place.js';
import { valueAt, withValue } from './place.js';
import type { ResourceType } from './resource-type.js';
import { isEqual } from './values.js';

/** A POST that is answered so is none that the type takes. */
const CLOSED = new Set([403, 404, 405, 501]);

export async function learn(type: ResourceType): Promise<{ readonly isOpen: boolean; readonly remarks: string[] }> {
  const minimal = await type.post(await type.sample());
  if (CLOSED.has(minimal.status)) return { isOpen: false, remarks: [`takes no POST: ${minimal.status}`] };
  const tops = type.all((place) => place.parent === undefined && type.isUsable(place));
  const given = await Promise.all(tops.map(async (place) => [place, await type.value(place)] as const));
  const remarks = await tryValues(type, given);
  if (remarks === undefined) {
    const eachAlone: string[] = [];
    for (const pair of given) eachAlone.push(...((await tryValues(type, [pair])) ?? forget(type, pair[0], 'refused')));
    return { isOpen: true, remarks: eachAlone };
  }
  return { isOpen: true, remarks };
}

/** Tries values together. Gives what came back altered; undefined where they are refused. */
async function tryValues(
  type: ResourceType,
  given: readonly (readonly [Place, unknown])[],
): Promise<string[] | undefined> {
  const body = given.reduce((resource, [place, value]) => withValue(resource, place, value), await type.sample());
  const reply = await type.post(body);
  if (reply.status !== 201) return undefined;
  const paths = new Set(given.map(([place]) => place.path));
  const looked = type.all((place) => type.isUsable(place) && isShown(place) && paths.has(topPath(place)));
  return looked.flatMap((place) =>
    isKept(place, body, reply.body) ? [] : forget(type, place, 'given back otherwise'),
  );
}

function isKept(place: Place, given: Resource, came: Resource): boolean {
  const value = valueAt(given, place);
  if (value === undefined || place.attribute.type === 'complex') return true;
  const back = valueAt(came, place);
  if (Array.isArray(value))
    return Array.isArray(back) && value.every((item, i) => isEqual(place.attribute, item, back[i]));
  return isEqual(place.attribute, value, back);
}

/** What is not returned by default can't be compared. */
function isShown({ attribute, parent }: Place): boolean {
  const shown = new Set(['default', 'always']);
  return shown.has(attribute.returned) && shown.has(parent?.returned ?? 'default');
}

function topPath({ path, parent, attribute }: Place): string {
  return parent === undefined ? path : path.slice(0, -attribute.name.length - 1);
}

function forget(type: ResourceType, { path }: Place, why: string): string[] {
  for (const other of [...type.usable]) if (other === path || other.startsWith(`${path}.`)) type.usable.delete(other);
  return [`${path} is ${why}, so it is left alone`];
}
