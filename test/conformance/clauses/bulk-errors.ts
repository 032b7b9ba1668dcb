// Bulk: what fails, and the limits (RFC 7644 section 3.7).
import type { Chapter } from '../suite/clause.js';
import { hold, need, same, status } from '../suite/finding.js';
import { everyType, once } from '../suite/check.js';
import { freshText } from '../suite/values.js';
import { codeOf, results, send } from './bulk-job.js';
import { ERROR } from './errors.js';

export const bulkErrors: Chapter = {
  title: 'Bulk: errors and limits',
  tests: ['test/conformance/bulk.test.ts', 'test/unit/bulk/order.test.ts'],
  clauses: [
    {
      id: 'bulk-status',
      rfc: 7644,
      section: '3.7.3',
      quote:
        'The status attribute MUST include the code attribute that holds the HTTP response code that would have been returned if a single HTTP request would have been used.',
      severity: 'MUST',
      heldIn: 'src/bulk/outcome.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const done = await results(type.subject, [
          { method: 'DELETE', path: `${type.endpoint}/${freshText()}` },
          { method: 'POST', path: type.endpoint, bulkId: 'a', data: { schemas: ['urn:none'] } },
          { method: 'POST', path: type.endpoint, bulkId: 'b', data: await type.sample() },
        ]);
        same(done.map(codeOf), ['404', '400', '201'], 'the statuses');
      }),
    },
    {
      id: 'bulk-error-body',
      rfc: 7644,
      section: '3.7',
      quote:
        'When indicating an error, the "response" attribute MUST contain the detail error response as per Section 3.12.',
      severity: 'MUST',
      heldIn: 'src/bulk/outcome.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const [result] = await results(type.subject, [{ method: 'DELETE', path: `${type.endpoint}/${freshText()}` }]);
        same([result?.response?.schemas, result?.response?.status], [[ERROR], '404'], 'the response of an error');
      }),
    },
    {
      id: 'bulk-error-explained',
      rfc: 7644,
      section: '3.7.3',
      quote:
        'If an error occurred, the status MUST also include the description attribute containing a human-readable explanation of the error.',
      severity: 'MUST',
      heldIn: 'src/bulk/outcome.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const [result] = await results(type.subject, [{ method: 'DELETE', path: `${type.endpoint}/${freshText()}` }]);
        // The figures of the same section have a plain status, and the explanation in the response.
        const explanation: unknown = result?.status?.description ?? result?.response?.detail;
        hold(typeof explanation === 'string' && explanation !== '', `the error is ${JSON.stringify(result)}`);
      }),
    },
    ...requiredOf([
      ['method', 'Possible values are "POST", "PUT", "PATCH", or "DELETE". REQUIRED.'],
      ['bulkId', 'REQUIRED when "method" is "POST".'],
      ['path', 'REQUIRED in a request.'],
      ['data', 'REQUIRED in a request when "method" is "POST", "PUT", or "PATCH".'],
    ]),
    {
      id: 'bulk-goes-on',
      rfc: 7644,
      section: '3.7',
      quote:
        'The service provider MUST continue performing as many changes as possible and disregard partial failures.',
      severity: 'MUST',
      heldIn: 'src/bulk/process.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const [failed, created] = await results(type.subject, [
          { method: 'DELETE', path: `${type.endpoint}/${freshText()}` },
          { method: 'POST', path: type.endpoint, bulkId: 'a', data: await type.sample() },
        ]);
        same([codeOf(failed), codeOf(created)], ['404', '201'], 'the statuses');
      }),
    },
    {
      id: 'bulk-fail-on-errors',
      rfc: 7644,
      section: '3.7',
      quote:
        'The "failOnErrors" attribute defines the number of errors that the service provider should accept before failing the remaining operations returning the response.',
      severity: 'MUST',
      heldIn: 'src/bulk/process.ts',
      needs: ['bulk'],
      check: everyType(async (type) => {
        const old = await type.create();
        const nothing = { method: 'DELETE', path: `${type.endpoint}/${freshText()}` };
        const operations = [nothing, { method: 'DELETE', path: type.at(old) }];
        const done = await results(type.subject, operations, { failOnErrors: 1 });
        same(codeOf(done[0]), '404', 'the status of the operation that fails');
        status(await type.get(old), 200);
        same(
          done.slice(1).filter((each) => codeOf(each).startsWith('2')),
          [],
          'what was done after it',
        );
      }),
    },
    {
      id: 'bulk-max-operations',
      rfc: 7644,
      section: '3.7.4',
      quote:
        'If either limit is exceeded, the service provider MUST return HTTP response code 413 (Payload Too Large).',
      severity: 'MUST',
      heldIn: 'src/bulk/process.ts',
      needs: ['bulk'],
      check: once(async (subject) => {
        const { maxOperations, maxPayloadSize } = subject.profile.config.bulk;
        const [type] = subject.types;
        const operation = { method: 'DELETE', path: `${type?.endpoint ?? ''}/none` };
        const operations = Array.from({ length: Number(maxOperations) + 1 }, () => operation);
        need(JSON.stringify(operations).length < maxPayloadSize, 'one operation too many would be too large as well');
        status(await send(subject, operations), 413);
      }),
    },
    {
      id: 'bulk-limit-named',
      rfc: 7644,
      section: '3.7.4',
      quote: 'The returned response MUST specify the limit exceeded in the body of the error response.',
      severity: 'MUST',
      heldIn: 'src/http/body.ts',
      needs: ['bulk'],
      check: once(async (subject) => {
        const { maxPayloadSize } = subject.profile.config.bulk;
        const reply = await send(subject, [{ method: 'POST', path: '/', data: { x: 'x'.repeat(maxPayloadSize) } }]);
        status(reply, 413);
        hold(reply.text.includes(String(maxPayloadSize)), `the error does not say ${maxPayloadSize}: ${reply.text}`);
      }),
    },
  ],
};

/** A POST without a member that it needs is refused: the job, or the operation. */
function requiredOf(members: readonly (readonly [name: string, quote: string])[]): Chapter['clauses'] {
  return members.map(([name, quote]) => ({
    id: `bulk-${name}-required`.replace('bulk-bulkId', 'bulk-id'),
    rfc: 7644,
    section: '3.7',
    quote,
    severity: 'MUST',
    heldIn: 'src/bulk/operation.ts',
    needs: ['bulk'],
    check: everyType(async (type) => {
      const whole = { method: 'POST', path: type.endpoint, bulkId: 'a', data: await type.sample() };
      const { [name as keyof typeof whole]: _left, ...operation } = whole;
      const reply = await send(type.subject, [operation]);
      const code = reply.status === 200 ? codeOf(reply.body?.Operations?.[0]) : String(reply.status);
      hold(code.startsWith('4'), `an operation without ${name} is answered ${code}`);
    }),
  }));
}
