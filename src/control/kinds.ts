// What is administered, a row for each resource type of openapi-admin/resources.yaml, and what each of its `actions`
// does. The rules are those of the command line: both ask src/auth and src/tenants.
import type { TokenKind, NewToken, Tokens } from '../auth/tokens.js';
import { ScimError, show } from '../errors/scim-error.js';
import type { components, operations } from '../generated/admin.js';
import type { Issuers } from '../oauth/issuers.js';
import type { SigningKeys } from '../oauth/keys.js';
import { PUBLISHED_AHEAD } from '../oauth/keys.js';
import { notFound } from '../service/read.js';
import { checkPrecondition } from '../service/version.js';
import type { Brakes } from '../tenants/brakes.js';
import type { IndexState } from '../tenants/state.js';
import type { Tenant, TenantChange, Tenants } from '../tenants/tenants.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { brakeRecord, issuerRecord, tenantRecord } from './audited.js';
import type { ControlRecord } from './record.js';

/** What can be done to a deployment, in the name of somebody. */
export interface Acts {
  readonly tokens: Tokens;
  readonly adminTokens: Tokens;
  readonly issuers: Issuers;
  readonly keys: SigningKeys;
  readonly tenants: Tenants;
  readonly brakes: Brakes;
  /** The indexes of a tenant's database, beside what its document asks for. @throws ScimError notFound */
  readonly indexesOf: (tenant: string) => Promise<readonly IndexState[]>;
}

/** What an act was asked with: valid by the document. */
export interface Given {
  readonly id: string;
  readonly body: unknown;
  readonly query: Query;
  readonly ifMatch?: string | undefined;
}

type Queries = { readonly [O in keyof operations]: operations[O]['parameters']['query'] };
type Query = NonNullable<Queries['rotateToken'] & Queries['releaseTenant'] & Partial<Queries['deleteTenant']>>;

/** Seconds: a week. */
const OVERLAP = 604_800;

/** @returns the record as it is then, with its secret if it is new; undefined where it is gone */
export type Act = (acts: Acts, given: Given) => Promise<ControlRecord | undefined>;

export interface Kind {
  /** @param tenant that whose records they are, where they are read below one */
  list(acts: Acts, tenant: string): Promise<readonly ControlRecord[]>;
  /** By x-scim-action. */
  readonly acts: Readonly<Record<string, Act>>;
}

type Schemas = components['schemas'];

export const KINDS: Readonly<Record<string, Kind>> = {
  Token: tokenKind(({ tokens }) => tokens, 'token'),
  Client: tokenKind(({ tokens }) => tokens, 'client'),
  AdminToken: tokenKind(({ adminTokens }) => adminTokens, 'token'),
  Issuer: {
    list: async ({ issuers }) => (await issuers.list()).map(issuerRecord),
    acts: {
      async create({ issuers }, { body }) {
        const {
          issuer,
          audience,
          tenant = DEFAULT_TENANT,
          jwksUri,
          grants,
          subject,
          profile,
        } = body as Schemas['IssuerWrite'];
        return issuerRecord(await issuers.add({ issuer, audience, tenant, jwksUri, grants, subject, profile }));
      },
      async remove({ issuers }, { id }) {
        await issuers.remove(id);
        return undefined;
      },
    },
  },
  // A new key takes the place of the others: making one is a rotation.
  SigningKey: {
    list: ({ keys }) => keys.list(),
    acts: { create: ({ keys }) => keys.rotate(PUBLISHED_AHEAD), replaceAll: ({ keys }) => keys.replace() },
  },
  Tenant: {
    list: async ({ tenants }) => (await tenants.list()).map(tenantRecord),
    acts: {
      async create({ tenants }, { body }) {
        const { name, overlay, rate } = body as Schemas['TenantWrite'];
        return tenantRecord(await tenants.create(name, { overlay, rate }));
      },
      async replace({ tenants }, { id, body, ifMatch }) {
        const { name, overlay = null, rate = null } = body as Schemas['TenantWrite'];
        if (name !== id)
          throw new ScimError('mutability', `name: is ${show(name)}; the tenant ${show(id)} keeps its own`);
        return changeTenant(tenants, id, { overlay, rate }, ifMatch);
      },
      async remove({ tenants }, { id, query: { confirm }, ifMatch }) {
        if (confirm !== id)
          throw new ScimError('invalidValue', `confirm: is ${show(confirm)}, but the tenant is ${show(id)}`);
        await tenants.remove(id, asked(ifMatch));
        return undefined;
      },
      suspend: ({ tenants }, { id, ifMatch }) => changeTenant(tenants, id, { suspended: true }, ifMatch),
      resume: ({ tenants }, { id, ifMatch }) => changeTenant(tenants, id, { suspended: false }, ifMatch),
      async release({ brakes, tenants }, { id, query: { for: seconds = 0 }, ifMatch }) {
        asked(ifMatch)?.(await tenants.find(id));
        await brakes.release(id, seconds);
        return tenantRecord(await tenants.find(id));
      },
    },
  },
  Brake: {
    list: async ({ brakes }, tenant) => (await brakes.list(tenant)).map(brakeRecord),
    acts: {},
  },
  Index: {
    list: async ({ indexesOf }, tenant) => (await indexesOf(tenant)).map(indexRecord),
    acts: {},
  },
};

function tokenKind(of: (acts: Acts) => Tokens, kind: TokenKind): Kind {
  const list = async (acts: Acts) =>
    (await of(acts).list()).filter(({ client }) => (kind === 'client') === (client !== undefined));
  /** One of a kind is not found as one of another; a client_id stands for all secrets of the client. */
  const checked = async (acts: Acts, id: string): Promise<Tokens> => {
    if (!(await list(acts)).some((record) => record.id === id || record.client === id)) throw notFound(kind, id);
    return of(acts);
  };
  return {
    list,
    acts: {
      async create(acts, { body }) {
        const { name, tenant = DEFAULT_TENANT, expires, ...asked } = body as Schemas['TokenWrite'];
        const { scopes, profile, subject, certificate } = asked;
        const end = expires === undefined ? undefined : new Date(expires);
        const request = { kind, name, tenant, scopes, profile, subject, certificate, expires: end };
        return withSecret(await of(acts).create(request));
      },
      rotate: async (acts, { id, query: { overlap = OVERLAP } }) =>
        withSecret(await (await checked(acts, id)).rotate(id, overlap)),
      async remove(acts, { id }) {
        await (await checked(acts, id)).revoke(id);
        return undefined;
      },
    },
  };
}

function withSecret({ token, info }: NewToken): ControlRecord & Pick<NewToken, 'token'> {
  return { ...info, token };
}

async function changeTenant(
  tenants: Tenants,
  id: string,
  change: TenantChange,
  ifMatch: string | undefined,
): Promise<ControlRecord> {
  await tenants.change(id, change, asked(ifMatch));
  return tenantRecord(await tenants.find(id));
}

/** What holds a change back where If-Match asks for another version (RFC 9110 section 13.1.1); nothing without it. */
function asked(ifMatch: string | undefined): ((tenant: Tenant) => void) | undefined {
  return ifMatch === undefined ? undefined : (tenant) => checkPrecondition(ifMatch, tenant);
}

/** An index is of no time: what is told of it is how it is now. */
function indexRecord(index: IndexState): IndexState & ControlRecord {
  return { ...index, id: `${index.collection}.${index.name}`, created: new Date() };
}
