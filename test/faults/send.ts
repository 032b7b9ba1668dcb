// One request to a server that may be gone: no answer is an outcome too.
import type { ServerProcess } from './server-process.js';

export interface Reply {
  /** 0: there was no answer. */
  readonly status: number;
  readonly etag: string | undefined;
  /** The one that the server gave it. */
  readonly requestId: string;
  readonly body: any;
}

export interface Outgoing {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: string | undefined;
}

const PATIENCE_MS = 45_000;

export async function send(server: ServerProcess, { method, path, body, ifMatch }: Outgoing): Promise<Reply> {
  try {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${server.token}`,
        'content-type': 'application/scim+json',
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const etag = response.headers.get('etag') ?? undefined;
    const requestId = response.headers.get('x-request-id') ?? '';
    return { status: response.status, etag, requestId, body: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return { status: 0, etag: undefined, requestId: '', body: undefined };
  }
}

/** Nobody knows whether it happened. */
export function isUnknown({ status }: Reply): boolean {
  return status === 0 || status === 503;
}

/** The body of a PATCH. */
export function patchOf(...Operations: object[]): object {
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations };
}

export function userOf(attributes: object): object {
  return { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], ...attributes };
}

export function groupOf(attributes: object): object {
  return { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], ...attributes };
}

/** The values of a group's members, for a request. */
export function valuesOf(ids: readonly string[]): object[] {
  return ids.map((value) => ({ value }));
}
