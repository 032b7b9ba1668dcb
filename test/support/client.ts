// The HTTP client of the tests. It holds every answer to the published document: an undeclared status, header, media
// type or body fails the test that got it.
import type { Json } from '../../src/spec/json.js';
import type { Contract } from './contract.js';
import { checkAnswer } from './contract.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
  readonly text: string;
}

export interface RequestOptions {
  /** JSON, or text that is sent as it is. */
  readonly body?: unknown;
  /** On top of the usual ones; an empty value leaves one out. */
  readonly headers?: Readonly<Record<string, string>>;
}

export class TestClient {
  /** @param contract that of the server's document, where it is not that of this repository */
  constructor(
    private readonly server: { readonly url: string; readonly token: string },
    private readonly contract: Contract = checkAnswer,
  ) {}

  /** @param path below the base URL, with its query */
  async request(method: string, path: string, { body, headers = {} }: RequestOptions = {}): Promise<Reply> {
    const given = new Headers({
      authorization: `Bearer ${this.server.token}`,
      accept: 'application/scim+json',
      ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
    });
    for (const [name, value] of Object.entries(headers)) {
      if (value === '') given.delete(name);
      else given.set(name, value);
    }
    const response = await fetch(`${this.server.url}${path}`, {
      method,
      headers: given,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const reply = { status: response.status, headers: response.headers, body: parse(text), text };
    this.contract(method, path, reply);
    return reply;
  }

  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.request('GET', path, headers === undefined ? {} : { headers });
  }

  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.request('POST', path, headers === undefined ? { body } : { body, headers });
  }

  put(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.request('PUT', path, headers === undefined ? { body } : { body, headers });
  }

  /** A PATCH of these operations. */
  patch(path: string, operations: readonly object[], headers?: Readonly<Record<string, string>>): Promise<Reply> {
    const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations };
    return this.request('PATCH', path, headers === undefined ? { body } : { body, headers });
  }

  delete(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.request('DELETE', path, headers === undefined ? {} : { headers });
  }
}

function parse(text: string): Json | undefined {
  return text === '' ? undefined : (JSON.parse(text) as Json);
}
