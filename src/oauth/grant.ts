// The client credentials grant (RFC 6749 section 4.4): a client's id and secret for an access token.
import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '../auth/actor.js';
import type { Guard } from '../auth/guarded.js';
import type { Holder, Holders } from '../auth/holders.js';
import type { Scope } from '../auth/scope.js';
import { covers } from '../auth/scope.js';
import { tokenId } from '../auth/token-form.js';
import { digestOf } from '../auth/tokens.js';
import type { AccessTokens } from './access-token.js';

/** RFC 6749 section 5.2. */
type ErrorCode =
  'invalid_request' | 'invalid_client' | 'unauthorized_client' | 'unsupported_grant_type' | 'invalid_scope';

export class OAuthError extends Error {
  /** @param message of the characters that `error_description` may have: no quotes, no backslash */
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'OAuthError';
  }

  get status(): number {
    return this.code === 'invalid_client' ? 401 : 400;
  }
}

/** What a client sends. */
interface GrantRequest {
  readonly authorization: string | undefined;
  /** Of the client. */
  readonly address: string;
  readonly certificate?: string | undefined;
  /** The body. */
  readonly form: URLSearchParams;
}

/** RFC 6749 section 5.1. */
interface GrantAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/**
 * Lets a request of a client in.
 * @returns whether its tenant is there, and not suspended
 * @throws ScimError tooManyRequests
 */
export type Enter = (actor: Actor) => Promise<boolean>;

export interface GrantOptions {
  readonly holders: Holders;
  /** Of the digests of secrets. */
  readonly key: Buffer;
  readonly tokens: Pick<AccessTokens, 'issue'>;
  readonly guard: Guard;
  readonly enter: Enter;
}

/** @throws OAuthError; ScimError unavailable, tooManyRequests */
export type AccessTokenGrant = (request: GrantRequest) => Promise<GrantAnswer>;

export function createGrant({ holders, key, tokens, guard, enter }: GrantOptions): AccessTokenGrant {
  /** Wrong secrets and unknown clients take the same way: a secret names itself, and says nothing of whose it is. */
  const find = async ({ id, secret }: ClientCredentials, certificate: string | undefined) => {
    const named = tokenId(secret);
    const holder = named === undefined ? undefined : await holders.find(named, certificate);
    const isRight = holder !== undefined && timingSafeEqual(digestOf(key, secret), holder.record.digest);
    return isRight && holder.record.client === id ? holder : undefined;
  };
  return async ({ authorization, address, certificate, form }) => {
    const parameters = parametersOf(form);
    const credentials = credentialsOf(authorization, parameters);
    const grantType = parameters.get('grant_type');
    if (grantType === undefined) throw new OAuthError('invalid_request', 'grant_type is missing');
    const holder = await guard(address, `${credentials.id}:${credentials.secret}`, () =>
      find(credentials, certificate),
    );
    if (holder === undefined) {
      throw new OAuthError('invalid_client', 'the client is unknown, or its secret is wrong, revoked or expired');
    }
    holders.note(holder.record.id);
    if (grantType !== 'client_credentials') {
      throw new OAuthError('unsupported_grant_type', 'grant_type must be client_credentials');
    }
    if (!(await enter(holder.actor))) {
      throw new OAuthError('unauthorized_client', 'the tenant of the client is suspended');
    }
    const scopes = narrow(holder, parameters.get('scope'));
    const { token, expiresIn } = await tokens.issue(holder, scopes);
    return { access_token: token, token_type: 'Bearer', expires_in: expiresIn, scope: scopes.join(' ') };
  };
}

type Parameters = ReadonlyMap<string, string>;

/** @throws OAuthError where one is repeated (section 3.2); one without a value counts as left out (section 3.1) */
function parametersOf(form: URLSearchParams): Parameters {
  const names = [...form.keys()];
  if (new Set(names).size < names.length) throw new OAuthError('invalid_request', 'a parameter is repeated');
  return new Map([...form].filter(([, value]) => value !== ''));
}

interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

/** Section 2.3.1: in the Authorization header or in the body. @throws OAuthError where it is neither, or both */
function credentialsOf(authorization: string | undefined, parameters: Parameters): ClientCredentials {
  const basic = basicOf(authorization);
  const secret = parameters.get('client_secret');
  const id = parameters.get('client_id');
  if (basic !== undefined && secret !== undefined) {
    throw new OAuthError('invalid_request', 'the client authenticates in the header and in the body');
  }
  if (basic !== undefined && id !== undefined && id !== basic.id) {
    throw new OAuthError('invalid_request', 'client_id is not that of the Authorization header');
  }
  const inBody = id === undefined || secret === undefined ? undefined : { id, secret };
  const credentials = basic ?? inBody;
  if (credentials !== undefined) return credentials;
  throw new OAuthError('invalid_client', 'the client must authenticate, by HTTP Basic or client_id and client_secret');
}

/** HTTP Basic (RFC 7617), id and secret each form-encoded within. */
function basicOf(authorization = ''): ClientCredentials | undefined {
  const [, encoded] = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: formDecoded(id), secret: formDecoded(secret.join(':')) };
}

/** What isn't encoded well is no id and no secret of ours. */
function formDecoded(text: string): string {
  return new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? '';
}

/** The scopes that are asked for, or all that the client has. @throws OAuthError where one goes beyond (section 3.3) */
function narrow({ actor }: Holder, asked: string | undefined): readonly Scope[] {
  if (asked === undefined) return [...actor.scopes];
  const scopes = asked.split(' ').filter((scope) => scope !== '') as Scope[];
  if (scopes.length === 0 || !scopes.every((scope) => covers(actor.scopes, scope))) {
    throw new OAuthError('invalid_scope', `the client has ${[...actor.scopes].join(' ')}`);
  }
  return [...new Set(scopes)];
}
