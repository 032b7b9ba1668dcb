// What a bulk request means (RFC 7644 section 3.7), as simply as it can be said: one operation after the other on a
// Map, in the order of the request, except that what an operation refers to by bulkId is created before it. POSTs that
// refer to each other in a circle are created together, all or none.

/** `e…` is there before the request; `b…` is the bulkId of the operation of that index; `nobody` is no one's bulkId. */
export type Key = string;
export type TypeName = 'User' | 'Group';

/** What is known of a resource: its unique name, and to whom it refers, its members or its one manager. */
export interface Content {
  readonly name: string;
  readonly refs: readonly Key[];
}

export interface Resource extends Content {
  readonly type: TypeName;
  /** How often it was changed. */
  readonly revision: number;
}

export interface Operation extends Content {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The endpoint that the path names, which may be another than the target's. */
  readonly type: TypeName;
  /** The resource of the path; of a POST, its own bulkId. */
  readonly target: Key;
  /** Of a PATCH: whether refs are added or removed, or the name replaced. */
  readonly change: 'add' | 'remove' | 'rename';
  /** That of the resource before the request, or none that it ever had. */
  readonly version?: 'known' | 'wrong' | undefined;
  readonly fault?: 'wrongType' | 'missing' | 'noEndpoint' | undefined;
}

export interface Result {
  /** One status where the operation succeeds; where it fails, that of each reason. */
  readonly statuses: readonly number[];
  /** That of the target, behind a success. */
  readonly revision?: number | undefined;
}

export interface Outcome {
  /** By the index of the operation; one that was not tried has none. */
  readonly results: ReadonlyMap<number, Result>;
  readonly resources: ReadonlyMap<Key, Resource>;
}

const SUCCESS = { POST: 201, PUT: 200, PATCH: 200, DELETE: 204 };

/** Performs a request on the resources that are there. */
export function performBulk(
  existing: ReadonlyMap<Key, Resource>,
  operations: readonly Operation[],
  failOnErrors = Infinity,
): Outcome {
  const resources = new Map(existing);
  const results = new Map<number, Result>();
  const posts = new Map(operations.flatMap((each, index) => (each.method === 'POST' ? [[each.target, index]] : [])));
  const failed = (index: number) => (results.get(index)?.statuses[0] ?? 0) >= 400;
  const isOver = () => [...results.keys()].filter(failed).length >= failOnErrors;
  // The RFC leaves open which of several goes first. As for everything else, it is the one that came first.
  const before = operations.map((each) =>
    mentions(each)
      .flatMap((key) => posts.get(key) ?? [])
      .sort((a, b) => a - b),
  );

  const perform = (index: number): void => {
    if (results.has(index)) return;
    const circle = circleOf(index, before);
    const visited = new Set<number>();
    const prepare = (one: number): void => {
      visited.add(one);
      for (const other of before[one] ?? []) {
        if (!circle.includes(other)) perform(other);
        else if (!visited.has(other)) prepare(other);
      }
    };
    prepare(index);
    if (isOver()) return;
    const together = circle.flatMap((one) => operations[one] ?? []);
    const reasons = together.map((each) => [
      ...mentions(each).flatMap(reasonAgainstKey),
      ...reasonsAgainst(each, resources, together),
    ]);
    const isRefused = reasons.some((each) => each.length > 0);
    together.forEach((each, place) => {
      if (!isRefused) apply(each, resources);
      // A circle fails as one: that another of it can't be created is a reason as well.
      const isOtherRefused = reasons.some((other, at) => at !== place && other.length > 0);
      const failure = [...(reasons[place] ?? []), ...(isOtherRefused ? [409] : [])];
      const statuses = isRefused ? failure : [SUCCESS[each.method]];
      results.set(circle[place] ?? -1, { statuses, revision: resources.get(each.target)?.revision });
    });
  };
  const reasonAgainstKey = (key: Key): number[] => {
    const post = posts.get(key);
    if (post === undefined) return existing.has(key) ? [] : [400];
    return failed(post) ? [409] : [];
  };

  for (const index of operations.keys()) perform(index);
  return { results, resources };
}

