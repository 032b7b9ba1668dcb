// The only way to the server: HTTP, with a token. It remembers what it created, so that nothing is left behind.
export interface Reply {
  /** The request, for findings. */
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: any;
}

export interface RequestOptions {
  /** JSON, or text that is sent as it is. */
  readonly body?: unknown;
  /** On top of the usual ones; an empty value leaves one out. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Target {
  /** The base URL of SCIM. */
  readonly url: string;
  readonly token: string;
  readonly fetch?: typeof fetch;
}

const TIMEOUT_MS = 30_000;
/** How many resources are deleted at once. */
const AT_ONCE = 10;
export const SCIM_JSON = 'application/scim+json';

export class Http {
  /** The paths of the resources that were created and not deleted, in the order of their creation. */
  private readonly created = new Set<string>();
  readonly base: string;

  constructor(private readonly target: Target) {
    this.base = target.url.replace(/\/+$/, '');
  }

  /** @param path below the base URL, with its query; or a whole URL */
  async request(method: string, path: string, { body, headers = {} }: RequestOptions = {}): Promise<Reply> {
    const url = /^https?:/.test(path) ? path : `${this.base}${path}`;
    const given = new Headers({
      authorization: `Bearer ${this.target.token}`,
      accept: SCIM_JSON,
      ...(body === undefined ? {} : { 'content-type': SCIM_JSON }),
    });
    for (const [name, value] of Object.entries(headers)) {
      if (value === '') given.delete(name);
      else given.set(name, value);
    }
    const { fetch: send = fetch } = this.target;
    const response = await send(url, {
      method,
      headers: given,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const reply = {
      request: `${method} ${path}${body === undefined ? '' : ` of ${shown(body)}`}`,
      status: response.status,
      headers: response.headers,
      text,
      body: parse(text),
    };
    this.remember(method, path, reply);
    return reply;
  }

  /** Deletes what is left of what was created, the newest first. Gives the paths that would not go. */
  async cleanUp(): Promise<string[]> {
    const left: string[] = [];
    const paths = [...this.created].reverse();
    while (paths.length > 0) {
      await Promise.all(
        paths.splice(0, AT_ONCE).map(async (path) => {
          const { status } = await this.request('DELETE', path);
          if (status !== 204 && status !== 404) left.push(path);
        }),
      );
    }
    return left;
  }

  private remember(method: string, path: string, { status, body, text, headers }: Reply): void {
    if (method === 'DELETE' && status === 204) this.created.delete(path);
    if (method !== 'POST') return;
    const endpoint = path.split('?')[0] ?? '';
    if (status === 201) {
      const id: unknown = body?.id ?? headers.get('location')?.split('/').at(-1);
      if (id !== undefined) this.created.add(`${endpoint}/${String(id)}`);
    }
    if (endpoint === '/Bulk' && text !== '') {
      for (const { method: of, location } of body?.Operations ?? []) {
        const [id, type] = String(location).split('/').reverse();
        if (of === 'POST' && location !== undefined) this.created.add(`/${type}/${id}`);
      }
    }
  }
}

function parse(text: string): any {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shown(body: unknown): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
