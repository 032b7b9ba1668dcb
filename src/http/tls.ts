// HTTPS: the certificate, which is replaced while connections live on, and the certificates of clients.
import { unwatchFile, watchFile } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { Server, ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContextOptions, TLSSocket } from 'node:tls';
import type { Observe } from '../observe/observation.js';

export interface TlsOptions {
  /** Reads the certificate as it is now. @throws Error in one line that says what is wrong with it */
  readonly read: () => Certificate;
  /** What it is read from. */
  readonly files: readonly string[];
  /** Whether a client may come without a certificate; one that it has must be good in any case. */
  readonly clientAuth: 'require' | 'request';
}

interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Whose certificates clients may have; undefined: they are not asked for one. */
  readonly clientCa?: Buffer;
  readonly validTo: Date;
}

interface TlsServer {
  readonly server: Server;
  /** Reads the certificate again, for connections to come. One that can't serve is reported, and the old one stays. */
  reload(): void;
  /** Ends the watch over the files. */
  unwatch(): void;
}

/** Three looks at a file's status are nothing; events of the file system don't reach mounted secrets reliably. */
const LOOK_MS = 2_000;
/** Certificate and key are two files: both are to be there before they are read. */
const QUIET_MS = 500;

/** @throws Error in one line where the certificate can't serve */
export function createTlsServer(
  limits: ServerOptions,
  handle: RequestListener,
  { read, files, clientAuth }: TlsOptions,
  observe: Observe,
): TlsServer {
  const first = read();
  const asked = first.clientCa === undefined ? {} : { requestCert: true, rejectUnauthorized: false };
  const server = createServer({ ...limits, ...asked, ...contextOf(first) }, handle);
  if (first.clientCa !== undefined) {
    server.prependListener('secureConnection', (socket: VerifiedSocket) => admit(socket, clientAuth, observe));
  }
  // Whoever listens to clientError answers what is wrong; behind a handshake that never ends, no answer would.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  observe({ kind: 'certificateLoaded', validTo: first.validTo });

  const reload = () => {
    try {
      const next = read();
      server.setSecureContext(contextOf(next));
      observe({ kind: 'certificateLoaded', validTo: next.validTo });
    } catch (error) {
      observe({ kind: 'certificateRefused', error });
    }
  };
  let quiet: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(quiet);
    quiet = setTimeout(reload, QUIET_MS).unref();
  };
  for (const file of files) watchFile(file, { interval: LOOK_MS, persistent: false }, changed);
  return {
    server,
    reload,
    unwatch() {
      clearTimeout(quiet);
      for (const file of files) unwatchFile(file, changed);
    },
  };
}

/** The SHA-256 fingerprint of the certificate that a client has shown and proven, in lower-case hex. */
export function clientCertificateOf({ socket }: IncomingMessage): string | undefined {
  return (socket as Socket & Proven).clientCertificate;
}

interface Proven {
  clientCertificate?: string;
}
type VerifiedSocket = TLSSocket & Proven;

function contextOf({ cert, key, clientCa }: Certificate): SecureContextOptions {
  return { cert, key, minVersion: 'TLSv1.2', ...(clientCa === undefined ? {} : { ca: clientCa }) };
}

/** Cuts the connection before anything is read from it, unless its client may ask. */
function admit(socket: VerifiedSocket, clientAuth: TlsOptions['clientAuth'], observe: Observe): void {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined && clientAuth === 'request') return;
  if (certificate !== undefined && socket.authorized) {
    socket.clientCertificate = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
    return;
  }
  const why = certificate === undefined ? 'the client has no certificate' : String(socket.authorizationError);
  observe({ kind: 'clientRefused', why });
  socket.destroy();
}
