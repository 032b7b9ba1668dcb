// What a request of the scenario is, and the names that the requests share.
import type { Json } from '../../../src/spec/json.js';

export interface Step {
  readonly operation: string;
  /** The name of the example. */
  readonly name: string;
  readonly summary: string;
  /** Method and path, with the query. `${name}`, here and in the body, is the id that the step of that name got. */
  readonly request: string;
  /** Whether the token may only read. */
  readonly readsOnly?: true;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** Text that is sent as it is, in place of a body. */
  readonly text?: string;
  /** Whether the server has all it can do meanwhile. */
  readonly isBusy?: true;
}

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0';
export const SEARCH = [`${MESSAGE}:SearchRequest`];
export const PATCH = [`${MESSAGE}:PatchOp`];
export const BULK = [`${MESSAGE}:BulkRequest`];

/** A GET with these parameters. */
export function query(path: string, parameters: Readonly<Record<string, string>>): string {
  return `GET ${path}?${new URLSearchParams(parameters).toString()}`;
}
