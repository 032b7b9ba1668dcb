// The settings of TLS in process: which certificate is served, and whose client certificates are asked for.
import type { CertificateFiles } from './certificate.js';
import { readCertificate } from './certificate.js';

export const CLIENT_AUTH = ['require', 'request'] as const;
type ClientAuth = (typeof CLIENT_AUTH)[number];

export interface TlsConfig extends CertificateFiles {
  /** Whether a client may come without a certificate, where client certificates are asked for. */
  readonly clientAuth: ClientAuth;
}

/** The settings as they are in the environment. */
interface Given {
  readonly certFile: string | undefined;
  readonly keyFile: string | undefined;
  readonly clientCaFile: string | undefined;
  readonly clientAuth: ClientAuth;
}

/**
 * The certificate is read at once, so that one that can't serve ends the start before anything else is begun.
 * @returns undefined where there is none
 * @throws Error in one line that says which setting is wrong
 */
export function readTls({ certFile, keyFile, clientCaFile, clientAuth }: Given): TlsConfig | undefined {
  if (certFile === undefined && keyFile === undefined) {
    if (clientCaFile !== undefined) throw new Error('TLS_CLIENT_CA_FILE: needs TLS_CERT_FILE and TLS_KEY_FILE');
    return undefined;
  }
  if (certFile === undefined) throw new Error('TLS_CERT_FILE: needed if TLS_KEY_FILE is set');
  if (keyFile === undefined) throw new Error('TLS_KEY_FILE: needed if TLS_CERT_FILE is set');
  const files = { certFile, keyFile, ...(clientCaFile === undefined ? {} : { clientCaFile }) };
  readCertificate(files, new Date());
  return { ...files, clientAuth };
}
