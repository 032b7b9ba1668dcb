// A request whose answer is not held to the server's own document: for a server that has another one.
import type { TestServer } from './server.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: any;
}

/** @param path below the base URL, with its query */
export async function call(
  server: Pick<TestServer, 'url' | 'token'>,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, body: text === '' ? undefined : JSON.parse(text) };
}
