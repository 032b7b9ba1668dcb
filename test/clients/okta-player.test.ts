import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/spec/json.js';
import { playOktaExport, type OktaExport, type Sender } from './okta-export.js';

interface Check {
  comparison: string;
  value?: string;
  source?: string;
  property?: string;
}

function oneStep(check: Check, scripts: string[] = []): OktaExport {
  const assertion = { source: 'response_json', property: 'a', value: null, ...check };
  const variables = [
    { name: 'taken', property: 'a' },
    { name: null, property: '' },
  ];
  const request = { note: 'a step', method: 'GET', url: '{{base}}/Users/{{id}}', headers: {} };
  return { name: 'a test', steps: [{ step_type: 'request', ...request, assertions: [assertion], variables, scripts }] };
}

function answering(body: Json): Sender {
  return { request: async () => ({ status: 200, body }) };
}

async function passes(check: Check, body: Json, scripts?: string[]): Promise<boolean[]> {
  const outcomes = await playOktaExport(oneStep(check, scripts), { base: answering(body) }, { id: '7' });
  return outcomes.map(({ passed }) => passed);
}

describe('an assertion', () => {
  test.each<[Check, Json, Json]>([
    [{ comparison: 'equal', value: 'true' }, true, false],
    [{ comparison: 'equal', value: '0' }, 0, 1],
    [{ comparison: 'equal', value: '{{id}}' }, '7', '8'],
    [{ comparison: 'equal_number', value: '0' }, 0, null],
    [{ comparison: 'not_empty' }, false, ''],
    [{ comparison: 'not_empty' }, [1], []],
    [{ comparison: 'has_value', value: 'x' }, ['y', 'x'], ['y']],
    [{ comparison: 'contains', value: 'x' }, ['y', 'x'], 'x'],
    [{ comparison: 'is_a_number' }, 1, '1'],
    [{ comparison: 'is_less_than', value: '600' }, 599, 600],
    [{ comparison: 'equal', value: 'x', property: 'a[0].b' }, [{ b: 'x' }], [{ b: 'y' }]],
  ])('%j passes for %j and fails for %j', async (check, good, bad) => {
    expect(await passes(check, { a: good })).toEqual([true]);
    expect(await passes(check, { a: bad })).toEqual([false]);
  });

  test('fails where the answer has no such property', async () => {
    expect(await passes({ comparison: 'not_empty' }, {})).toEqual([false]);
    expect(await passes({ comparison: 'equal_number', value: '0' }, {})).toEqual([false]);
  });

  test('reads the status of the answer', async () => {
    expect(await passes({ comparison: 'equal_number', source: 'response_status', value: '200' }, {})).toEqual([true]);
    expect(await passes({ comparison: 'equal_number', source: 'response_status', value: '404' }, {})).toEqual([false]);
  });
});

describe('what the player does not know is refused', () => {
  test.each<[string, Check]>([
    ['unknown comparison is_prime', { comparison: 'is_prime' }],
    ['unknown source response_xml', { comparison: 'equal', source: 'response_xml' }],
    ['{{b}} stands for nothing', { comparison: 'equal', value: '{{b}}' }],
  ])('%s', async (message, check) => {
    await expect(passes(check, { a: 1 })).rejects.toThrow(message);
  });

  test('a base URL without a sender', async () => {
    const played = playOktaExport(oneStep({ comparison: 'not_empty' }), {}, { id: '7' });
    await expect(played).rejects.toThrow('unknown base URL base');
  });

  test('a script', async () => {
    const played = passes({ comparison: 'not_empty' }, { a: 1 }, ['assert.ok(true)']);
    await expect(played).rejects.toThrow('a script that is not known');
  });
});

test('the script on groups counts as an assertion', async () => {
  const script = ['assert.ok(exists, "Resources is of type Array")'];
  const check = { comparison: 'not_empty' };
  expect(await passes(check, { a: 1, totalResults: 1, Resources: [] }, script)).toEqual([true, true]);
  expect(await passes(check, { a: 1, totalResults: 1 }, script)).toEqual([true, false]);
});
