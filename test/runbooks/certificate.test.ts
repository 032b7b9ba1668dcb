// The run book of a certificate that expires: one that can't serve comes first, then the right one.
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { until } from '../support/until.js';
import { newPair, writePair } from '../support/certificates.js';
import { databaseUri } from '../support/server.js';
import { deployments } from './deployment.js';
import { runBook } from './run-book.js';

jest.setTimeout(240_000);

const start = deployments();

test('A certificate expires', async () => {
  const served = await writePair(await newPair({ days: 1 }));
  const stranger = await newPair();
  const next = await newPair({ days: 90 });
  const mixed = await writePair({ cert: next.cert, key: stranger.key });
  const renewed = await writePair(next);
  const server = await start({ MONGODB_URI: databaseUri(), ...served });
  const open = () =>
    runBook('A certificate expires', {
      ...server.environment,
      ADDRESS: new URL(server.url).host,
      NEW_CERT: renewed.TLS_CERT_FILE,
      NEW_KEY: renewed.TLS_KEY_FILE,
    });
  const book = open();
  const MIXED = { NEW_CERT: mixed.TLS_CERT_FILE, NEW_KEY: mixed.TLS_KEY_FILE };
  const expiry = (text: string) => Number(/^scim_tls_certificate_expiry_timestamp_seconds (\S+)$/m.exec(text)?.[1]);
  const inDays = (days: number) => Date.now() / 1000 + days * 86_400;

  const seen = await book.next();
  expect(Math.abs(expiry(seen.stdout) - inDays(1))).toBeLessThan(600);
  expect(seen.stdout).toMatch(/^notAfter=/m);

  // The look at the new pair fails where it is none, and passes where it is one.
  expect((await book.next(MIXED)).code).not.toBe(0);
  const looked = await book.again();
  expect([looked.code, looked.stderr]).toEqual([0, '']);

  // Put in place all the same, it is told, and the old one is served.
  expect((await book.next(MIXED)).code).toBe(0);
  const refused = 'the new certificate is refused; the old one stays';
  await until(() => server.lines().some(({ msg }) => msg === refused));
  expect(server.lines().find(({ msg }) => msg === refused)).toMatchObject({
    level: 50,
    err: { message: expect.stringMatching(/^TLS_KEY_FILE: the key in .* is not that of the certificate in /) },
  });
  const still = await book.next();
  expect(Math.abs(expiry(still.stdout) - inDays(1))).toBeLessThan(600);

  const again = open();
  await again.next();
  await again.next();
  expect((await again.next()).code).toBe(0);
  await until(() => server.lines().filter(({ msg }) => msg === 'certificate loaded').length > 1);
  const cured = await again.next();
  expect(Math.abs(expiry(cured.stdout) - inDays(90))).toBeLessThan(600);
  const [, end = ''] = /^notAfter=(.*)$/m.exec(cured.stdout) ?? [];
  expect(Math.abs(Date.parse(end) / 1000 - inDays(90))).toBeLessThan(600);
  again.finish();
  for (const files of [served, mixed, renewed]) await rm(dirname(files.TLS_CERT_FILE), { recursive: true });
});
