// The keys that access tokens are signed with. A new one is published before it signs, and an old one is trusted for as
// long as a token that it signed lives: a rotation breaks nothing. Each private key is sealed.
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { createFresh } from '../auth/fresh.js';
import type { Seal } from './sealed.js';

/** ECDSA over P-256 with SHA-256: what every library knows, with short keys. */
export const ALGORITHM = 'ES256';
/** Seconds that a new key is published before it signs, where nobody says how long: longer than caches keep keys. */
export const PUBLISHED_AHEAD = 15 * 60;

export interface KeyRecord {
  /** The thumbprint of the public key (RFC 7638), `kid` in tokens. */
  readonly id: string;
  readonly created: Date;
  /** Of one whose end was told since. */
  readonly lastModified?: Date | undefined;
  /** From then on it signs, until a younger one does. */
  readonly signs: Date;
  /** From then on it is neither trusted nor published. */
  readonly ends?: Date | undefined;
  readonly publicKey: JWK;
  /** The private key, sealed. */
  readonly sealed: Buffer;
}

export interface KeyStore {
  insert(record: KeyRecord): Promise<void>;
  find(id: string): Promise<KeyRecord | undefined>;
  /** The youngest first, by when they sign. */
  list(): Promise<readonly KeyRecord[]>;
  /** @param now when that is told */
  end(id: string, at: Date, now: Date): Promise<void>;
  /** Removes those that ended before. */
  removeEnded(before: Date): Promise<void>;
}

/** A key as it is told of. */
export type KeyInfo = Omit<KeyRecord, 'sealed' | 'publicKey'>;

export interface SigningKeys {
  /** The public key of a `kid`, while it is trusted. */
  find(id: string): Promise<CryptoKey | undefined>;
  /** The key that signs now; one is made where there is none. */
  signer(): Promise<{ readonly id: string; readonly key: CryptoKey }>;
  /** The public keys that are trusted, or will be. */
  published(): Promise<readonly JWK[]>;
  list(): Promise<readonly KeyInfo[]>;
  /** A new key, that signs after `ahead` seconds; the others end when the last token that they signed has. */
  rotate(ahead: number): Promise<KeyInfo>;
  /** A new key, that signs at once; the others end at once, and with them every token that they signed. */
  replace(): Promise<KeyInfo>;
}

export interface SigningKeysOptions {
  readonly store: KeyStore;
  readonly seal: Seal;
  /** How long a token lives, in seconds, with what clocks may differ. */
  readonly tokenLife: number;
  readonly clock: () => Date;
}

const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/;

export function createSigningKeys({ store, seal, tokenLife, clock }: SigningKeysOptions): SigningKeys {
  const make = async (signs: Date): Promise<KeyRecord> => {
    const pair = await generateKeyPair(ALGORITHM, { extractable: true });
    const publicKey = await exportJWK(pair.publicKey);
    const id = await calculateJwkThumbprint(publicKey);
    const sealed = seal.seal(JSON.stringify(await exportJWK(pair.privateKey)), id);
    const record = { id, created: clock(), signs, publicKey, sealed };
    await store.insert(record);
    return record;
  };
  const living = async () => {
    const now = clock();
    return (await store.list()).filter(({ ends }) => ends === undefined || ends > now);
  };
  const succeed = async (signs: Date, oldEnd: Date): Promise<KeyInfo> => {
    const old = await living();
    await store.removeEnded(clock());
    const made = await make(signs);
    for (const { id, ends } of old) if (ends === undefined || oldEnd < ends) await store.end(id, oldEnd, clock());
    return infoOf(made);
  };
  /** What was sealed under another SCIM_TOKEN_KEY signs no more. */
  const opened = ({ id, sealed }: KeyRecord): JWK | undefined => {
    try {
      return JSON.parse(seal.open(sealed, id)) as JWK;
    } catch {
      return undefined;
    }
  };
  const findSigner = async () => {
    const now = clock();
    const records = await living();
    // A clock that went back may find none that signs already.
    const signing = records.filter(({ signs }) => signs <= now);
    const record = (signing.length > 0 ? signing : records).find((one) => opened(one)) ?? (await make(now));
    return { id: record.id, key: await imported(opened(record)) };
  };
  const find = createFresh(async (id) => {
    const record = await store.find(id);
    return record && { record, key: await imported(record.publicKey) };
  }, clock);
  const signer = createFresh(findSigner, clock);
  const published = createFresh(living, clock);

  return {
    async find(id) {
      if (!THUMBPRINT.test(id)) return undefined;
      const found = await find(id);
      const ends = found?.record.ends;
      return ends !== undefined && ends <= clock() ? undefined : found?.key;
    },
    signer: () => signer(''),
    async published() {
      const keys = await published('');
      return keys.map(({ id, publicKey }) => ({ ...publicKey, kid: id, alg: ALGORITHM, use: 'sig' }));
    },
    list: async () => (await store.list()).map(infoOf),
    rotate(ahead) {
      const signs = new Date(clock().getTime() + ahead * 1000);
      return succeed(signs, new Date(signs.getTime() + tokenLife * 1000));
    },
    replace() {
      const now = clock();
      return succeed(now, now);
    },
  };
}

async function imported(jwk: JWK | undefined): Promise<CryptoKey> {
  const key = await importJWK(jwk ?? {}, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('a signing key is not a key pair');
  return key;
}

function infoOf({ sealed: _sealed, publicKey: _publicKey, ...info }: KeyRecord): KeyInfo {
  return info;
}
