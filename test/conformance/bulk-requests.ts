// fast-check arbitraries of bulk requests, and the JSON of their operations. Few resources and many references, so that
// they meet: forwards, backwards, in circles, to what is gone, to what never was.
import fc from 'fast-check';
import { ENTERPRISE, GROUP, PATCH_OP, USER } from './subject.js';
import type { Content, Key, Operation, Resource, TypeName } from '../support/bulk-model.js';

/** What is there before a request, in an order in which it can be created. */
export const EXISTING: ReadonlyMap<Key, Resource> = new Map([
  ['e0', { type: 'User', name: '0', refs: [], revision: 0 }],
  ['e1', { type: 'User', name: '1', refs: ['e0'], revision: 0 }],
  ['e2', { type: 'Group', name: '2', refs: ['e1'], revision: 0 }],
  ['e3', { type: 'Group', name: '3', refs: ['e0', 'e2'], revision: 0 }],
]);

const anyOne = fc.nat({ max: 999 });
const seldom = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
const rawOperation = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'POST', 'PATCH', 'PATCH', 'PUT', 'DELETE'),
  type: fc.constantFrom('User', 'Group', 'Group'),
  change: fc.constantFrom('add', 'remove', 'rename'),
  target: anyOne,
  refs: fc.array(anyOne, { maxLength: 3, size: 'max' }),
  nameOf: seldom(anyOne, 2),
  fault: seldom(fc.constantFrom('wrongType', 'missing', 'noEndpoint')),
  version: seldom(fc.constantFrom('known', 'known', 'wrong'), 12),
});
type RawOperation = typeof rawOperation extends fc.Arbitrary<infer Raw> ? Raw : never;

export interface BulkRequest {
  readonly operations: readonly Operation[];
  readonly failOnErrors: number | undefined;
}

export const bulkRequests: fc.Arbitrary<BulkRequest> = fc.record({
  operations: fc.array(rawOperation, { minLength: 1, maxLength: 12, size: 'max' }).map((raws) => raws.map(operation)),
  failOnErrors: seldom(fc.integer({ min: 1, max: 4 }), 6),
});

function operation(raw: RawOperation, index: number, all: readonly RawOperation[]): Operation {
  const { method, type, nameOf } = raw;
  const fault = method === 'DELETE' && raw.fault !== undefined ? 'noEndpoint' : raw.fault;
  const every = [...EXISTING.keys(), ...all.map((_one, at) => bulkIdOf(at)), 'nobody'];
  const ofType = (wanted: TypeName) => [
    ...[...EXISTING].flatMap(([key, resource]) => (resource.type === wanted ? [key] : [])),
    // Twice, for circles are closed by luck.
    ...[...all, ...all].flatMap((other, at) =>
      other.method === 'POST' && other.type === wanted ? [bulkIdOf(at % all.length)] : [],
    ),
  ];
  // Mostly what makes sense, so that the rest is reached.
  const mostly = (sensible: readonly Key[]) => [...Array.from({ length: 12 }, () => sensible).flat(), ...every];
  const picked = method === 'POST' ? bulkIdOf(index) : pick(mostly(ofType(type)), raw.target);
  const pickedRefs = raw.refs
    .map((ref) =>
      pick(mostly(type === 'User' ? ofType('User') : [...ofType('User'), ...ofType('Group'), ...ofType('Group')]), ref),
    )
    .slice(0, type === 'User' ? 1 : 3);
  // RFC 7644 leaves open whether what can't be done anyway waits for what it refers to: it refers to nothing else here.
  const isPost = (key: Key) => all[Number(key.slice(1))]?.method === 'POST' && key.startsWith('b');
  const isNobody = (key: Key) => !EXISTING.has(key) && !isPost(key);
  const isHopeless = fault === 'noEndpoint' || [picked, ...pickedRefs].some(isNobody);
  const target = isHopeless && method !== 'POST' && isPost(picked) ? 'nobody' : picked;
  const refs = isHopeless ? pickedRefs.filter((ref) => !isPost(ref)) : pickedRefs;
  return {
    method,
    type,
    target,
    refs,
    // 0 and 1 are users, 2 and 3 groups: each clashes with what is there, or with another that wants it for its type.
    name: nameOf === undefined ? bulkIdOf(index) : String(nameOf % 4),
    change: refs.length === 0 ? 'rename' : raw.change,
    version: EXISTING.has(target) ? raw.version : undefined,
    fault,
  };
}

function pick(keys: readonly Key[], at: number): Key {
  return keys[at % keys.length] ?? 'nobody';
}

function bulkIdOf(index: number): Key {
  return `b${index}`;
}

/** How a request writes what the model only names. */
export interface Writing {
  /** What the names of a run begin with. */
  readonly prefix: string;
  /** The ids and versions of what was there before. */
  readonly known: ReadonlyMap<Key, { readonly id: string; readonly version: string }>;
}

/** An operation, as it stands in a request. */
export function written(each: Operation, index: number, writing: Writing): object {
  const { method, type, target, fault, version } = each;
  const endpoint = fault === 'noEndpoint' ? '/Things' : `/${type}s`;
  return {
    method,
    bulkId: bulkIdOf(index),
    path: method === 'POST' ? endpoint : `${endpoint}/${reference(target, writing)}`,
    ...(version === undefined
      ? {}
      : { version: version === 'known' ? writing.known.get(target)?.version : 'W/"none"' }),
    ...(method === 'DELETE' ? {} : { data: method === 'PATCH' ? patchOf(each, writing) : resourceOf(each, writing) }),
  };
}

/** A resource, as a POST or a PUT has it. */
export function resourceOf(
  { type, name, refs, fault }: Content & Pick<Operation, 'type' | 'fault'>,
  writing: Writing,
): object {
  const values = refs.map((ref) => ({ value: reference(ref, writing) }));
  const nameAs = { [NAME[type]]: fault === 'wrongType' ? 7 : `${writing.prefix}${name}` };
  return {
    schemas: type === 'User' ? [USER, ENTERPRISE] : [GROUP],
    ...(fault === 'missing' ? {} : nameAs),
    ...(type === 'User' ? { [ENTERPRISE]: { manager: values[0] } } : { members: values }),
  };
}

export const NAME = { User: 'userName', Group: 'displayName' } as const;

function patchOf({ type, change, name, refs, fault }: Operation, writing: Writing): object {
  const values = refs.map((ref) => ({ value: reference(ref, writing) }));
  const changes = {
    rename: [{ op: 'replace', path: NAME[type], value: `${writing.prefix}${name}` }],
    add:
      type === 'User'
        ? [{ op: 'add', path: `${ENTERPRISE}:manager`, value: values[0] }]
        : [{ op: 'add', path: 'members', value: values }],
    remove:
      type === 'User'
        ? [{ op: 'remove', path: `${ENTERPRISE}:manager` }]
        : values.map(({ value }) => ({ op: 'remove', path: `members[value eq "${value}"]` })),
  };
  const faults = {
    wrongType: [{ op: 'replace', path: NAME[type], value: 7 }],
    missing: [{ op: 'add', path: 'noSuchAttribute', value: 'x' }],
    noEndpoint: [],
  };
  return { schemas: [PATCH_OP], Operations: [...changes[change], ...(fault === undefined ? [] : faults[fault])] };
}

function reference(key: Key, { known }: Writing): string {
  return known.get(key)?.id ?? `bulkId:${key}`;
}
