// The embedded MongoDB over one folder: what is kept between runs, what a kill leaves, and who may use the folder.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { startEmbedded, type EmbeddedMongod } from '../../src/storage/mongo/embedded/start.js';

let dataDir = '';
let started: EmbeddedMongod[] = [];
let lines: string[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'scim-embedded-'));
  started = [];
  lines = [];
});
afterEach(async () => {
  await Promise.all(started.map((mongod) => mongod.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedMongod> {
  const mongod = await startEmbedded({
    dataDir,
    report: (line) => lines.push(line),
    ...(process.env['MONGOD_BINARY'] ? { binary: process.env['MONGOD_BINARY'] } : {}),
  });
  started.push(mongod);
  return mongod;
}

async function using<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
const insert = (uri: string, n: number) => using(uri, (client) => client.db('kept').collection('n').insertOne({ n }));
const kept = (uri: string) =>
  using(uri, (client) =>
    client
      .db('kept')
      .collection<{ n: number }>('n')
      .find()
      .sort({ n: 1 })
      .map(({ n }) => n)
      .toArray(),
  );

/** Another server, as a process of its own, with a mongod over the same folder. */
async function otherServer(): Promise<{ kill(): Promise<void>; uri: string }> {
  const module = new URL('../../src/storage/mongo/embedded/start.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(module)}).then(async ({ startEmbedded }) => {
    const { uri } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, report: () => {} });
    console.log(uri);
  });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [uri] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    uri,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('The embedded MongoDB', () => {
  test('keeps its data over a stop and a start on another port', async () => {
    const first = await start();
    await insert(first.uri, 1);
    await first.stop();
    expect(await first.exited).toEqual({ code: 0, signal: null });
    const second = await start();
    expect(second.uri).not.toBe(first.uri);
    expect(await kept(second.uri)).toEqual([1]);
  });

  test('has transactions and change streams, also over an old folder', async () => {
    await (await start()).stop();
    const { uri } = await start();
    await using(uri, async (client) => {
      const collection = client.db('kept').collection<{ n: number }>('n');
      const changes = collection.watch();
      // It is opened by the first look: what comes before that is not in it.
      expect(await changes.tryNext()).toBeNull();
      const change = changes.next();
      const committed = client.withSession((session) =>
        session.withTransaction(() => collection.insertOne({ n: 7 }, { session })),
      );
      await committed;
      const aborted = client.withSession((session) =>
        session.withTransaction(async () => {
          await collection.insertOne({ n: 8 }, { session });
          throw new Error('undone');
        }),
      );
      await expect(aborted).rejects.toThrow('undone');
      expect(await change).toMatchObject({ operationType: 'insert', fullDocument: { n: 7 } });
      await changes.close();
    });
    expect(await kept(uri)).toEqual([7]);
  });

  test('keeps what was acknowledged when mongod is killed, and tells that it ended', async () => {
    const first = await start();
    await insert(first.uri, 1);
    process.kill(first.pid, 'SIGKILL');
    expect(await first.exited).toEqual({ code: null, signal: 'SIGKILL' });
    expect(await kept((await start()).uri)).toEqual([1]);
  });

  test('starts again after its server was killed, and stops the mongod that was left', async () => {
    const killed = await otherServer();
    await insert(killed.uri, 1);
    await killed.kill();
    const { uri } = await start();
    expect(lines).toContainEqual(expect.stringMatching(/^stopping mongod \d+, left by a server that was killed$/));
    expect(await kept(uri)).toEqual([1]);
  });

  test('refuses a folder that a living server uses, and leaves that server alone', async () => {
    const other = await otherServer();
    try {
      await expect(start()).rejects.toThrow(/in use by a server, or a command, with process id \d+/);
      await insert(other.uri, 1);
      expect(await kept(other.uri)).toEqual([1]);
    } finally {
      await other.kill();
      await start(); // takes over and is stopped after the test
    }
  });

  test('refuses a second start by the same server', async () => {
    await start();
    await expect(start()).rejects.toThrow(`in use by a server, or a command, with process id ${process.pid}`);
  });

  test('lets one of two servers that start at once have the folder', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringMatching(/in use by a server/) },
    });
  });

  test('leaves no listener behind', async () => {
    const before = process.listenerCount('exit');
    await (await start()).stop();
    expect(process.listenerCount('exit')).toBe(before);
  });
});
