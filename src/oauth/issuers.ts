// The issuers whose JWTs are accepted beside the server's own: what a token of theirs must say, and what it may then.
import { createHash } from 'node:crypto';
import { ScimError } from '../errors/scim-error.js';
import type { SubjectValue } from '../auth/actor.js';
import type { Scope } from '../auth/scope.js';
import { parseScopes } from '../auth/scope.js';

export interface Issuer {
  /** Follows from issuer and audience: what a token says of both belongs to one tenant. */
  readonly id: string;
  /** `iss` of its tokens. */
  readonly issuer: string;
  /** What `aud` must name. */
  readonly audience: string;
  readonly tenant: string;
  /** Its keys; found by its metadata where there is none. */
  readonly jwksUri?: string | undefined;
  readonly grants: readonly Grant[];
  readonly subject?: Subject | undefined;
  readonly profile?: string | undefined;
  readonly created: Date;
}

/** What a token may whose claim has a value, or every token of the issuer. */
export interface Grant {
  readonly scopes: readonly Scope[];
  readonly claim?: string | undefined;
  readonly value?: string | undefined;
}

/** The claim that says who /Me is, by an attribute that has its value. */
export interface Subject {
  readonly claim: string;
  readonly attribute: SubjectValue['attribute'];
}

export interface IssuerStore {
  /** @returns false where there is one of that id */
  insert(issuer: Issuer): Promise<boolean>;
  list(): Promise<readonly Issuer[]>;
  /** @returns false where there is none */
  remove(id: string): Promise<boolean>;
  removeOf(tenant: string): Promise<void>;
}

/** What an operator says of an issuer. */
export interface IssuerRequest extends Pick<Issuer, 'issuer' | 'audience' | 'tenant' | 'jwksUri' | 'profile'> {
  /** `read,write` or `read,write if roles=Provisioner`. */
  readonly grants: readonly string[];
  /** `oid=externalId` */
  readonly subject?: string | undefined;
}

export interface Issuers {
  /** @throws Error in one line */
  add(request: IssuerRequest): Promise<Issuer>;
  list(): Promise<readonly Issuer[]>;
  /** @throws Error in one line where there is none */
  remove(id: string): Promise<void>;
}

export interface IssuersOptions {
  readonly store: IssuerStore;
  /** `iss` of the server's own tokens. */
  readonly own: string;
  /** @throws Error in one line where there is no such tenant, or its /Me can't be found by that attribute */
  readonly checkTenant: (tenant: string, attribute: string | undefined) => Promise<void>;
  readonly profiles: ReadonlySet<string>;
  readonly clock: () => Date;
}

export function createIssuers({ store, own, checkTenant, profiles, clock }: IssuersOptions): Issuers {
  return {
    async add({ issuer, audience, tenant, jwksUri, profile, ...texts }) {
      checkUrl('issuer', issuer);
      if (jwksUri !== undefined) checkUrl('jwks-uri', jwksUri);
      if (issuer === own)
        throw new ScimError('invalidValue', `issuer: ${issuer} is this server, whose own tokens are accepted anyway`);
      if (audience.trim() === '') throw new ScimError('invalidValue', 'audience: give what tokens have in "aud"');
      if (profile !== undefined && !profiles.has(profile)) {
        throw new ScimError(
          'invalidValue',
          `profile: ${JSON.stringify(profile)} is unknown; use one of ${[...profiles].join(', ')}`,
        );
      }
      if (texts.grants.length === 0)
        throw new ScimError('invalidValue', 'grant: give at least one: "read,write if roles=Provisioner"');
      const subject = texts.subject === undefined ? undefined : parseSubject(texts.subject);
      await checkTenant(tenant, subject?.attribute);
      const grants = texts.grants.map(parseGrant);
      const id = createHash('sha256')
        .update(JSON.stringify([issuer, audience]))
        .digest('hex')
        .slice(0, 10);
      const added: Issuer = { id, issuer, audience, tenant, jwksUri, grants, subject, profile, created: clock() };
      if (!(await store.insert(added)))
        throw new ScimError('uniqueness', `${issuer} for ${audience} exists already: ${id}`);
      return added;
    },
    list: () => store.list(),
    async remove(id) {
      if (!(await store.remove(id))) throw new ScimError('notFound', `there is no issuer ${id}`);
    },
  };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Tells whether keys may be fetched there: plain HTTP shows them to who may change them on the way. */
export function isSafeUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

function checkUrl(name: string, text: string): void {
  if (!isSafeUrl(text)) throw new ScimError('invalidValue', `${name}: ${JSON.stringify(text)} is not an https URL`);
}

const GRANT = /^([^ ]+)(?: if ([^=]+)=(.+))?$/;

function parseGrant(text: string): Grant {
  const [, scopes, claim, value] = GRANT.exec(text) ?? [];
  if (scopes === undefined) {
    throw new ScimError(
      'invalidValue',
      `grant: ${JSON.stringify(text)} is not a grant; use "read,write" or "read:User if roles=Reader"`,
    );
  }
  return { scopes: parseScopes(scopes.split(',')), claim, value };
}

export function printGrant({ scopes, claim, value }: Grant): string {
  return claim === undefined ? scopes.join(',') : `${scopes.join(',')} if ${claim}=${value ?? ''}`;
}

function parseSubject(text: string): Subject {
  const [, claim, attribute] = /^([^=]+)=([A-Za-z][\w.:-]*)$/.exec(text) ?? [];
  if (claim === undefined || attribute === undefined) {
    throw new ScimError(
      'invalidValue',
      `subject: ${JSON.stringify(text)} is not a claim and an attribute; use "oid=externalId"`,
    );
  }
  return { claim, attribute };
}
