// What the server itself says of a resource: `schemas`, `id` and `meta` (RFC 7643 sections 3 and 3.1). For lists it is
// compiled into text, with places for what differs from resource to resource.
import type { ResourceType } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import type { Projection } from './projection.js';

/** What the server knows of a resource beside its attributes. */
export interface Known {
  readonly id: string;
  readonly versionTag: string;
  readonly created: Date;
  readonly lastModified: Date;
}

export type Texts = Readonly<Record<keyof Known, string>>;

/** The text of a resource's JSON object as far as its attributes. @param has tells whether it has those of a schema */
export type FrameText = (known: Known, has: (urn: string) => boolean) => string;

/** Stand for what differs: characters that are nobody's (U+E000 and on are for private use). */
const MARKS: Texts = { id: '\ue000', versionTag: '\ue001', created: '\ue002', lastModified: '\ue003' };
const ANY_MARK = /([\ue000-\ue003])/;

/** What is written in place of a mark, between quotes. */
const WRITTEN: Readonly<Record<string, (known: Known) => string>> = {
  [MARKS.id]: ({ id }) => JSON.stringify(id).slice(1, -1),
  [MARKS.versionTag]: ({ versionTag }) => JSON.stringify(versionTag).slice(1, -1),
  [MARKS.created]: ({ created }) => created.toISOString(),
  [MARKS.lastModified]: ({ lastModified }) => lastModified.toISOString(),
};

export function textsOf({ id, versionTag, created, lastModified }: Known): Texts {
  return { id, versionTag, created: created.toISOString(), lastModified: lastModified.toISOString() };
}

/** @param frame what is said of a resource of the type */
export function compileFrame(
  type: ResourceType,
  projection: Projection,
  frame: (texts: Texts) => JsonObject,
): FrameText {
  // Never empty, as `id` is always returned; so are `schemas`, which are another for each resource.
  const shown = JSON.stringify(projection.apply(frame(MARKS))).slice(1, -1);
  const [first = '', ...others] = shown.split(ANY_MARK);
  const places = others.flatMap((mark, index) => {
    const write = WRITTEN[mark];
    return write === undefined ? [] : [{ write, after: others[index + 1] ?? '' }];
  });
  const base = `{"schemas":[${JSON.stringify(type.schema.id)}`;
  const extensions = type.extensions.map(({ schema: { id } }) => ({ id, text: `,${JSON.stringify(id)}` }));

  return (known, has) => {
    let text = base;
    for (const extension of extensions) if (has(extension.id)) text += extension.text;
    text += `],${first}`;
    for (const { write, after } of places) text += write(known) + after;
    return text;
  };
}

/** The URNs of the base schema and of the extensions that the resource has attributes of. */
export function schemasOf(type: ResourceType, attributes: JsonObject): string[] {
  const extensions = type.extensions.filter(({ schema }) => attributes[schema.id] !== undefined);
  return [type.schema.id, ...extensions.map(({ schema }) => schema.id)];
}
