// The log of what is administered, where a store refuses a change that was written down.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createLedger } from '../../src/control/ledger.js';
import { localOrigin } from '../../src/control/origin.js';
import { ScimError } from '../../src/errors/scim-error.js';
import { typeNamed } from '../../src/service/context.js';
import { createAuditStore } from '../../src/storage/mongo/audit-store.js';
import { controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test.each([
  ['uniqueness', { status: 409, scimType: 'uniqueness' }],
  ['conflict', { status: 409 }],
] as const)('a change that is refused as %s is a failure, with what the error says', async (key, told) => {
  const { model } = await controlOf(server);
  const type = typeNamed(model, 'AdminEvent');
  const audit = createAuditStore(server.db, type, { tenant: 'default', observe: () => undefined });
  const clock = () => new Date();
  const ledger = createLedger({ audit, model, clock, newId: () => uuidv7() }, localOrigin('cli', 'test'));
  const after = { id: `refused-${key}`, created: clock(), name: 'refused' };
  const refuse = () => Promise.reject(new ScimError(key, 'there is one already'));
  await expect(ledger.keep({ type: 'Token', tenant: 'default', after }, refuse)).rejects.toThrow('one already');
  await audit.close();
  const event = await server.db.collection('adminAudit').findOne({ 's.target.id': after.id });
  expect(event?.['r'].outcome).toEqual({ result: 'failure', ...told });
});
