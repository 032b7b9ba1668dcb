// Bulk: references between its operations by bulkId (RFC 7644 sections 3.7.1 and 3.7.2).
import type { Chapter } from '../suite/clause.js';
import { hold, need, same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import type { Place } from '../suite/place.js';
import { valuesAt } from '../suite/place.js';
import type { ResourceType } from '../suite/resource-type.js';
import { PATCH_OP } from '../suite/resource-type.js';
import { everyType } from '../suite/check.js';
import { codeOf, idOf, results } from './bulk-job.js';

export const bulkReferences: Chapter = {
  title: 'Bulk: references by bulkId',
  tests: ['test/conformance/bulk.test.ts', 'test/unit/bulk/order.test.ts'],
  clauses: [
    {
      id: 'bulk-id-replaced',
      rfc: 7644,
      section: '3.7.2',
      quote:
        'The service provider MUST replace the string "bulkId:qwerty" with the permanent resource id once created.',
      severity: 'MUST',
      heldIn: 'src/bulk/references.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const place = pick.link(type);
        const target = targetOf(type, place);
        const [created, owner] = await results(type.subject, [
          { method: 'POST', path: target.endpoint, bulkId: 'target', data: await target.sample() },
          { method: 'POST', path: type.endpoint, bulkId: 'owner', data: await leading(type, place, 'bulkId:target') },
        ]);
        same(await linksOf(type, place, owner), [idOf(created)], place.path);
      }),
    },
    {
      id: 'bulk-id-ahead',
      rfc: 7644,
      section: '3.7',
      quote:
        "When doing so, the service provider MUST ensure that the client's intent is preserved and the same stateful result is achieved as for non-optimized processing.",
      severity: 'MUST',
      heldIn: 'src/bulk/order.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const place = pick.link(type);
        const target = targetOf(type, place);
        const [owner, created] = await results(type.subject, [
          { method: 'POST', path: type.endpoint, bulkId: 'owner', data: await leading(type, place, 'bulkId:target') },
          { method: 'POST', path: target.endpoint, bulkId: 'target', data: await target.sample() },
        ]);
        same(await linksOf(type, place, owner), [idOf(created)], place.path);
      }),
    },
    {
      id: 'bulk-id-in-patch',
      rfc: 7644,
      section: '3.7.2',
      quote:
        'Extensions that include references to other resources MUST be handled in the same way by the service provider.',
      severity: 'MUST',
      heldIn: 'src/bulk/references.ts',
      needs: ['bulk', 'patch'],
      check: everyType(async (type) => {
        const place = pick.link(type);
        const target = targetOf(type, place);
        const owner = await type.create();
        const operation = { op: 'add', path: place.path, value: [{ value: 'bulkId:target' }] };
        const [created, patched] = await results(type.subject, [
          { method: 'POST', path: target.endpoint, bulkId: 'target', data: await target.sample() },
          { method: 'PATCH', path: type.at(owner), data: { schemas: [PATCH_OP], Operations: [operation] } },
        ]);
        hold(codeOf(patched).startsWith('2'), `the PATCH answered ${codeOf(patched)}`);
        same(
          valuesAt(await type.read(owner), place).map(({ value }) => value),
          [idOf(created)],
          place.path,
        );
      }),
    },
    {
      id: 'bulk-circular',
      rfc: 7644,
      section: '3.7.1',
      quote:
        'The service provider MUST try to resolve circular cross-references between resources in a single bulk job but MAY stop after a failed attempt and instead return HTTP status code 409 (Conflict).',
      severity: 'MUST',
      heldIn: 'src/bulk/order.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const place = pick.link(type);
        const { subAttributes } = place.attribute;
        const { referenceTypes = [] } = subAttributes.find(({ name }) => name === '$ref') ?? {};
        need(referenceTypes.includes(type.name), `can't refer to itself by ${place.path}`);
        const [a, b] = await results(type.subject, [
          { method: 'POST', path: type.endpoint, bulkId: 'a', data: await leading(type, place, 'bulkId:b', type) },
          { method: 'POST', path: type.endpoint, bulkId: 'b', data: await leading(type, place, 'bulkId:a', type) },
        ]);
        if ([a, b].some((each) => codeOf(each) === '409')) return;
        same(await linksOf(type, place, a), [idOf(b)], `${place.path} of the first`);
        same(await linksOf(type, place, b), [idOf(a)], `${place.path} of the second`);
      }),
    },
    {
      id: 'bulk-id-dangling',
      rfc: 7644,
      section: '3.7',
      quote:
        'When indicating a response with an HTTP status other than a 200-series response, the response body MUST be included.',
      severity: 'MUST',
      heldIn: 'src/bulk/outcome.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const place = pick.link(type);
        const data = await leading(type, place, 'bulkId:nobody');
        const [result] = await results(type.subject, [{ method: 'POST', path: type.endpoint, bulkId: 'a', data }]);
        hold(codeOf(result).startsWith('4'), `the status is ${codeOf(result)}`);
        hold(result?.response !== undefined, 'the error has no response');
      }),
    },
  ],
};

function targetOf(type: ResourceType, place: Place): ResourceType {
  const target = type.subject.targetOf(place.attribute);
  if (target === undefined) throw new Error(`${place.path} refers to nothing`);
  return target;
}

/** A resource that refers to another. */
function leading(type: ResourceType, place: Place, value: string, target = targetOf(type, place)) {
  const hasType = place.attribute.subAttributes.some(
    ({ name, mutability }) => name === 'type' && mutability !== 'readOnly',
  );
  return type.sample([place, [{ value, ...(hasType ? { type: target.name } : {}) }]]);
}

async function linksOf(type: ResourceType, place: Place, result: any): Promise<string[]> {
  same(codeOf(result), '201', 'the status of the operation');
  const reply = await type.get({ id: idOf(result) });
  status(reply, 200);
  return valuesAt(reply.body, place).map(({ value }) => value);
}
