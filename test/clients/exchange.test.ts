import { expect, test } from '@jest/globals';
import type { Json } from '../../src/spec/json.js';
import { play, type Client, type Exchange } from './exchange.js';

interface Sent {
  method: string;
  path: string;
  options: unknown;
}

/** A client that answers from a list and keeps what it was asked. */
function scripted(answers: { status: number; body?: Json }[]) {
  const sent: Sent[] = [];
  const client: Client = {
    async request(method, path, options) {
      sent.push({ method, path, options });
      const { status, body = null } = answers[sent.length - 1] ?? { status: 500 };
      return { status, body, text: JSON.stringify(body), headers: new Headers({ ETag: 'W/"1"' }) };
    },
  };
  return { client, sent };
}

function exchange(...steps: Exchange['steps']): Exchange {
  return { title: 'a test', source: 'none', steps };
}

test('a saved value fills the placeholders of the steps after it', async () => {
  const { client, sent } = scripted([
    { status: 201, body: { id: '7' } },
    { status: 200, body: { id: '7' } },
  ]);
  const steps = exchange(
    { request: 'POST /Users', body: { a: 1 }, save: { id: 'body.id', tag: 'headers.etag' } },
    {
      request: 'GET /Users/{{id}}?filter=a eq "b"',
      headers: { 'if-match': '{{tag}}' },
      expect: { body: { id: '{{id}}' } },
    },
  );
  await play(steps, client);
  expect(sent).toEqual([
    { method: 'POST', path: '/Users', options: { body: { a: 1 } } },
    { method: 'GET', path: '/Users/7?filter=a eq "b"', options: { headers: { 'if-match': 'W/"1"' } } },
  ]);
});

test('each play has another unique name', async () => {
  const { client, sent } = scripted([{ status: 200 }, { status: 200 }]);
  const step = exchange({ request: 'GET /{{unique}}' });
  await play(step, client);
  await play(step, client);
  expect(sent[0]?.path).not.toBe(sent[1]?.path);
});

test('an answer that differs is reported with its step and its place', async () => {
  const { client } = scripted([{ status: 200, body: { active: true } }]);
  const step = exchange({ request: 'GET /Users/1', expect: { status: 200, body: { active: false } } });
  await expect(play(step, client)).rejects.toThrow(/GET \/Users\/1\n {2}body\.active: expected false, got true/);
});

test('a step without an expectation must succeed', async () => {
  const { client } = scripted([{ status: 400 }]);
  await expect(play(exchange({ request: 'DELETE /Users/1' }), client)).rejects.toThrow('expected a success');
});

test('answers to parallel requests are compared in any order', async () => {
  const race = exchange({
    parallel: [{ request: 'GET /a' }, { request: 'GET /b' }],
    expect: { $only: [{ status: 412 }, { status: 200 }] },
  });
  await play(race, scripted([{ status: 200 }, { status: 412 }]).client);
  await expect(play(race, scripted([{ status: 200 }, { status: 200 }]).client)).rejects.toThrow('in parallel');
});

test('a placeholder that nothing was saved for is refused', async () => {
  const { client } = scripted([]);
  await expect(play(exchange({ request: 'GET /Users/{{id}}' }), client)).rejects.toThrow('{{id}} stands for nothing');
});
