// What changes between the ways in which an operation lets a client in: a list of alternatives, each with the schemes
// that it takes, and the scopes of each.
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../../src/spec/json.js';
import type { Change } from './change.js';
import { breaking, compatible } from './change.js';

type Alternative = Readonly<Record<string, readonly string[]>>;

/** @param where what the operation is called */
export function diffSecurity(where: string, before: readonly JsonObject[], after: readonly JsonObject[]): Change[] {
  const [was, is] = [alternativesOf(before), alternativesOf(after)];
  if (isDeepStrictEqual(was, is)) return [];
  const isRefused = (client: Alternative) => !is.some((asked) => isEnough(client, asked));
  const what = `asks for ${textOf(is)} rather than ${textOf(was)}`;
  return [was.some(isRefused) ? breaking(where, what) : compatible(where, what)];
}

/** No list is the same as a list of nothing: whoever comes is let in. */
function alternativesOf(list: readonly JsonObject[]): readonly Alternative[] {
  return list.length === 0 ? [{}] : (list as unknown as readonly Alternative[]);
}

function isEnough(client: Alternative, asked: Alternative): boolean {
  return Object.entries(asked).every(
    ([scheme, scopes]) => scopes.every((scope) => client[scheme]?.includes(scope)) && scheme in client,
  );
}

function textOf(alternatives: readonly Alternative[]): string {
  const one = (alternative: Alternative) =>
    Object.entries(alternative)
      .map(([scheme, scopes]) => [scheme, ...scopes].join(' '))
      .join(' and ') || 'nothing';
  return alternatives.map(one).join(', or ');
}
