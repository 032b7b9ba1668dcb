// Certificates of a test: made by it, written where a server reads them.
import { X509Certificate } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Pair {
  readonly cert: string;
  readonly key: string;
  readonly fingerprint: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A pair for 127.0.0.1, signed by itself, or by `ca`. */
export async function newPair({ days = 1, ca }: { days?: number; ca?: Pair } = {}): Promise<Pair> {
  // A certificate whose issuer has its own name counts as signed by itself.
  const made = await generate([{ name: 'commonName', value: ca === undefined ? 'authority' : 'client' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 10 * DAY_MS),
    notAfterDate: new Date(Date.now() + days * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: ca === undefined, critical: true },
      ...(ca === undefined ? [{ name: 'keyUsage' as const, keyCertSign: true, digitalSignature: true }] : []),
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
    ...(ca === undefined ? {} : { ca }),
  });
  return { cert: made.cert, key: made.private, fingerprint: new X509Certificate(made.cert).fingerprint256 };
}

/** Writes certificate and key into a folder of their own; gives the settings that name them. */
export async function writePair({ cert, key }: Pick<Pair, 'cert' | 'key'>, folder?: string) {
  const at = folder ?? (await mkdtemp(join(tmpdir(), 'scim-tls-')));
  const settings = { TLS_CERT_FILE: join(at, 'cert.pem'), TLS_KEY_FILE: join(at, 'key.pem') };
  await writeFile(settings.TLS_CERT_FILE, cert);
  await writeFile(settings.TLS_KEY_FILE, key);
  return settings;
}
