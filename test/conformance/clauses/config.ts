// /ServiceProviderConfig (RFC 7643 section 5, RFC 7644 section 4).
import type { Chapter, Clause } from '../suite/clause.js';
import { hold, same, status } from '../suite/finding.js';
import { once } from '../suite/check.js';

const HELD_IN = 'src/discovery/service-provider-config.ts';

export const config: Chapter = {
  title: 'What the server says it can do',
  tests: ['test/conformance/discovery.test.ts'],
  clauses: [
    {
      id: 'config-schema',
      rfc: 7644,
      section: '4',
      quote:
        'This endpoint SHALL return responses with a JSON object using a "schemas" attribute of "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig".',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ profile }) => {
        same(profile.config.schemas, ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'], 'schemas');
      }),
    },
    required('patch', 'A complex type that specifies PATCH configuration options. REQUIRED.', { supported: 'boolean' }),
    required(
      'bulk',
      'A complex type that specifies bulk configuration options. See Section 3.7 of [RFC7644]. REQUIRED.',
      {
        supported: 'boolean',
        maxOperations: 'integer',
        maxPayloadSize: 'integer',
      },
    ),
    required('filter', 'A complex type that specifies FILTER options. REQUIRED.', {
      supported: 'boolean',
      maxResults: 'integer',
    }),
    required(
      'changePassword',
      'A complex type that specifies configuration options related to changing a password. REQUIRED.',
      { supported: 'boolean' },
    ),
    required('sort', 'A complex type that specifies Sort configuration options. REQUIRED.', { supported: 'boolean' }),
    required('etag', 'A complex type that specifies ETag configuration options. REQUIRED.', { supported: 'boolean' }),
    {
      id: 'config-authentication-schemes',
      rfc: 7643,
      section: '5',
      quote: 'A multi-valued complex type that specifies supported authentication scheme properties.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ profile }) => {
        const schemes: any[] = profile.config.authenticationSchemes;
        hold(Array.isArray(schemes), `authenticationSchemes is ${JSON.stringify(schemes)}`);
        for (const scheme of schemes) {
          for (const name of ['name', 'description']) same(typeof scheme[name], 'string', `the type of ${name}`);
        }
      }),
    },
    {
      id: 'config-authentication-type',
      rfc: 7643,
      section: '5',
      quote:
        'This specification defines the values "oauth", "oauth2", "oauthbearertoken", "httpbasic", and "httpdigest". REQUIRED.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ profile }) => {
        for (const { type } of profile.config.authenticationSchemes ?? []) {
          const isDefined = ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest'].includes(type);
          hold(isDefined, `an authentication scheme has the type ${JSON.stringify(type)}`);
        }
      }),
    },
    {
      id: 'config-bulk-limits',
      rfc: 7644,
      section: '3.7.4',
      quote:
        'The service provider MUST define the maximum number of operations and maximum payload size a client may send in a single request.',
      severity: 'MUST',
      heldIn: HELD_IN,
      needs: ['bulk'],
      check: once(async ({ profile }) => {
        const { maxOperations, maxPayloadSize } = profile.config.bulk;
        hold(maxOperations > 0 && maxPayloadSize > 0, `the limits are ${maxOperations} and ${maxPayloadSize}`);
      }),
    },
    {
      id: 'config-filter-limit',
      rfc: 7643,
      section: '5',
      quote: 'An integer value specifying the maximum number of resources returned in a response. REQUIRED.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: once(async ({ http, profile, types }) => {
        const { maxResults } = profile.config.filter;
        for (const { endpoint } of types) {
          const reply = await http.request('GET', `${endpoint}?count=${Number(maxResults) + 1}&attributes=id`);
          status(reply, 200);
          const { length } = reply.body?.Resources ?? [];
          hold(length <= maxResults, `a page has ${length} resources, and maxResults is ${maxResults}`);
        }
      }),
    },
  ],
};

/** A clause for a feature that the configuration must have, with its sub-attributes. */
function required(name: string, quote: string, subAttributes: Readonly<Record<string, string>>): Clause {
  return {
    id: `config-${name}`,
    rfc: 7643,
    section: '5',
    quote,
    severity: 'MUST',
    heldIn: HELD_IN,
    check: once(async ({ profile }) => {
      for (const [sub, type] of Object.entries(subAttributes)) {
        const value: unknown = profile.config[name]?.[sub];
        const isRight = type === 'integer' ? Number.isInteger(value) : typeof value === type;
        hold(isRight, `${name}.${sub} is ${JSON.stringify(value)}, which is no ${type}`);
      }
    }),
  };
}
