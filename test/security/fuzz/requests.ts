// Requests by the grammar: routes, parameters and bodies of the document; filters and paths of RFC 7644; and all of it
// broken a little.
import { gzipSync } from 'node:zlib';
import type { Random } from '../../faults/random.js';
import type { Attribute, Model, ResourceType } from '../../../src/schema/model.js';
import { printPath } from '../../../src/schema/path.js';
import { anything, casing, mutated, objectOf, text, valueOf } from './values.js';

export interface FuzzRequest {
  readonly method: string;
  /** Below the base URL, in ASCII. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/** What requests are made of. */
export interface Ground {
  readonly model: Model;
  readonly token: string;
  /** Ids of resources that were there at the start. */
  readonly ids: readonly [string, ...string[]];
}

type Chain = readonly [Attribute, ...Attribute[]];
const SCIM = 'urn:ietf:params:scim:api:messages:2.0:';
const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'EQ', 'xx'] as const;
const JUNK = [
  '__proto__',
  'constructor',
  '$where',
  'a.b.c',
  'urn:x:y',
  'meta.version',
  'id',
  'groups.value',
  '',
] as const;

export function requestOf(random: Random, ground: Ground): FuzzRequest {
  const type = random.pick(ground.model.resourceTypes as readonly [ResourceType, ...ResourceType[]]);
  const id = random.chance(0.8) ? random.pick(ground.ids) : encodeURIComponent(clean(text(random)));
  const [method, path, message] = random.pick<readonly [string, string, (() => unknown)?]>([
    ['GET', type.endpoint],
    ['GET', `${type.endpoint}/${id}`],
    [
      'GET',
      random.pick(['/', '/Me', '/Schemas', `/Schemas/${id}`, '/ResourceTypes', '/ServiceProviderConfig', '/Bulk']),
    ],
    ['POST', type.endpoint, () => resource(random, type)],
    ['POST', type.endpoint, () => resource(random, type)],
    ['PUT', `${type.endpoint}/${id}`, () => resource(random, type)],
    ['PATCH', `${type.endpoint}/${id}`, () => patch(random, type, ground)],
    ['PATCH', `${type.endpoint}/${id}`, () => patch(random, type, ground)],
    ['DELETE', `${type.endpoint}/${encodeURIComponent(clean(text(random)))}`],
    ['POST', random.pick([`${type.endpoint}/.search`, '/.search']), () => search(random, type)],
    ['POST', '/Bulk', () => bulk(random, ground)],
    [
      random.pick(['HEAD', 'OPTIONS', 'TRACE', 'PATCH', 'PUT', 'DELETE']),
      `${type.endpoint}${random.pick(['', '/x', '/x/y'])}`,
    ],
  ]);
  const isBroken = random.chance(0.15);
  const query = random.chance(0.5) ? `?${parameters(random, type)}` : '';
  const body = message === undefined ? undefined : bodyOf(random, message(), isBroken);
  return { method, path: path + query, body: body?.bytes, headers: { ...headers(random, ground), ...body?.headers } };
}

function bodyOf(random: Random, message: unknown, isBroken: boolean) {
  // Broken JSON may bring anything under any name: so not the secrets.
  const json = isBroken
    ? mutated(random, JSON.stringify(message).replaceAll(/Fz9Secret/g, 'x'))
    : JSON.stringify(message);
  const plain = Buffer.from(json);
  if (isBroken && random.chance(0.2)) plain[random.below(plain.length)] = 0xff;
  const type = random.chance(0.95)
    ? 'application/scim+json'
    : random.pick(['text/plain', 'application/json', 'x', '*/*']);
  const coding = random.chance(0.9) ? undefined : random.pick(['gzip', 'br', 'deflate', 'gzip, gzip', 'x\u00ff']);
  const bytes = coding === 'gzip' && random.chance(0.8) ? gzipSync(plain) : plain;
  return { bytes, headers: { 'content-type': type, ...(coding === undefined ? {} : { 'content-encoding': coding }) } };
}

function headers(random: Random, { token }: Ground): Record<string, string> {
  const some: Record<string, string> = {
    authorization: random.chance(0.97) ? `Bearer ${token}` : random.pick(['Bearer', 'Bearer x', 'Basic eDp5', '']),
  };
  const tags = ['*', 'W/"1"', '"1"', 'W/"99"', '1', '{"$gt":""}', '"'.repeat(500), '\u0085\u009b'] as const;
  if (random.chance(0.1)) some['if-match'] = random.pick(tags);
  if (random.chance(0.1)) some['if-none-match'] = random.pick(tags);
  if (random.chance(0.1)) some['accept'] = random.pick(['*/*', 'text/html', 'a/b;q=0', ';', 'application/json;q=0.0']);
  if (random.chance(0.1)) some['accept-encoding'] = random.pick(['gzip', 'br', 'x', '*;q=0', 'identity;q=0', '']);
  if (random.chance(0.05)) some['x-forwarded-host'] = 'evil.example';
  if (random.chance(0.05))
    some['traceparent'] = random.pick(['00-x', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, '-']);
  return some;
}

function parameters(random: Random, type: ResourceType): string {
  const count = () => random.pick(['0', '1', '5', '-1', '1e9', 'NaN', '0x10', '', '1'.repeat(40)]);
  const names = () => Array.from({ length: 1 + random.below(3) }, () => pathOf(random, type)).join();
  const makers: Readonly<Record<string, () => string>> = {
    filter: () => filter(random, type),
    sortBy: () => pathOf(random, type),
    sortOrder: () => random.pick(['ascending', 'descending', 'x', '']),
    attributes: names,
    excludedAttributes: names,
    startIndex: count,
    count,
    cursor: () => random.pick(['', 'x.y', '..', 'e30.e30']),
    'filter[$ne]': () => 'x',
  };
  const chosen = Object.entries(makers).filter(() => random.chance(0.25));
  return chosen.map(([name, make]) => `${casing(random, name)}=${encodeURIComponent(clean(make()))}`).join('&');
}

