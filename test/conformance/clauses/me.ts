// /Me, the alias of who asks (RFC 7644 section 3.11).
import type { Chapter } from '../suite/clause.js';
import { hold, need, same, status } from '../suite/finding.js';
import type { Subject } from '../suite/subject.js';
import { once } from '../suite/check.js';
import { ERROR } from './errors.js';

/** Of a token that stands for no resource: not supported, not there, or not for this one. */
const NOBODY = [501, 404, 403];

export const me: Chapter = {
  title: '/Me',
  tests: ['test/conformance/me.test.ts'],
  clauses: [
    {
      id: 'me-answers',
      rfc: 7644,
      section: '3.11',
      quote:
        'A client MAY use a URL of the form "<base-URI>/Me" as a URI alias for the User or other resource associated with the currently authenticated subject for any SCIM operation.',
      severity: 'MAY',
      heldIn: 'openapi/paths/_me.yaml',
      check: once(async (subject) => {
        const reply = await get(subject);
        status(reply, 200, 308, ...NOBODY);
        if (NOBODY.includes(reply.status)) same(reply.body?.schemas, [ERROR], 'schemas of the error');
      }),
    },
    {
      id: 'me-not-implemented',
      rfc: 7644,
      section: '3.11',
      quote:
        'A service provider that does NOT support this feature SHOULD respond with HTTP status code 501 (Not Implemented).',
      severity: 'SHOULD',
      heldIn: 'openapi/paths/_me.yaml',
      check: once(async (subject) => {
        const { status: code } = await get(subject);
        need(code === 501, `GET /Me answered ${code}: the feature is there, or not for this token`);
        status(await subject.http.request('PATCH', '/Me', { body: {} }), 501);
      }),
    },
    {
      id: 'me-redirects',
      rfc: 7644,
      section: '3.11',
      quote:
        'A service provider MAY choose to redirect the client using HTTP status code 308 (Permanent Redirect) to the resource associated with the authenticated subject.',
      severity: 'MAY',
      heldIn: 'openapi/paths/_me.yaml',
      check: once(async (subject) => {
        const { status: code, headers } = await get(subject);
        need(code === 308, `GET /Me answered ${code}`);
        status(await subject.http.request('GET', headers.get('location') ?? ''), 200);
      }),
    },
    {
      id: 'me-location',
      rfc: 7644,
      section: '3.11',
      quote:
        'In any response, the HTTP "Location" header MUST be the permanent location of the aliased resource associated with the authenticated subject.',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: once(async (subject) => {
        const reply = await get(subject);
        need(reply.status === 200, `GET /Me answered ${reply.status}: the token stands for no resource`);
        const location = reply.headers.get('location') ?? '';
        same(location, reply.body?.meta?.location, 'Location');
        hold(!location.endsWith('/Me'), `Location is ${location}`);
      }),
    },
  ],
};

function get({ http }: Subject) {
  return http.request('GET', '/Me');
}
