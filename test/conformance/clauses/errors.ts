// Errors (RFC 7644 section 3.12).
import type { Chapter } from '../suite/clause.js';
import { error, hold, same, status } from '../suite/finding.js';
import type { Reply } from '../suite/http.js';
import { pick } from '../suite/pick.js';
import { without } from '../suite/place.js';
import type { Subject } from '../suite/subject.js';
import { everyType, once } from '../suite/check.js';
import { freshText } from '../suite/values.js';

export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

export const errors: Chapter = {
  title: 'Errors',
  tests: ['test/conformance/errors.test.ts', 'test/conformance/bad-input.test.ts'],
  clauses: [
    {
      id: 'error-body',
      rfc: 7644,
      section: '3.12',
      quote:
        'In addition to returning an HTTP response code, implementers MUST return the errors in the body of the response in a JSON format, using the attributes described below.',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: once(async (subject) => {
        for (const reply of await someErrors(subject)) {
          hold(
            typeof reply.body === 'object',
            `${reply.request} answered ${reply.status} with ${reply.text || 'nothing'}`,
          );
        }
      }),
    },
    {
      id: 'error-schema',
      rfc: 7644,
      section: '3.12',
      quote:
        'Error responses are identified using the following "schema" URI: "urn:ietf:params:scim:api:messages:2.0:Error".',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: once(async (subject) => {
        for (const { request, body } of await someErrors(subject))
          same(body?.schemas, [ERROR], `schemas of ${request}`);
      }),
    },
    {
      id: 'error-status',
      rfc: 7644,
      section: '3.12',
      quote: 'The HTTP status code (see Section 6 of [RFC7231]) expressed as a JSON string. REQUIRED.',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: once(async (subject) => {
        for (const reply of await someErrors(subject)) {
          same(reply.body?.status, String(reply.status), `status of ${reply.request}`);
        }
      }),
    },
    {
      id: 'error-message-namespace',
      rfc: 7644,
      section: '3.1',
      quote:
        'As with a SCIM resource, a SCIM message is a JSON object [RFC7159] that contains a "schemas" attribute with a URI whose namespace prefix MUST begin with "urn:ietf:params:scim:api:".',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: once(async (subject) => {
        const lists = await Promise.all(subject.types.map((type) => type.list({ count: 1 })));
        for (const { request, body } of [...lists, ...(await someErrors(subject))]) {
          const [urn = ''] = body?.schemas ?? [];
          hold(urn.startsWith('urn:ietf:params:scim:api:'), `${request}: schemas names ${urn}`);
        }
      }),
    },
    {
      id: 'error-status-code',
      rfc: 7644,
      section: '3.2',
      quote:
        'Error status codes SHOULD be transmitted via the HTTP status code of the response (if possible) and SHOULD also be specified in the body of the response (see Section 3.12).',
      severity: 'SHOULD',
      heldIn: 'src/http/reply.ts',
      check: once(async (subject) => {
        for (const reply of await someErrors(subject)) {
          hold(reply.status >= 400, `${reply.request} answered ${reply.status}`);
          hold(reply.body?.status !== undefined, `${reply.request}: the body has no status`);
        }
      }),
    },
    {
      id: 'error-400',
      rfc: 7644,
      section: '3.12',
      quote: 'Request is unparsable, syntactically incorrect, or violates schema.',
      severity: 'SHOULD',
      heldIn: 'src/http/body.ts',
      check: everyType(async (type) => {
        status(await type.post('{"schemas": ['), 400);
        status(await type.post('[]'), 400);
      }),
    },
    {
      id: 'error-401',
      rfc: 7644,
      section: '3.12',
      quote: 'Authorization failure. The authorization header is invalid or missing.',
      severity: 'SHOULD',
      heldIn: 'src/http/backend.ts',
      check: everyType(async (type) => {
        status(await type.list({}, { headers: { authorization: '' } }), 401);
        status(await type.list({}, { headers: { authorization: `Bearer ${freshText()}` } }), 401);
      }),
    },
    {
      id: 'error-404',
      rfc: 7644,
      section: '3.12',
      quote: 'Specified resource (e.g., User) or endpoint does not exist.',
      severity: 'SHOULD',
      heldIn: 'src/service/read.ts',
      check: everyType(async (type) => {
        status(await type.get({ id: freshText() }), 404);
        status(await type.subject.http.request('GET', `/${freshText()}`), 404);
      }),
    },
    {
      id: 'error-409',
      rfc: 7644,
      section: '3.12',
      quote: 'One or more of the attribute values are already in use or are reserved.',
      severity: 'SHOULD',
      heldIn: 'src/storage/mongo/resource-store.ts',
      check: everyType(async (type) => {
        const place = pick.unique(type);
        const value: unknown = await type.value(place);
        await type.create([place, value]);
        const other = await type.create();
        error(await type.put(other, await type.changed(other, [place, value])), 409, 'uniqueness');
        if (!type.subject.profile.features.has('patch')) return;
        error(await type.patch(other, [{ op: 'replace', path: place.path, value }]), 409, 'uniqueness');
      }),
    },
    {
      id: 'error-invalid-value-missing',
      rfc: 7644,
      section: '3.12',
      quote:
        'A required value was missing, or the value specified was not compatible with the operation or attribute type (see Section 2.2 of [RFC7643]), or resource schema (see Section 4 of [RFC7643]).',
      severity: 'SHOULD',
      heldIn: 'src/schema/validator.ts',
      check: everyType(async (type) => {
        const place = pick.required(type);
        error(await type.post(without(await type.sample(), place)), 400, 'invalidValue');
      }),
    },
    {
      id: 'error-invalid-syntax',
      rfc: 7644,
      section: '3.12',
      quote: 'The request body message structure was invalid or did not conform to the request schema.',
      severity: 'SHOULD',
      heldIn: 'src/http/body.ts',
      check: everyType(async (type) => {
        error(await type.post('{"schemas": ['), 400, 'invalidSyntax');
      }),
    },
  ],
};

/** Errors of several kinds, on several ways. */
async function someErrors(subject: Subject): Promise<Reply[]> {
  const replies: Reply[] = [await subject.http.request('GET', `/${freshText()}`)];
  for (const type of subject.types) {
    replies.push(
      await type.get({ id: freshText() }),
      await type.post('{'),
      await type.post({ schemas: ['urn:none'] }),
      await type.list({}, { headers: { authorization: '' } }),
      await type.delete({ id: freshText() }),
    );
  }
  return replies;
}
