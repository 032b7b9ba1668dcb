// The socket side: TLS or loopback, limits of Node's parser, an orderly end.
import { createServer as createHttp, STATUS_CODES } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Observe } from '../observe/observation.js';
import { ScimError } from '../errors/scim-error.js';
import { errorBody } from '../representation/error.js';
import { SCIM_JSON } from './reply.js';
import type { TlsOptions } from './tls.js';
import { createTlsServer } from './tls.js';

export interface Listener {
  /** Reads the certificate again, where there is one. */
  reload(): void;
  /** Stops accepting and waits for what is under way. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** Bytes of the URL and the headers together; Node's default is 16 KiB, which a long filter passes. */
  readonly maxHeaderSize: number;
  readonly tls: TlsOptions | undefined;
  readonly observe: Observe;
  /** Those that say where it is to listen, as messages call them. */
  readonly settings?: string;
}

/** How long a request may take to arrive. Node's defaults, 60 s and 300 s, let slow clients hold sockets for long. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** Longer than the 60 s after which load balancers give up idle connections: who closes last loses no request. */
const KEEP_ALIVE_MS = 75_000;
/** A connection on which nothing moves: its client has stopped reading. Longer than any request takes. */
const SILENCE_MS = 120_000;
/** What is under way has so long to end when the server stops; half a request would else hold it for ever. */
const CLOSING_MS = 25_000;
/** A connection that has just come may have its first request on the way then. */
const SILENT_MS = 1_000;

/** @throws Error where the address can't be had, or the certificate can't serve */
export async function listen(handle: RequestListener, options: ListenOptions): Promise<Listener> {
  const { host, port, maxHeaderSize, tls, observe, settings = 'HOST, PORT' } = options;
  const limits = {
    maxHeaderSize,
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: HEADERS_MS / 4,
  };
  /** Connections that have asked for nothing yet: to Node they are never idle. */
  const silent = new Set<Duplex>();
  const underWay = new Set<ServerResponse>();
  const heard: RequestListener = (request, response) => {
    silent.delete(request.socket);
    underWay.add(response);
    if (!server.listening) announceClose(response);
    // While the server closes, Node leaves a connection open that its client keeps for another request.
    response.once('close', () => {
      underWay.delete(response);
      if (!server.listening) server.closeIdleConnections();
    });
    handle(request, response);
  };
  const secure = tls && createTlsServer({ ...limits, handshakeTimeout: HEADERS_MS }, heard, tls, observe);
  const server: Server = secure?.server ?? createHttp(limits, heard);
  server.on(secure === undefined ? 'connection' : 'secureConnection', (socket: Duplex) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.setTimeout(SILENCE_MS);
  server.on('clientError', answerBroken(maxHeaderSize));
  // Node would ask for any body; the one that is not read is not asked for.
  server.on('checkContinue', heard);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new Error(`${settings}: can't listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, resolve);
  }).catch((error: unknown) => {
    secure?.unwatch();
    throw error;
  });
  return {
    reload: () => secure?.reload(),
    close: () =>
      new Promise((resolve, reject) => {
        secure?.unwatch();
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeIdleConnections();
        for (const response of underWay) announceClose(response);
        setTimeout(() => {
          for (const socket of silent) socket.destroy();
        }, SILENT_MS).unref();
        setTimeout(() => {
          server.closeAllConnections();
        }, CLOSING_MS).unref();
      }),
  };
}

/**
 * Tells the client to send no other request on the connection: it would not know whether one that meets the end of the
 * connection was performed (RFC 9112 section 9.6).
 */
function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

/** By Node's codes. */
const brokenBy = (maxHeaderSize: number): Readonly<Record<string, ScimError>> => ({
  HPE_HEADER_OVERFLOW: new ScimError(
    'headersTooLarge',
    `the URL and the headers are larger than ${maxHeaderSize} bytes`,
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new ScimError(
    'requestTimeout',
    `the headers have ${HEADERS_MS / 1000} s to arrive, the whole request ${REQUEST_MS / 1000} s`,
  ),
});

/** What Node refuses before there is a request, it would answer without a body. */
function answerBroken(maxHeaderSize: number) {
  const broken = brokenBy(maxHeaderSize);
  return (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const answer = broken[error.code ?? ''] ?? new ScimError('invalidSyntax', 'the request is not valid HTTP');
    const body = JSON.stringify(errorBody(answer));
    const head = [
      `HTTP/1.1 ${answer.kind.status} ${STATUS_CODES[answer.kind.status] ?? ''}`,
      `Content-Type: ${SCIM_JSON}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  };
}
