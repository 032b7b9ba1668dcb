// A2 secret oracle, A1-11, A1-12, A1-30: an attribute that is never returned answers no question, whatever part of the
// protocol asks it. Every such attribute of the model is tried with every operator.
import { describe, expect, test } from '@jest/globals';
import type { Attribute } from '../../src/schema/model.js';
import { printPath } from '../../src/schema/path.js';
import { ERROR, PATCH_OP, unique, USER } from '../conformance/subject.js';
import { hiddenChains, VAULT, vaultUnderTest } from './vault.js';

const { call, resourceTypes, server } = vaultUnderTest();
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];
const LITERALS = ['"x"', '1', 'true', 'null', '"2024-02-29T10:00:00Z"'];

interface Hidden {
  readonly type: string;
  readonly endpoint: string;
  readonly path: string;
  readonly chain: readonly [Attribute, ...Attribute[]];
}

const hidden: readonly Hidden[] = resourceTypes.flatMap((type) =>
  hiddenChains(type).map((chain) => ({
    type: type.name,
    endpoint: type.endpoint,
    chain,
    path: printPath({ chain, leaf: chain.at(-1) ?? chain[0] }),
  })),
);
/** Every comparison of a path, and its presence. */
const tests = (path: string) => [
  `${path} pr`,
  ...OPERATORS.flatMap((operator) => LITERALS.map((literal) => `${path} ${operator} ${literal}`)),
];
const users = hidden.filter(({ type }) => type === 'User');
/** Those that stand in a complex attribute of their own, whose brackets could ask for them. */
const inBrackets = users.flatMap(({ chain }) => {
  const parents = chain.slice(0, -1);
  const [parent] = parents.slice(-1);
  const leaf = chain.at(-1);
  if (parent === undefined || leaf === undefined || parent.name === VAULT) return [];
  return [{ parent: printPath({ chain: parents, leaf: parent }), name: leaf.name }];
});

const expectRefused = async (reply: ReturnType<typeof call>, scimType: string) => {
  const { status, body } = await reply;
  expect({ status, body }).toEqual({
    status: 400,
    body: { schemas: [ERROR], status: '400', scimType, detail: expect.any(String) },
  });
};
const query = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();
const search = (parameters: object) => ({ schemas: [SEARCH], ...parameters });
const patchOf = (...Operations: object[]) => ({ schemas: [PATCH_OP], Operations });

test('the document has secrets to ask for, in every place', () => {
  expect(users.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['password', `${VAULT}:pin`, `${VAULT}:safe.code`, `${VAULT}:slots.value`]),
  );
  expect(inBrackets.length).toBeGreaterThan(3);
});

describe.each(users)('$path', ({ endpoint, path }) => {
  test('is in no filter: 400 invalidFilter for every operator, negated, in upper case, beside others', async () => {
    for (const filter of tests(path)) {
      await expectRefused(call('GET', `${endpoint}?${query({ filter })}`), 'invalidFilter');
    }
    for (const filter of [`not (${path} pr)`, `title pr or ${path} pr`, `${path.toUpperCase()} pr`]) {
      await expectRefused(call('GET', `${endpoint}?${query({ filter })}`), 'invalidFilter');
      await expectRefused(call('GET', `/?${query({ filter })}`), 'invalidFilter');
      await expectRefused(call('POST', `${endpoint}/.search`, search({ filter })), 'invalidFilter');
      await expectRefused(call('POST', '/.search', search({ filter })), 'invalidFilter');
    }
  });

  test('sorts nothing: 400 invalidValue', async () => {
    for (const sortBy of [path, path.toUpperCase()]) {
      await expectRefused(call('GET', `${endpoint}?${query({ sortBy })}`), 'invalidValue');
      await expectRefused(call('POST', `${endpoint}/.search`, search({ sortBy })), 'invalidValue');
      await expectRefused(call('POST', '/.search', search({ sortBy })), 'invalidValue');
    }
  });
});

test.each(inBrackets)('$parent[$name …] is refused in filters, in the path of a PATCH, and in bulk', async (hidden) => {
  const { id } = (await call('POST', '/Users', { schemas: [USER], userName: unique('u') })).body;
  for (const condition of [`${hidden.name} pr`, `${hidden.name} eq "x"`, `not (${hidden.name} co "x")`]) {
    const path = `${hidden.parent}[${condition}]`;
    await expectRefused(call('GET', `/Users?${query({ filter: path })}`), 'invalidFilter');
    for (const op of ['add', 'replace', 'remove']) {
      const patch = patchOf({ op, path, ...(op === 'remove' ? {} : { value: { label: 'x' } }) });
      await expectRefused(call('PATCH', `/Users/${id}`, patch), 'invalidFilter');
      const operation = { method: 'PATCH', path: `/Users/${id}`, data: patch };
      const { body } = await call('POST', '/Bulk', { schemas: [BULK], Operations: [operation] });
      expect(body.Operations[0]).toMatchObject({ status: '400', response: { scimType: 'invalidFilter' } });
    }
  }
});

