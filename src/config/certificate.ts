// The server's certificate, from files: read, and refused with one clear line where it can't serve. It is read again
// whenever the files change.
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
  /** Whose client certificates are trusted. */
  readonly clientCaFile?: string;
}

interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly clientCa?: Buffer;
  readonly validTo: Date;
}

const BEGIN = '-----BEGIN CERTIFICATE-----';

/** @throws Error in one line that names the setting whose file is missing, broken, expired or doesn't match */
export function readCertificate({ certFile, keyFile, clientCaFile }: CertificateFiles, now: Date): Certificate {
  const cert = read('TLS_CERT_FILE', certFile);
  const key = read('TLS_KEY_FILE', keyFile);
  const leaf = certificateIn('TLS_CERT_FILE', certFile, cert);
  const validTo = new Date(leaf.validTo);
  if (validTo <= now)
    throw new Error(`TLS_CERT_FILE: the certificate in ${certFile} expired at ${validTo.toISOString()}`);
  if (!belongs(leaf, privateKeyIn(keyFile, key)))
    throw new Error(`TLS_KEY_FILE: the key in ${keyFile} is not that of the certificate in ${certFile}`);
  if (clientCaFile === undefined) return { cert, key, validTo };
  const clientCa = read('TLS_CLIENT_CA_FILE', clientCaFile);
  certificateIn('TLS_CLIENT_CA_FILE', clientCaFile, clientCa);
  return { cert, key, clientCa, validTo };
}

function read(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`${setting}: ${messageOf(error)}`, { cause: error });
  }
}

/** The first certificate of a file: that of the server, where others follow that lead to its issuer. */
function certificateIn(setting: string, file: string, pem: Buffer): X509Certificate {
  try {
    if (!pem.includes(BEGIN)) throw new Error('there is no BEGIN CERTIFICATE');
    return new X509Certificate(pem);
  } catch (error) {
    throw new Error(`${setting}: takes a certificate in PEM; ${file} is not one: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function privateKeyIn(file: string, pem: Buffer): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw new Error(`TLS_KEY_FILE: takes a private key in PEM; ${file} is not one: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function belongs({ publicKey }: X509Certificate, key: KeyObject): boolean {
  return publicKey.equals(createPublicKey(key.export({ type: 'pkcs8', format: 'pem' })));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
