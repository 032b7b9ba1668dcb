// /ServiceProviderConfig: what the server supports, told from what it is (RFC 7643 section 5).
import type { components } from '../generated/openapi.js';
import type { Attribute, Model } from '../schema/model.js';
import type { OpenApiDocument } from '../spec/publish.js';

type ServiceProviderConfig = components['schemas']['ServiceProviderConfig'];

type AuthenticationScheme = ServiceProviderConfig['authenticationSchemes'][number];

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

export interface Capabilities {
  readonly defaultResults: number;
  readonly maxResults: number;
  /** Seconds. */
  readonly cursorTimeout: number;
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadSize: number };
  readonly authenticationSchemes: ServiceProviderConfig['authenticationSchemes'];
}

export function renderServiceProviderConfig(
  model: Model,
  { defaultResults, maxResults, cursorTimeout, bulk, authenticationSchemes }: Capabilities,
  baseUrl: string,
): ServiceProviderConfig {
  return {
    schemas: [SCHEMA],
    patch: { supported: true },
    bulk: { supported: true, ...bulk },
    filter: { supported: true, maxResults },
    changePassword: { supported: keepsSecrets(model) },
    sort: { supported: true },
    etag: { supported: true },
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: defaultResults,
      maxPageSize: maxResults,
      cursorTimeout,
    },
    authenticationSchemes,
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  };
}

/** The security schemes of the document that say what SCIM calls them. */
export function authenticationSchemesOf({ components }: OpenApiDocument): Capabilities['authenticationSchemes'] {
  return Object.values(components['securitySchemes'] ?? {}).flatMap((scheme) => {
    const called = scheme['x-scim-authentication'] as Omit<AuthenticationScheme, 'description'> | undefined;
    return called === undefined ? [] : [{ ...called, description: String(scheme['description']) }];
  });
}

/** A password that is accepted and dropped can't be changed. */
function keepsSecrets({ schemas }: Model): boolean {
  const keeps = ({ secret, subAttributes }: Attribute): boolean => secret === 'argon2id' || subAttributes.some(keeps);
  return schemas.some(({ attributes }) => attributes.some(keeps));
}
