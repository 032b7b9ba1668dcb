// What the server knows of a resource itself: meta (RFC 7643 section 3.1).
import type { Chapter } from '../suite/clause.js';
import { hold, need, same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import { everyType } from '../suite/check.js';

export const meta: Chapter = {
  title: 'meta',
  tests: ['test/conformance/users.test.ts', 'test/unit/representation/resource.test.ts'],
  clauses: [
    {
      id: 'assigned-by-the-server',
      rfc: 7643,
      section: '3.1',
      quote:
        'When accepted by a service provider (e.g., after a SCIM create), the attributes "id" and "meta" (and its associated sub-attributes) MUST be assigned values by the service provider.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const { meta } = await type.create();
        for (const name of ['resourceType', 'created', 'lastModified', 'location']) {
          hold(
            typeof meta?.[name] === 'string' && meta[name] !== '',
            `meta.${name} is ${JSON.stringify(meta?.[name])}`,
          );
        }
      }),
    },
    {
      id: 'meta-ignored',
      rfc: 7643,
      section: '3.1',
      quote: 'This attribute SHALL be ignored when provided by clients.',
      severity: 'MUST',
      heldIn: 'src/schema/canonicalise.ts',
      check: everyType(async (type) => {
        const meta = { resourceType: 'Nothing', created: '1999-01-01T00:00:00Z', location: 'https://example.com/x' };
        const created = await type.createOf({ ...(await type.sample()), meta });
        const put = await type.put(created, { ...created, meta });
        status(put, 200);
        for (const name of ['resourceType', 'created', 'location']) {
          same(put.body?.meta?.[name], created['meta']?.[name], `meta.${name}`);
          hold(created['meta']?.[name] !== meta[name as keyof typeof meta], `meta.${name} was taken from the client`);
        }
      }),
    },
    {
      id: 'meta-created',
      rfc: 7643,
      section: '3.1',
      quote: 'This attribute MUST be a DateTime.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const { meta } = await type.create();
        hold(DATE_TIME.test(meta?.created), `meta.created is ${JSON.stringify(meta?.created)}`);
        hold(DATE_TIME.test(meta?.lastModified), `meta.lastModified is ${JSON.stringify(meta?.lastModified)}`);
      }),
    },
    {
      id: 'meta-never-modified',
      rfc: 7643,
      section: '3.1',
      quote:
        'If this resource has never been modified since its initial creation, the value MUST be the same as the value of "created".',
      severity: 'MUST',
      heldIn: 'src/service/create.ts',
      check: everyType(async (type) => {
        const { meta } = await type.read(await type.create());
        same(meta?.lastModified, meta?.created, 'meta.lastModified');
      }),
    },
    {
      id: 'meta-last-modified',
      rfc: 7643,
      section: '3.1',
      quote: 'The most recent DateTime that the details of this resource were updated at the service provider.',
      severity: 'MUST',
      heldIn: 'src/service/change.ts',
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        // Some servers keep whole seconds.
        await new Promise((resolve) => setTimeout(resolve, hasFractions(created) ? 5 : 1_100));
        const put = await type.put(created, await type.changed(created, [place, await type.value(place)]));
        status(put, 200);
        const [before, after] = [created, put.body].map(({ meta }) => Date.parse(meta?.lastModified));
        hold((after ?? 0) > (before ?? 0), `meta.lastModified stays ${created['meta']?.lastModified} after a change`);
      }),
    },
    {
      id: 'meta-content-location',
      rfc: 7643,
      section: '3.1',
      quote:
        'This value MUST be the same as the "Content-Location" HTTP response header (see Section 3.1.4.2 of [RFC7231]).',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: everyType(async (type) => {
        const reply = await type.get(await type.create());
        const location = reply.headers.get('content-location');
        need(location !== null, 'is answered without Content-Location');
        same(location, reply.body?.meta?.location, 'Content-Location');
      }),
    },
  ],
};

/** xsd:dateTime. */
export const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

function hasFractions({ meta }: { meta?: { created?: string } }): boolean {
  return meta?.created?.includes('.') === true;
}
