// DELETE: a resource that is gone (RFC 7644 section 3.6).
import type { Chapter } from '../suite/clause.js';
import { same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import { everyType } from '../suite/check.js';

export const remove: Chapter = {
  title: 'Deleting resources',
  tests: ['test/conformance/users.test.ts', 'test/conformance/groups.test.ts'],
  clauses: [
    {
      id: 'delete-204',
      rfc: 7644,
      section: '3.6',
      quote:
        'In response to a successful DELETE, the server SHALL return a successful HTTP status code 204 (No Content).',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      check: everyType(async (type) => {
        const reply = await type.delete(await type.create());
        status(reply, 204);
        same(reply.text, '', 'the body of a 204');
      }),
    },
    {
      id: 'delete-404',
      rfc: 7644,
      section: '3.6',
      quote:
        'Service providers MAY choose not to permanently delete the resource but MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource.',
      severity: 'MUST',
      heldIn: 'src/service/read.ts',
      check: everyType(async (type) => {
        const place = pick.text(type);
        const gone = await type.create();
        status(await type.delete(gone), 204);
        status(await type.get(gone), 404);
        status(await type.put(gone, gone), 404);
        if (type.subject.profile.features.has('patch')) {
          status(await type.patch(gone, [{ op: 'replace', path: place.path, value: await type.value(place) }]), 404);
        }
        status(await type.delete(gone), 404);
      }),
    },
    {
      id: 'delete-omitted',
      rfc: 7644,
      section: '3.6',
      quote: 'Service providers MUST omit the resource from future query results.',
      severity: 'MUST',
      heldIn: 'src/service/remove.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const gone = await type.create();
        status(await type.delete(gone), 204);
        same(await type.listed({ filter: `id eq "${String(gone['id'])}"` }), [], 'the list of what was deleted');
      }),
    },
    {
      id: 'delete-no-conflict',
      rfc: 7644,
      section: '3.6',
      quote: 'In addition, the service provider SHOULD NOT consider the deleted resource in conflict calculation.',
      severity: 'SHOULD',
      heldIn: 'src/service/remove.ts',
      check: everyType(async (type) => {
        const place = pick.unique(type);
        const value: unknown = await type.value(place);
        status(await type.delete(await type.create([place, value])), 204);
        status(await type.post(await type.sample([place, value])), 201);
      }),
    },
  ],
};
