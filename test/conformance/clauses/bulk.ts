// Bulk: jobs, results, errors and limits (RFC 7644 section 3.7).
import type { Chapter } from '../suite/clause.js';
import { hold, same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import { valueAt } from '../suite/place.js';
import { PATCH_OP } from '../suite/resource-type.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';
import { BULK_RESPONSE, codeOf, idOf, results, send } from './bulk-job.js';

export const bulk: Chapter = {
  title: 'Bulk',
  tests: ['test/conformance/bulk.test.ts', 'test/unit/bulk/order.test.ts'],
  clauses: [
    {
      id: 'bulk-response',
      rfc: 7644,
      section: '3.7',
      quote:
        'Bulk responses are identified using the following URI: "urn:ietf:params:scim:api:messages:2.0:BulkResponse".',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const reply = await send(type.subject, [
          { method: 'POST', path: type.endpoint, bulkId: 'a', data: await type.sample() },
        ]);
        same(reply.body?.schemas, [BULK_RESPONSE], 'schemas');
      }),
    },
    {
      id: 'bulk-200',
      rfc: 7644,
      section: '3.7',
      quote:
        'If a bulk job is processed successfully, HTTP response code 200 OK MUST be returned; otherwise, an appropriate HTTP error code MUST be returned.',
      severity: 'MUST',
      heldIn: 'src/bulk/process.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const operation = { method: 'POST', path: type.endpoint, bulkId: 'a', data: await type.sample() };
        const [result] = await results(type.subject, [operation]);
        same(codeOf(result), '201', 'the status of the operation');
        status(await type.subject.http.request('POST', '/Bulk', { body: '{' }), 400);
      }),
    },
    {
      id: 'bulk-methods',
      rfc: 7644,
      section: '3.7',
      quote: 'Possible values are "POST", "PUT", "PATCH", or "DELETE". REQUIRED.',
      severity: 'MUST',
      heldIn: 'src/bulk/perform.ts',
      needs: ['bulk', 'patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const [put, patched, deleted] = [await type.create(), await type.create(), await type.create()];
        const value: unknown = await type.value(place);
        const data = { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: place.path, value }] };
        const putData = await type.changed(put, [place, await type.value(place)]);
        const done = await results(type.subject, [
          { method: 'POST', path: type.endpoint, bulkId: 'a', data: await type.sample() },
          { method: 'PUT', path: type.at(put), data: putData },
          { method: 'PATCH', path: type.at(patched), data },
          { method: 'DELETE', path: type.at(deleted) },
        ]);
        same(
          done.map(({ method }) => method),
          ['POST', 'PUT', 'PATCH', 'DELETE'],
          'the methods of the results',
        );
        const [created, replaced, changed, removed] = done.map(codeOf);
        same([created, replaced, removed], ['201', '200', '204'], 'the statuses of POST, PUT and DELETE');
        hold(changed === '200' || changed === '204', `the status of PATCH is ${changed}`);
        same(valueAt(await type.read(put), place), valueAt(putData, place), `${place.path} after the PUT`);
        same(valueAt(await type.read(patched), place), value, `${place.path} after the PATCH`);
        status(await type.get(deleted), 404);
      }),
    },
    {
      id: 'bulk-id-returned',
      rfc: 7644,
      section: '3.7',
      quote: 'The service provider MUST return the same "bulkId" together with the newly created resource.',
      severity: 'MUST',
      heldIn: 'src/bulk/outcome.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const bulkId = freshText();
        const operation = { method: 'POST', path: type.endpoint, bulkId, data: await type.sample() };
        const [result] = await results(type.subject, [operation]);
        same(result?.bulkId, bulkId, 'bulkId');
        status(await type.get({ id: idOf(result) }), 200);
      }),
    },
    {
      id: 'bulk-every-result',
      rfc: 7644,
      section: '3.7.3',
      quote: 'The service provider response MUST include the result of all processed operations.',
      severity: 'MUST',
      heldIn: 'src/bulk/process.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const ids = ['a', 'b', 'c'];
        const operations = await Promise.all(
          ids.map(async (bulkId) => ({ method: 'POST', path: type.endpoint, bulkId, data: await type.sample() })),
        );
        same(
          (await results(type.subject, operations)).map(({ bulkId }) => bulkId),
          ids,
          'the bulkIds of the results',
        );
      }),
    },
    {
      id: 'bulk-location',
      rfc: 7644,
      section: '3.7.3',
      quote:
        'A "location" attribute that includes the resource\'s endpoint MUST be returned for all operations except for failed POST operations (which have no location).',
      severity: 'MUST',
      heldIn: 'src/bulk/outcome.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const old = await type.create();
        const [created, put, failed] = await results(type.subject, [
          { method: 'POST', path: type.endpoint, bulkId: 'a', data: await type.sample() },
          { method: 'PUT', path: type.at(old), data: old },
          { method: 'POST', path: type.endpoint, bulkId: 'b', data: { schemas: ['urn:none'] } },
        ]);
        for (const result of [created, put]) {
          hold(String(result?.location).includes(`${type.endpoint}/`), `location is ${result?.location}`);
        }
        same(failed?.location, undefined, 'the location of a POST that failed');
      }),
    },
    {
      id: 'bulk-version',
      rfc: 7644,
      section: '3.7',
      quote:
        'Version MAY be used if the service provider supports entity-tags (ETags) (Section 2.3 of [RFC7232]) and "method" is "PUT", "PATCH", or "DELETE".',
      severity: 'MAY',
      heldIn: 'src/bulk/perform.ts',
      needs: ['bulk', 'etag'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const old = await type.create();
        const put = await type.put(old, await type.changed(old, [place, await type.value(place)]));
        status(put, 200);
        const operation = { method: 'DELETE', path: type.at(old) };
        const [stale] = await results(type.subject, [{ ...operation, version: old['meta']?.version }]);
        same(codeOf(stale), '412', 'the status with an old version');
        const [current] = await results(type.subject, [{ ...operation, version: put.body?.meta?.version }]);
        same(codeOf(current), '204', 'the status with the current version');
      }),
    },
  ],
};
