// When a token was last used, by clocks that the test moves, in a real database.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHolders } from '../../src/auth/holders.js';
import type { Acts } from '../../src/control/kinds.js';
import { createTokenStore } from '../../src/storage/mongo/token-store.js';
import { controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

const NOON = Date.parse('2026-11-27T12:00:00Z');
const HOUR = 3_600_000;

let server: TestServer;
let control: Acts;
beforeAll(async () => {
  server = await startServer();
  control = await controlOf(server);
});
afterAll(() => server.close());

/** A process with a clock of its own, which notes uses of one token. */
async function oneToken() {
  const { info } = await control.tokens.create({ name: 'used', tenant: 'default' });
  const store = createTokenStore(server.db);
  return {
    worker() {
      let now = NOON;
      const holders = createHolders({ store, clock: () => new Date(now) });
      return async (at: number) => {
        now = at;
        holders.note(info.id);
        await holders.flush();
      };
    },
    lastUsed: async () => (await store.find(info.id))?.lastUsed?.getTime(),
  };
}

test('of several processes the latest use stays, whoever writes it down first', async () => {
  const { worker, lastUsed } = await oneToken();
  const [one, another] = [worker(), worker()];
  await one(NOON);
  expect(await lastUsed()).toBe(NOON);
  await another(NOON + 90_000);
  await one(NOON + 60_000);
  expect(await lastUsed()).toBe(NOON + 90_000);
});

test('it is written down once a minute', async () => {
  const { worker, lastUsed } = await oneToken();
  const use = worker();
  await use(NOON);
  await use(NOON + 59_999);
  expect(await lastUsed()).toBe(NOON);
  await use(NOON + 60_000);
  expect(await lastUsed()).toBe(NOON + 60_000);
});

test('after a clock that was ahead the time of the last use moves again', async () => {
  const { worker, lastUsed } = await oneToken();
  const [one, another] = [worker(), worker()];
  await one(NOON + 24 * HOUR);
  expect(await lastUsed()).toBe(NOON + 24 * HOUR);
  // The same process, whose clock was set right, and one whose clock always was.
  await one(NOON);
  expect(await lastUsed()).toBe(NOON);
  await another(NOON + HOUR);
  expect(await lastUsed()).toBe(NOON + HOUR);
});

test('what could not be written is written the next time, unless there is a later use by then', async () => {
  const { info } = await control.tokens.create({ name: 'kept', tenant: 'default' });
  const { info: idle } = await control.tokens.create({ name: 'used once', tenant: 'default' });
  const store = createTokenStore(server.db);
  let now = NOON;
  const holders = createHolders({ store, clock: () => new Date(now) });
  const refuse = (validator: object) => server.db.command({ collMod: 'tokens', validator });
  await refuse({ lastUsed: { $exists: false } });
  holders.note(info.id);
  holders.note(idle.id);
  await expect(holders.flush()).rejects.toThrow('failed validation');
  now = NOON + 60_000;
  holders.note(info.id);
  await expect(holders.flush()).rejects.toThrow('failed validation');
  await refuse({});
  await holders.flush();
  const lastUsed = async (id: string) => (await store.find(id))?.lastUsed?.getTime();
  expect([await lastUsed(info.id), await lastUsed(idle.id)]).toEqual([NOON + 60_000, NOON]);
});
