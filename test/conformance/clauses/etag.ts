// Versions of resources (RFC 7644 section 3.14).
import type { Chapter } from '../suite/clause.js';
import { hold, same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import { valueAt } from '../suite/place.js';
import { everyType } from '../suite/check.js';

export const etag: Chapter = {
  title: 'Versions of resources',
  tests: ['test/conformance/etag.test.ts', 'test/conformance/concurrency.test.ts'],
  clauses: [
    {
      id: 'etag-header',
      rfc: 7644,
      section: '3.14',
      quote: 'When supported, SCIM ETags MUST be specified as an HTTP header',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      needs: ['etag'],
      check: everyType(async (type) => {
        const created = await type.post(await type.sample());
        const replies = [created, await type.get(created.body), await type.put(created.body, created.body)];
        for (const { request, headers } of replies) {
          const tag = headers.get('etag') ?? '';
          hold(/^(W\/)?"[^"]*"$/.test(tag), `${request}: ETag is ${tag}`);
        }
      }),
    },
    {
      id: 'etag-in-meta',
      rfc: 7644,
      section: '3.14',
      quote: "SHOULD be specified within the 'version' attribute contained in the resource's 'meta' attribute.",
      severity: 'SHOULD',
      heldIn: 'src/representation/resource.ts',
      needs: ['etag'],
      check: everyType(async (type) => {
        const { meta } = await type.create();
        hold(typeof meta?.version === 'string', `meta.version is ${JSON.stringify(meta?.version)}`);
      }),
    },
    {
      id: 'etag-same-in-meta',
      rfc: 7643,
      section: '3.1',
      quote:
        'This value must be the same as the entity-tag (ETag) HTTP response header (see Sections 2.1 and 2.3 of [RFC7232]).',
      severity: 'MUST',
      heldIn: 'src/service/version.ts',
      needs: ['etag'],
      check: everyType(async (type) => {
        const reply = await type.get(await type.create());
        same(reply.body?.meta?.version, reply.headers.get('etag'), 'meta.version');
      }),
    },
    {
      id: 'etag-changes',
      rfc: 7644,
      section: '3.14',
      quote:
        "Service providers MAY support weak ETags as the preferred mechanism for performing conditional retrievals and ensuring that clients do not inadvertently overwrite each other's changes, respectively.",
      severity: 'MUST',
      heldIn: 'src/service/version.ts',
      needs: ['etag'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        const put = await type.put(created, await type.changed(created, [place, await type.value(place)]));
        status(put, 200);
        const [before, after] = [created, put.body].map(({ meta }) => String(meta?.version));
        hold(before !== after, `a change leaves the version ${before}`);
      }),
    },
    {
      id: 'etag-if-none-match',
      rfc: 7644,
      section: '3.14',
      quote:
        'With the returned ETag, clients MAY choose to retrieve the resource only if the resource has been modified.',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      needs: ['etag'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        const headers = { 'if-none-match': String(created['meta']?.version) };
        const same304 = await type.get(created, {}, { headers });
        status(same304, 304);
        same(same304.text, '', 'the body of a 304');
        status(await type.put(created, await type.changed(created, [place, await type.value(place)])), 200);
        status(await type.get(created, {}, { headers }), 200);
      }),
    },
    {
      id: 'etag-if-match',
      rfc: 7644,
      section: '3.14',
      quote:
        'If the service provider supports versioning of resources, the client MAY supply an If-Match header (Section 3.1 of [RFC7232]) for PUT and PATCH operations to ensure that the requested operation succeeds only if the supplied ETag matches the latest service provider resource,',
      severity: 'MUST',
      heldIn: 'src/service/version.ts',
      needs: ['etag'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        const headers = { 'if-match': String(created['meta']?.version) };
        const first = await type.changed(created, [place, await type.value(place)]);
        const second = await type.changed(created, [place, await type.value(place)]);
        status(await type.put(created, first, {}, { headers }), 200);
        status(await type.put(created, second, {}, { headers }), 412);
        if (type.subject.profile.features.has('patch')) {
          const operation = { op: 'replace', path: place.path, value: await type.value(place) };
          status(await type.patch(created, [operation], {}, { headers }), 412);
        }
        same(valueAt(await type.read(created), place), valueAt(first, place), place.path);
      }),
    },
    {
      id: 'etag-if-match-delete',
      rfc: 7644,
      section: '3.12',
      quote: 'Failed to update. Resource has changed on the server.',
      severity: 'SHOULD',
      heldIn: 'src/service/remove.ts',
      needs: ['etag'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        const headers = { 'if-match': String(created['meta']?.version) };
        status(await type.put(created, await type.changed(created, [place, await type.value(place)])), 200);
        status(await type.delete(created, { headers }), 412);
        status(await type.get(created), 200);
      }),
    },
  ],
};