describe('a value that was given', () => {
  const MARK = 'Zq7secret';
  const vault = {
    pin: `${MARK}-pin`,
    hash: `${MARK}-hash`,
    first: `${MARK}-first`,
    keys: [`${MARK}-key`],
    safe: { code: 4711 },
    slots: [{ value: `${MARK}-slot`, label: 'a' }],
    box: { label: 'b', code: `${MARK}-box` },
    label: 'shown',
  };
  const create = async () =>
    (await call('POST', '/Users', { schemas: [USER, VAULT], userName: unique('u'), password: MARK, [VAULT]: vault }))
      .body;
  const names = hidden.map(({ path }) => path);

  test('is in no answer, whatever is asked for', async () => {
    const created = await create();
    const { id, userName } = created;
    expect(created[VAULT]).toEqual({ slots: [{ label: 'a' }], box: { label: 'b' }, label: 'shown' });
    const answers = [
      await call('GET', `/Users/${id}`),
      await call('GET', `/Users/${id}?${query({ attributes: names.join() })}`),
      await call('GET', `/Users/${id}?${query({ attributes: `${VAULT},${USER}` })}`),
      await call('GET', `/Users/${id}?${query({ excludedAttributes: 'userName' })}`),
      await call('GET', `/Users?${query({ attributes: names.join() })}`),
      await call('GET', `/?${query({ attributes: names.join() })}`),
      await call('POST', '/Users/.search', search({ attributes: names })),
      await call('POST', '/.search', search({ attributes: names })),
      await call(
        'PATCH',
        `/Users/${id}?${query({ attributes: names.join() })}`,
        patchOf({ op: 'add', path: 'title', value: 'x' }),
      ),
      await call('PUT', `/Users/${id}?${query({ attributes: names.join() })}`, {
        schemas: [USER],
        userName,
        password: MARK,
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const { text } of answers) expect(text).not.toMatch(new RegExp(`${MARK}|4711`));
  });

  test('is in no error, wherever it stands wrongly', async () => {
    const { id } = await create();
    const wrong: object[] = [
      { [VAULT]: { pin: [MARK] } },
      { [VAULT]: { pin: { value: MARK } } },
      { [VAULT]: { count: MARK } },
      { [VAULT]: { hash: { [MARK]: MARK } } },
      { [VAULT]: { keys: MARK } },
      { [VAULT]: { keys: [4, MARK] } },
      { [VAULT]: { safe: MARK } },
      { [VAULT]: { safe: { code: MARK } } },
      { [VAULT]: { safe: { at: MARK } } },
      { [VAULT]: { slots: [{ value: [MARK] }] } },
      { [VAULT]: { slots: { value: MARK } } },
      { [VAULT]: [{ pin: MARK }] },
      { password: { value: MARK } },
      { name: [{ password: MARK }] },
      { emails: { password: MARK } },
      { active: { password: MARK } },
    ];
    for (const attributes of wrong) {
      const resource = { schemas: [USER, VAULT], userName: unique('u'), ...attributes };
      const patches = [
        { op: 'replace', value: attributes },
        { op: 'add', value: [attributes] },
      ];
      const bulk = [
        { method: 'POST', bulkId: 'a', path: '/Users', data: resource },
        { method: 'PUT', path: `/Users/${id}`, data: [attributes] },
      ];
      const answers = [
        await call('POST', '/Users', resource),
        await call('PUT', `/Users/${id}`, resource),
        ...(await Promise.all(patches.map((patch) => call('PATCH', `/Users/${id}`, patchOf(patch))))),
        await call('PATCH', `/Users/${id}`, { schemas: [PATCH_OP], Operations: attributes }),
        await call('POST', '/Bulk', { schemas: [BULK], Operations: bulk }),
      ];
      for (const { status, text } of answers) {
        expect(status).toBeLessThan(500);
        expect(text).not.toContain(MARK);
      }
      expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThan(1);
    }
  });

  test('is not told where JSON breaks behind it', async () => {
    const { url, token } = server();
    for (const body of [`{"password":"${MARK}" x`, `{"password":"${MARK}`, `["${MARK}"`, `"${MARK}"`, MARK]) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
      const response = await fetch(`${url}/Users`, { method: 'POST', headers, body });
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain(MARK);
    }
  });

  test('that is immutable is not told to who gives another one', async () => {
    const { id } = await create();
    for (const value of [{ first: 'guess' }, { box: { code: 'guess' } }]) {
      const { status, text } = await call('PATCH', `/Users/${id}`, patchOf({ op: 'replace', path: VAULT, value }));
      expect([status, JSON.parse(text).scimType]).toEqual([400, 'mutability']);
      expect(text).not.toMatch(/Zq7|guess/);
    }
  });

  test('is not removed by who guesses it', async () => {
    const { id } = await create();
    for (const [path, value] of [
      ['slots', [{ value: `${MARK}-slot` }]],
      ['keys', [`${MARK}-key`]],
      ['slots', [{ value: 'no' }]],
    ] as const) {
      await expectRefused(
        call('PATCH', `/Users/${id}`, patchOf({ op: 'remove', path: `${VAULT}:${path}`, value })),
        'invalidValue',
      );
    }
    expect((await call('GET', `/Users/${id}`)).body[VAULT].slots).toEqual([{ label: 'a' }]);
  });

  test('that is a secret is not stored as it came', async () => {
    await create();
    const [stored] = await server().db.collection('User').find().sort({ _id: -1 }).limit(1).toArray();
    const text = JSON.stringify(stored);
    expect(text).toContain('$argon2id$');
    expect(text).not.toContain(`${MARK}-hash`);
    expect(text).not.toContain(`"${MARK}"`);
    // Nor is what no filter may see where filters look.
    expect(JSON.stringify([stored?.['s'], stored?.['k']])).not.toMatch(new RegExp(`${MARK}|4711|argon2`));
  });
});
