// HTTP, media types and who asks (RFC 7644 sections 2, 3.8 and 3.13).
import type { Chapter } from '../suite/clause.js';
import { hold, need, same, status } from '../suite/finding.js';
import { SCIM_JSON } from '../suite/http.js';
import { pick } from '../suite/pick.js';
import { valueAt } from '../suite/place.js';
import { everyType, once } from '../suite/check.js';
import { freshText } from '../suite/values.js';

export const http: Chapter = {
  title: 'HTTP, media types and who asks',
  tests: ['test/conformance/http.test.ts', 'test/conformance/public.test.ts'],
  clauses: [
    {
      id: 'http-www-authenticate',
      rfc: 7644,
      section: '2',
      quote:
        'As per Section 4.1 of [RFC7235], a SCIM service provider SHALL indicate supported HTTP authentication schemes via the "WWW-Authenticate" header.',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: everyType(async (type) => {
        const reply = await type.list({}, { headers: { authorization: '' } });
        need(reply.status === 401, 'may be read by anyone');
        hold(reply.headers.get('www-authenticate') !== null, 'a 401 has no WWW-Authenticate');
      }),
    },
    {
      id: 'http-utf-8',
      rfc: 7644,
      section: '3.8',
      quote:
        'Servers MUST accept requests and be able to return JSON-structured responses using UTF-8 encoding [RFC3629].',
      severity: 'MUST',
      heldIn: 'src/http/body.ts',
      check: everyType(async (type) => {
        const place = pick.optionalText(type);
        const value = `${freshText()} é ß 漢字 😀`;
        const created = await type.create([place, value]);
        same(valueAt(await type.read(created), place), value, place.path);
      }),
    },
    {
      id: 'http-accept-scim-json',
      rfc: 7644,
      section: '3.8',
      quote: 'Service providers MUST support the "Accept" header "Accept: application/scim+json"',
      severity: 'MUST',
      heldIn: 'src/http/accept.ts',
      check: everyType(async (type) => {
        const reply = await type.get(await type.create(), {}, { headers: { accept: SCIM_JSON } });
        status(reply, 200);
        hold(mediaType(reply.headers) === SCIM_JSON, `the answer is ${reply.headers.get('content-type')}`);
      }),
    },
    {
      id: 'http-accept-json',
      rfc: 7644,
      section: '3.8',
      quote:
        'SHOULD support the header "Accept: application/json", both of which specify JSON documents conforming to [RFC7159].',
      severity: 'SHOULD',
      heldIn: 'src/http/accept.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        const reply = await type.get(created, {}, { headers: { accept: 'application/json' } });
        status(reply, 200);
        same(reply.body?.id, created['id'], 'id');
      }),
    },
    {
      id: 'http-default-format',
      rfc: 7644,
      section: '3.8',
      quote: 'The format defaults to "application/scim+json" if no format is specified.',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: everyType(async (type) => {
        const reply = await type.get(await type.create(), {}, { headers: { accept: '*/*' } });
        status(reply, 200);
        hold(mediaType(reply.headers) === SCIM_JSON, `the answer is ${reply.headers.get('content-type')}`);
      }),
    },
    {
      id: 'http-media-type',
      rfc: 7644,
      section: '8.1',
      quote: 'Applications intending to use the SCIM protocol SHOULD use the "application/scim+json" media type.',
      severity: 'SHOULD',
      heldIn: 'src/http/reply.ts',
      check: everyType(async (type) => {
        const replies = [await type.list({ count: 1 }), await type.get({ id: freshText() })];
        for (const { request, headers } of replies) {
          hold(mediaType(headers) === SCIM_JSON, `${request} is answered as ${headers.get('content-type')}`);
        }
      }),
    },
    {
      id: 'http-takes-json',
      rfc: 7644,
      section: '8.1',
      quote: 'For most client types, it is sufficient to recognize the content as equivalent to "application/json".',
      severity: 'SHOULD',
      heldIn: 'src/http/body.ts',
      check: everyType(async (type) => {
        const headers = { 'content-type': 'application/json' };
        status(await type.post(await type.sample(), {}, { headers }), 201);
      }),
    },
    {
      id: 'http-version-in-path',
      rfc: 7644,
      section: '3.13',
      quote:
        'When specified, service providers MUST perform the operation using the desired version or reject the request.',
      severity: 'MUST',
      heldIn: 'src/http/app.ts',
      check: everyType(async ({ subject, endpoint }) => {
        need(/\/v\d+$/.test(subject.http.base), 'has no version in its base URL');
        const { request, status: code } = await subject.http.request(
          'GET',
          `${subject.http.base.replace(/\d+$/, '99')}${endpoint}`,
        );
        hold(code >= 400 && code < 500, `${request} answered ${code}`);
      }),
    },
    {
      id: 'http-attributes-in-any-order',
      rfc: 7643,
      section: '2.3.8',
      quote:
        'Servers and clients MUST NOT require or expect attributes to be in any specific order when an object is either generated or analyzed.',
      severity: 'MUST',
      heldIn: 'src/http/body.ts',
      check: everyType(async (type) => {
        const place = pick.text(type);
        const body = await type.sample([place, await type.value(place)]);
        status(await type.post(Object.fromEntries(Object.entries(body).reverse())), 201);
      }),
    },
    {
      id: 'http-public-authentication-schemes',
      rfc: 7643,
      section: '5',
      quote:
        'To enable seamless discovery of configurations, the service provider SHOULD, with the appropriate security considerations, make the authenticationSchemes attribute publicly accessible without prior authentication.',
      severity: 'SHOULD',
      heldIn: 'openapi/paths/ServiceProviderConfig.yaml',
      check: once(async (subject) => {
        const reply = await subject.http.request('GET', '/ServiceProviderConfig', { headers: { authorization: '' } });
        status(reply, 200);
        hold(Array.isArray(reply.body?.authenticationSchemes), 'authenticationSchemes is missing');
      }),
    },
  ],
};

function mediaType(headers: Headers): string {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
