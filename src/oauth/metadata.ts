// What the authorization server tells of itself (RFC 8414 section 2).

interface Metadata {
  readonly issuer: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
  readonly scopes_supported: readonly string[];
  readonly response_types_supported: readonly string[];
  readonly grant_types_supported: readonly string[];
  readonly token_endpoint_auth_methods_supported: readonly string[];
}

/** Below the issuer. */
export const TOKEN_PATH = '/oauth/token';
export const JWKS_PATH = '/oauth/jwks';
export const METADATA_PATH = '/.well-known/oauth-authorization-server';

/** `iss` of the server's tokens: the public URL without the base path of SCIM. */
export function issuerOf({ baseUrl, basePath }: { readonly baseUrl: string; readonly basePath: string }): string {
  return baseUrl.slice(0, -basePath.length);
}

export function metadataOf(issuer: string): Metadata {
  return {
    issuer,
    token_endpoint: `${issuer}${TOKEN_PATH}`,
    jwks_uri: `${issuer}${JWKS_PATH}`,
    scopes_supported: ['read', 'write'],
    // There is no authorization endpoint; the member is required all the same.
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  };
}
