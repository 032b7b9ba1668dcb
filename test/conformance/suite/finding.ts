// What a check throws: a finding, or the reason why there is nothing to look at. And the few comparisons that
// checks are made of, each of which says what came.
import { isDeepStrictEqual } from 'node:util';
import type { Reply } from './http.js';

/** The server doesn't do as the clause says. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

/** The clause asks for something that this server hasn't got. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

/** @throws Finding unless it holds */
export function hold(holds: boolean, finding: string): asserts holds {
  if (!holds) throw new Finding(finding);
}

/** @throws NotApplicable unless it holds */
export function need(holds: boolean, reason: string): asserts holds {
  if (!holds) throw new NotApplicable(reason);
}

/** @throws Finding where what came is not what was expected */
export function same(came: unknown, expected: unknown, what: string): void {
  hold(isDeepStrictEqual(came, expected), `${what} is ${text(came)}, not ${text(expected)}`);
}

/** @throws Finding where the reply has none of these statuses */
export function status(reply: Reply, ...expected: readonly number[]): void {
  hold(expected.includes(reply.status), `${reply.request} answered ${described(reply)}, not ${expected.join(' or ')}`);
}

/** @throws Finding where the reply is not this error (RFC 7644 section 3.12) */
export function error(reply: Reply, code: number, scimType?: string): void {
  status(reply, code);
  if (scimType === undefined) return;
  const came: unknown = reply.body?.scimType;
  hold(came === scimType, `${reply.request} answered ${described(reply)}, whose scimType is not ${scimType}`);
}

/** @throws Finding unless the server refused the request, and not by a failure of its own */
export function refused(reply: Reply): void {
  hold(reply.status >= 400 && reply.status < 500, `${reply.request} answered ${described(reply)}, and not an error`);
}

export function text(value: unknown): string {
  const json = value === undefined ? 'absent' : JSON.stringify(value);
  return json.length > 300 ? `${json.slice(0, 300)}…` : json;
}

function described({ status: code, text: body }: Reply): string {
  return `${code}${body === '' ? '' : ` ${body.slice(0, 300)}`}`;
}

/** The same values, in any order: that of a list says nothing. @throws Finding */
export function sameSet(came: readonly unknown[], expected: readonly unknown[], what: string): void {
  const sorted = (values: readonly unknown[]): unknown[] => [...values].sort((a, b) => (text(a) < text(b) ? -1 : 1));
  same(sorted(came), sorted(expected), what);
}