/** An operation and those that it waits for and that wait for it, in the order of the request. */
function circleOf(index: number, before: readonly (readonly number[])[]): number[] {
  const from = (start: number): Set<number> => {
    const found = new Set(before[start]);
    for (const one of found) for (const next of before[one] ?? []) found.add(next);
    return found;
  };
  return [index, ...[...from(index)].filter((other) => other !== index && from(other).has(index))].sort(
    (a, b) => a - b,
  );
}

/** The statuses of everything that is wrong with an operation, beside what it says of bulkIds. */
function reasonsAgainst(
  each: Operation,
  resources: ReadonlyMap<Key, Resource>,
  together: readonly Operation[],
): number[] {
  const { method, type, target, version, fault, name, refs } = each;
  const current = resources.get(target);
  const reasons: number[] = [];
  if (fault !== undefined) reasons.push(fault === 'noEndpoint' ? 404 : 400);
  if (method !== 'POST') {
    if (current?.type !== type) reasons.push(404);
    else if (version === 'wrong' || (version === 'known' && current.revision > 0)) reasons.push(412);
  }
  const others = [...resources, ...together.map((other) => [other.target, other] as const)].filter(
    ([key]) => key !== target,
  );
  // A group is no member of itself, and has no member that isn't there. A manager may be anyone.
  if (type === 'Group' && gives(each, 'refs') && !refs.every((ref) => others.some(([key]) => key === ref))) {
    reasons.push(400);
  }
  if (gives(each, 'name') && others.some(([, other]) => other.type === type && other.name === name)) reasons.push(409);
  return reasons;
}

function apply(each: Operation, resources: Map<Key, Resource>): void {
  const { method, type, target, name, refs } = each;
  const current = resources.get(target);
  const write = (key: Key, before: Resource, after: Partial<Content>): void => {
    const next = { ...before, ...after, refs: distinct(after.refs ?? before.refs) };
    const isSame = next.name === before.name && String(next.refs) === String(before.refs);
    if (!isSame) resources.set(key, { ...next, revision: before.revision + 1 });
  };
  if (method === 'DELETE') {
    resources.delete(target);
    // Groups lose the member; a manager who is gone stays named.
    for (const [key, other] of resources) {
      if (other.type === 'Group') write(key, other, { refs: other.refs.filter((ref) => ref !== target) });
    }
  } else if (current === undefined) {
    resources.set(target, { type, name, refs: distinct(refs), revision: 0 });
  } else {
    write(target, current, method === 'PUT' ? { name, refs } : patched(current, each));
  }
}

/** The groups of a user, as its `groups` tells them. */
export function groupsOf(resources: ReadonlyMap<Key, Resource>, user: Key): Map<Key, 'direct' | 'indirect'> {
  const holders = (key: Key) =>
    [...resources].flatMap(([other, { type, refs }]) => (type === 'Group' && refs.includes(key) ? [other] : []));
  const found = new Map<Key, 'direct' | 'indirect'>(holders(user).map((key) => [key, 'direct']));
  for (const key of found.keys()) for (const next of holders(key)) if (!found.has(next)) found.set(next, 'indirect');
  return found;
}

/** The keys in the path and in the data. */
function mentions({ method, type, target, change, refs }: Operation): readonly Key[] {
  if (method === 'POST') return refs;
  const hasRefs =
    method === 'PUT' || (method === 'PATCH' && (change === 'add' || (change === 'remove' && type === 'Group')));
  return hasRefs ? [target, ...refs] : [target];
}

function gives({ method, change }: Operation, what: 'name' | 'refs'): boolean {
  if (method === 'PATCH') return change === (what === 'name' ? 'rename' : 'add');
  return method !== 'DELETE';
}

function patched({ type, refs }: Resource, each: Operation): Partial<Content> {
  if (each.change === 'rename') return { name: each.name };
  if (type === 'User') return { refs: each.change === 'add' ? each.refs : [] };
  return { refs: each.change === 'add' ? [...refs, ...each.refs] : refs.filter((ref) => !each.refs.includes(ref)) };
}

function distinct(keys: readonly Key[]): Key[] {
  return [...new Set(keys)].sort();
}