function resource(random: Random, type: ResourceType): unknown {
  const urns = [type.schema.id, ...type.extensions.map(({ schema }) => schema.id)];
  const required = type.root.subAttributes.filter((attribute) => attribute.required && attribute.name !== 'schemas');
  const names = new Set(['schemas', ...required.map(({ name }) => name)]);
  const others = Object.entries(objectOf(random, type.root)).filter(
    ([name]) => random.chance(0.02) || ![...names].some((taken) => taken.toLowerCase() === name.toLowerCase()),
  );
  return {
    schemas: random.chance(0.95) ? urns : anything(random),
    ...Object.fromEntries(required.map(({ name }) => [name, `n${random.below(1e9)}`])),
    ...Object.fromEntries(others),
  };
}

function patch(random: Random, type: ResourceType, { ids }: Ground): unknown {
  const operation = () => {
    const chain = chainOf(random, type);
    const path = random.chance(0.2) ? undefined : patchPath(random, type, chain);
    const leaf = chain.at(-1) ?? chain[0];
    const value =
      leaf.edge !== undefined
        ? [{ value: random.chance(0.8) ? random.pick(ids) : text(random) }]
        : path === undefined
          ? objectOf(random, type.root)
          : valueOf(random, leaf);
    return {
      op: random.pick(['add', 'replace', 'remove', 'Add', 'Replace', 'x']),
      path,
      ...(random.chance(0.9) ? { value } : {}),
    };
  };
  const Operations = Array.from({ length: 1 + random.below(4) }, operation);
  return random.chance(0.97) ? { schemas: [`${SCIM}PatchOp`], Operations } : anything(random);
}

function search(random: Random, type: ResourceType): unknown {
  const members = {
    filter: filter(random, type),
    sortBy: pathOf(random, type),
    sortOrder: text(random),
    attributes: [pathOf(random, type), '['],
    count: random.below(5),
    startIndex: random.below(2000),
    cursor: text(random),
  };
  const some = Object.entries(members).filter(() => random.chance(0.4));
  return { schemas: [`${SCIM}SearchRequest`], ...Object.fromEntries(some) };
}

function bulk(random: Random, ground: Ground): unknown {
  const { model, ids } = ground;
  const operation = (index: number) => {
    const type = random.pick(model.resourceTypes as readonly [ResourceType, ...ResourceType[]]);
    const method = random.pick(['POST', 'PUT', 'PATCH', 'DELETE', 'x']);
    const path =
      method === 'POST'
        ? type.endpoint
        : `${type.endpoint}/${random.pick([random.pick(ids), 'none', '%', 'bulkId:b0'])}`;
    const data = method === 'PATCH' ? patch(random, type, ground) : resource(random, type);
    return { method: method === 'DELETE' ? 'PATCH' : method, path, bulkId: `b${index}`, data };
  };
  const Operations = Array.from({ length: 1 + random.below(5) }, (_, index) => operation(index));
  return { schemas: [`${SCIM}BulkRequest`], failOnErrors: random.below(3), Operations };
}

function filter(random: Random, type: ResourceType): string {
  const whole = expression(random, () => pathOf(random, type), type, 0);
  return random.chance(0.3) ? mutated(random, whole) : whole;
}

function expression(random: Random, path: () => string, type: ResourceType, depth: number): string {
  const inner = () => expression(random, path, type, depth + 1);
  const kind = random.below(depth > 3 ? 3 : 8);
  if (kind === 3) return `${inner()} and ${inner()}`;
  if (kind === 4) return `${inner()} or ${inner()}`;
  if (kind === 5) return `not (${inner()})`;
  if (kind === 6) return `(${inner()})`;
  if (kind === 7)
    return `${path()}[${expression(random, () => random.pick(['value', 'type', 'primary', 'display']), type, 3)}]`;
  return kind === 0 ? `${path()} pr` : `${path()} ${random.pick(OPERATORS)} ${literal(random)}`;
}

function literal(random: Random): string {
  return random.chance(0.7)
    ? JSON.stringify(text(random))
    : random.pick(['true', 'null', '1', '-0.5', '1e400', 'x', '"']);
}

function patchPath(random: Random, type: ResourceType, chain: Chain): string {
  const path = printPath({ chain, leaf: chain.at(-1) ?? chain[0] });
  if (random.chance(0.6)) return path;
  const condition = expression(random, () => random.pick(['value', 'type', 'primary', 'display']), type, 3);
  const whole = `${path}[${condition}]${random.chance(0.5) ? random.pick(['.value', '.type', '.x']) : ''}`;
  return random.chance(0.2) ? mutated(random, whole) : whole;
}

function pathOf(random: Random, type: ResourceType): string {
  if (random.chance(0.1)) return random.pick(JUNK);
  const chain = chainOf(random, type);
  return casing(random, printPath({ chain, leaf: chain.at(-1) ?? chain[0] }));
}

function chainOf(random: Random, type: ResourceType): Chain {
  const pick = (from: readonly Attribute[]) => from[random.below(from.length)];
  const first = pick(type.root.subAttributes);
  if (first === undefined) throw new Error(`${type.name} has no attributes`);
  const below = random.chance(0.6) ? pick(first.subAttributes) : undefined;
  return below === undefined ? [first] : [first, below];
}

/** Text that can be encoded in a URL. */
function clean(given: string): string {
  return given.toWellFormed();
}
