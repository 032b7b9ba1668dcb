// The socket side: TLS or loopback, limits of Node's parser, an orderly end.
import { createServer as createHttp, STATUS_CODES } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { ServerOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { ScimError } from '../errors/scim-error.js';
import { errorBody } from '../representation/error.js';
import { SCIM_JSON } from './reply.js';

export interface Listener {
  /** Stops accepting and waits for what is under way. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
}

/** Bytes of the URL and the headers together; Node's default is 16 KiB, which a long filter passes. */
const MAX_HEADER_SIZE = 64 * 1024;

/** @throws Error where the address can't be had, or the certificate is none */
export async function listen(handle: RequestListener, { host, port, tls }: ListenOptions): Promise<Listener> {
  const limits = { maxHeaderSize: MAX_HEADER_SIZE };
  const server: Server = tls === undefined ? createHttp(limits, handle) : withTls({ ...tls, ...limits }, handle);
  server.on('clientError', answerBroken);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new Error(`HOST, PORT: can't listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeIdleConnections();
      }),
  };
}

function withTls(options: ServerOptions, handle: RequestListener): Server {
  try {
    return createHttps(options, handle);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`TLS_CERT_FILE, TLS_KEY_FILE: take a certificate and its key, both in PEM: ${why}`);
  }
}

/** What Node refuses before there is a request, it would answer without a body. */
function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const answer =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new ScimError('headersTooLarge', `the URL and the headers are larger than ${MAX_HEADER_SIZE} bytes`)
      : new ScimError('invalidSyntax', 'the request is no valid HTTP');
  const body = JSON.stringify(errorBody(answer));
  const head = [
    `HTTP/1.1 ${answer.kind.status} ${STATUS_CODES[answer.kind.status] ?? ''}`,
    `Content-Type: ${SCIM_JSON}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
