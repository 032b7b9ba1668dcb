// Memory while a large answer is read: it does not grow with the answer.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { fillGroup } from '../support/large-group.js';
import { databaseUri } from '../support/server.js';
import { spawnServer, stop, untilReady } from './child.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const MEMBERS = 300_000;
/** Bytes. Garbage that waits for its collection is some 150 MB, however large the group; held at once, it is 850. */
const MOST = 300e6;
const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' };

/** Bytes of resident memory of a process, and its peak since `forgetPeak`. */
async function memory(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const of = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

const forgetPeak = (pid: number) => writeFile(`/proc/${pid}/clear_refs`, '5');

// Where the system doesn't tell of memory, there is nothing to hold to.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  `a group of ${MEMBERS} members is read twice, and the server grows no more than by its garbage`,
  async () => {
    const uri = databaseUri();
    const child = await spawnServer({ MONGODB_URI: uri, SCIM_BEARER_TOKEN: TOKEN, LOG_LEVEL: 'warn' });
    const client = await MongoClient.connect(uri);
    try {
      await untilReady(child);
      const groups = `${child.origin}/scim/v2/Groups`;
      const body = JSON.stringify({ schemas: [GROUP], displayName: 'everybody' });
      const created = (await (await fetch(groups, { method: 'POST', headers, body })).json()) as { id: string };
      await fillGroup(client.db(), created.id, MEMBERS);

      const pid = child.process.pid ?? 0;
      await forgetPeak(pid);
      const before = await memory(pid);
      for (const read of [1, 2]) {
        let bytes = 0;
        const answer = await fetch(`${groups}/${created.id}`, {
          headers: { ...headers, 'accept-encoding': 'identity' },
        });
        for await (const chunk of answer.body ?? []) bytes += (chunk as Uint8Array).length;
        expect(bytes).toBeGreaterThan(MEMBERS * 150);
        const grown = (await memory(pid)).peak - before.now;
        expect({ read, grown, isFlat: grown < MOST }).toEqual({ read, grown, isFlat: true });
      }
    } finally {
      await client.db().dropDatabase();
      await client.close();
      await stop(child);
    }
  },
  120_000,
);
