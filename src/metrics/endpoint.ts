// Where Prometheus reads: a listener of its own, as what it tells is not for clients.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

interface Exposition {
  text(): Promise<string>;
  readonly contentType: string;
}

interface Endpoint {
  close(): Promise<void>;
}

const PATH = '/metrics';

/** @throws Error where the address can't be had */
export async function serveMetrics(
  { text, contentType }: Exposition,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Endpoint> {
  const answer = async ({ method, url = '' }: IncomingMessage, response: ServerResponse) => {
    if (url.split('?')[0] !== PATH) return response.writeHead(404).end(`GET ${PATH}\n`);
    if (method !== 'GET' && method !== 'HEAD')
      return response.writeHead(405, { Allow: 'GET, HEAD' }).end(`GET ${PATH}\n`);
    try {
      const body = await text();
      return response.writeHead(200, { 'Content-Type': contentType }).end(body);
    } catch (error) {
      return response.writeHead(503).end(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new Error(`METRICS_HOST, METRICS_PORT: can't listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
