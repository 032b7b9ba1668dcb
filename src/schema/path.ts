// Attribute paths: `name.formatted`, `urn:…:User:name`, resolved against a resource type in any letter case
// (RFC 7644 section 3.10).
import type { Attribute, ResourceType } from './model.js';
import { findAttribute } from './model.js';

/** An attribute and the way to it from the resource (or from the complex value that a filter stands in). */
export interface AttributePath {
  readonly chain: readonly Attribute[];
  readonly leaf: Attribute;
}

/** A path as a client wrote it. */
export interface PathText {
  /** The URN without its last colon. */
  readonly urn?: string;
  readonly name: string;
  readonly sub?: string;
}

/** Splits the text of a path such as `urn:…:User:name.formatted`; a whole URN of a schema is not split here. */
export function splitPath(text: string): PathText {
  const colon = text.lastIndexOf(':');
  const [name = '', ...subs] = text.slice(colon + 1).split('.');
  return {
    ...(colon > 0 ? { urn: text.slice(0, colon) } : {}),
    name,
    ...(subs.length > 0 ? { sub: subs.join('.') } : {}),
  };
}

/**
 * Resolves a path of a resource type.
 * @returns undefined where the type has no such attribute
 */
export function resolvePath(type: ResourceType, { urn, name, sub }: PathText): AttributePath | undefined {
  if (urn === undefined || sameText(urn, type.schema.id)) return descend([], type.root, name, sub);
  // The URN of an extension has colons and dots of its own, so a path that is nothing but such a URN was split.
  const extension = findAttribute(type.root, urn);
  if (extension !== undefined) return descend([extension], extension, name, sub);
  const whole = findAttribute(type.root, `${urn}:${name}${sub === undefined ? '' : `.${sub}`}`);
  return whole === undefined ? undefined : toPath([whole]);
}

/** Resolves the attribute of a path whose filter, if it has one, selects values of it. */
export function resolveUnfiltered(type: ResourceType, text: string): AttributePath | undefined {
  const open = text.indexOf('[');
  const close = text.lastIndexOf(']');
  // Not by a RegExp: it would look for the end anew from each bracket of a long text.
  const plain = open >= 0 && close > open ? text.slice(0, open) + text.slice(close + 1) : text;
  return resolvePath(type, splitPath(plain));
}

/** Resolves a path below a complex attribute, as in the filter of a value path. */
export function resolveSub(parent: Attribute, { urn, name, sub }: PathText): AttributePath | undefined {
  return urn === undefined ? descend([], parent, name, sub) : undefined;
}

export function printPath({ chain }: AttributePath): string {
  return printNames(chain.map(({ name }) => name));
}

/** Names as the path that RFC 7644 section 3.10 writes: a colon after the URN of a schema, dots between the others. */
export function printNames([first = '', ...rest]: readonly string[]): string {
  if (rest.length === 0) return first;
  return `${first}${first.includes(':') ? ':' : '.'}${rest.join('.')}`;
}

function descend(
  before: readonly Attribute[],
  parent: Attribute,
  name: string,
  sub?: string,
): AttributePath | undefined {
  const attribute = findAttribute(parent, name);
  if (attribute === undefined) return undefined;
  if (sub === undefined) return toPath([...before, attribute]);
  const leaf = findAttribute(attribute, sub);
  return leaf === undefined ? undefined : toPath([...before, attribute, leaf]);
}

function toPath(chain: readonly [Attribute, ...Attribute[]] | readonly Attribute[]): AttributePath | undefined {
  const leaf = chain.at(-1);
  return leaf === undefined ? undefined : { chain, leaf };
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
