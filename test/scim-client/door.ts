// A server before the server: it answers some requests itself, or changes where they go, as gateways and other service
// providers do.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Turn {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface Door {
  readonly url: string;
  /** Method and path with query of the requests that came, in their order. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens a door to the service provider at a URL.
 * @param turn answers a request, or says at which path and query it goes on
 */
export async function openDoor(target: string, turn: (url: URL, method: string) => Turn | URL): Promise<Door> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { method = '', url = '' } = request;
      seen.push(`${method} ${url}`);
      const next = turn(new URL(`${target}${url}`), method);
      if (!(next instanceof URL)) {
        response.writeHead(next.status, next.headers).end(next.body === undefined ? '' : JSON.stringify(next.body));
        return;
      }
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
      const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
      const answer = await fetch(next, { method, headers: headers as Record<string, string>, ...body });
      const kept = Object.fromEntries(['content-type', 'etag'].map((name) => [name, answer.headers.get(name) ?? '']));
      response.writeHead(answer.status, kept).end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
