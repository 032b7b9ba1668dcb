// The body of an error (RFC 7644 section 3.12).
import type { ScimError } from '../errors/scim-error.js';
import type { components } from '../generated/openapi.js';

type ErrorBody = components['schemas']['Error'];

const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

export function errorBody({ kind, detail }: ScimError): ErrorBody {
  return {
    schemas: [ERROR_SCHEMA],
    ...(kind.scimType === undefined ? {} : { scimType: kind.scimType }),
    detail,
    status: String(kind.status),
  };
}
