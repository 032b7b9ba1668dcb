// What is administered, a row for each resource type of openapi-admin/resources.yaml, and what each of its `actions`
// does. The rules are those of the command line: both ask src/auth and src/tenants.
import type { NewToken, Tokens } from '../auth/tokens.js';
import type { components } from '../generated/admin.js';
import type { Tenants } from '../tenants/tenants.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { tenantRecord } from './audited.js';
import type { ControlRecord } from './record.js';

/** What can be done to a deployment, in the name of somebody. */
export interface Acts {
  readonly tokens: Tokens;
  readonly adminTokens: Tokens;
  readonly tenants: Tenants;
}

/** What an act was asked with: valid by the document. */
export interface Given {
  readonly id: string;
  readonly body: unknown;
  /** Seconds. */
  readonly overlap: number;
}

/** @returns the record as it is then, with its secret if it is new; undefined where it is gone */
export type Act = (acts: Acts, given: Given) => Promise<ControlRecord | undefined>;

export interface Kind {
  list(acts: Acts): Promise<readonly ControlRecord[]>;
  /** By x-scim-action. */
  readonly acts: Readonly<Record<string, Act>>;
}

type Schemas = components['schemas'];

export const KINDS: Readonly<Record<string, Kind>> = {
  Token: tokenKind(({ tokens }) => tokens),
  AdminToken: tokenKind(({ adminTokens }) => adminTokens),
  Tenant: {
    list: async ({ tenants }) => (await tenants.list()).map(tenantRecord),
    acts: {
      async create({ tenants }, { body }) {
        const { name, overlay } = body as Schemas['TenantWrite'];
        return tenantRecord(await tenants.create(name, overlay));
      },
      async remove({ tenants }, { id }) {
        await tenants.remove(id);
        return undefined;
      },
      suspend: ({ tenants }, { id }) => changeTenant(tenants, id, true),
      resume: ({ tenants }, { id }) => changeTenant(tenants, id, false),
    },
  },
};

function tokenKind(of: (acts: Acts) => Tokens): Kind {
  return {
    list: (acts) => of(acts).list(),
    acts: {
      async create(acts, { body }) {
        const { name, tenant = DEFAULT_TENANT, expires, ...asked } = body as Schemas['TokenWrite'];
        const { scopes, profile, subject, certificate } = asked;
        const end = expires === undefined ? undefined : new Date(expires);
        const request = { name, tenant, scopes, profile, subject, certificate, expires: end };
        return withSecret(await of(acts).create(request));
      },
      rotate: async (acts, { id, overlap }) => withSecret(await of(acts).rotate(id, overlap)),
      async remove(acts, { id }) {
        await of(acts).revoke(id);
        return undefined;
      },
    },
  };
}

function withSecret({ token, info }: NewToken): ControlRecord {
  const shown = { ...info, token };
  return shown;
}

async function changeTenant(tenants: Tenants, id: string, suspended: boolean): Promise<ControlRecord | undefined> {
  await tenants.change(id, { suspended });
  return (await tenants.list()).map(tenantRecord).find((tenant) => tenant.id === id);
}
