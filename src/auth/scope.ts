// What a token may: read or write everything, or the resources of some types.
import { ScimError } from '../errors/scim-error.js';

export type Access = 'read' | 'write';

/** `read`, `write`, or one of them for a resource type: `read:User`. */
export type Scope = Access | `${Access}:${string}`;

export const EVERYTHING: readonly Scope[] = ['read', 'write'];

const SCOPE = /^(read|write)(:[A-Za-z][A-Za-z0-9]*)?$/;

/** @throws ScimError invalidValue where a text is no scope, or there is none */
export function parseScopes(texts: readonly string[]): Scope[] {
  if (texts.length === 0)
    throw new ScimError('invalidValue', 'scopes: give at least one: read, write, read:User, write:Group …');
  const wrong = texts.find((text) => !SCOPE.test(text));
  if (wrong !== undefined) {
    throw new ScimError(
      'invalidValue',
      `scopes: ${JSON.stringify(wrong)} is not a scope; use read, write, read:User, write:Group …`,
    );
  }
  return [...new Set(texts)] as Scope[];
}

/** Tells whether scopes let a resource type be read or written. */
export function allows(scopes: ReadonlySet<Scope>, access: Access, resourceType: string): boolean {
  return scopes.has(access) || scopes.has(`${access}:${resourceType}`);
}

/** Tells whether scopes let whoever has them pass a scope on: `read` covers `read:User`. */
export function covers(scopes: ReadonlySet<Scope>, asked: Scope): boolean {
  const [access] = asked.split(':') as [Access];
  return scopes.has(asked) || scopes.has(access);
}
