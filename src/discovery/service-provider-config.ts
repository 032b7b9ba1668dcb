// /ServiceProviderConfig: what the server supports, told from what it is (RFC 7643 section 5).
import type { components } from '../generated/openapi.js';
import type { Attribute, Model } from '../schema/model.js';

export type ServiceProviderConfig = components['schemas']['ServiceProviderConfig'];

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

export interface Capabilities {
  readonly defaultResults: number;
  readonly maxResults: number;
  /** Seconds. */
  readonly cursorTimeout: number;
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadSize: number };
}

export function renderServiceProviderConfig(
  model: Model,
  { defaultResults, maxResults, cursorTimeout, bulk }: Capabilities,
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
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'OAuth Bearer Token',
        description: 'A bearer token in the Authorization header (RFC 6750).',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  };
}

/** A password that is accepted and dropped can't be changed. */
function keepsSecrets({ schemas }: Model): boolean {
  const keeps = ({ secret, subAttributes }: Attribute): boolean => secret === 'argon2id' || subAttributes.some(keeps);
  return schemas.some(({ attributes }) => attributes.some(keeps));
}
