// What is measured, as data: scenarios, each a chain of steps that leaves a server as it was before.
import type { HttpRequest } from './load.js';
import type { Population } from './population.js';
import { briefUser, group, user, userName } from './population.js';

/** Where a scenario stands on one subject. */
export interface Place {
  readonly population: Population;
  /** Makes names unique, and each window start at another user. */
  readonly nonce: number;
  /** The group that the scenario made for itself, where it asks for one. */
  readonly group: string;
  /** The ids that its steps made. */
  readonly made: readonly string[];
}

export interface Step {
  /** The operation that it measures; undefined for what is needed before or after one. */
  readonly operation?: string;
  /** How many items one request is about; one, where not given. */
  readonly batch?: number;
  /** Is about all that the scenario made, however few of them the step before took. */
  readonly takesAllMade?: boolean;
  request(place: Place, item: number): HttpRequest;
  /** The ids in an answer's body. */
  ids?(body: unknown): string[];
  /** Tells whether an answer is what was asked for; looked at before measuring begins. */
  isRight?(body: unknown): boolean;
}

export interface Scenario {
  /** What the database grows in, where the operation is about it. */
  readonly about: 'users' | 'group';
  /** Makes a group of 100 for itself. */
  readonly ownGroup?: boolean;
  /** Is tried by one connection at a time alone. */
  readonly alone?: boolean;
  /** So many items at most. A step takes as many as the one before it did; the time bounds the first measured one. */
  items(place: { readonly users: number; readonly concurrency: number }): number;
  readonly steps: readonly Step[];
}

interface Body {
  readonly id?: string;
  readonly totalResults?: number;
  readonly members?: readonly unknown[];
  readonly Resources?: readonly unknown[];
  readonly Operations?: readonly { readonly status?: string; readonly location?: string }[];
}

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const PAGE = 100;
const BULK = 1_000;
const UNBOUNDED = () => Infinity;
const EACH_USER_ONCE = ({ users }: { users: number }) => users;
const FEW = ({ concurrency }: { concurrency: number }) => (concurrency === 1 ? 200 : 1_000);

/** A user of the population: neighbours in time are far apart in the order of ids. */
const pick = ({ population: { users }, nonce }: Place, item: number) => ((item + nonce) * 7_919) % users;
const filter = (text: string): HttpRequest => ({ method: 'GET', path: `/Users?filter=${encodeURIComponent(text)}` });
const patch = (path: string, operation: object): HttpRequest => ({
  method: 'PATCH',
  path,
  body: { schemas: [PATCH_OP], Operations: [operation] },
});
const page = (startIndex: number): HttpRequest => ({
  method: 'GET',
  path: `/Users?startIndex=${startIndex}&count=${PAGE}`,
});
const ownId = (body: unknown) => [(body as Body).id ?? ''];
const isOne = (body: unknown) => (body as Body).totalResults === 1 && (body as Body).Resources?.length === 1;
const isPage = (body: unknown) => (body as Body).Resources?.length === PAGE;

const get = (place: Place, item: number): HttpRequest => ({
  method: 'GET',
  path: `/Users/${place.population.userId(pick(place, item))}`,
});
/** Without what it takes a join to know. */
const getAlone = (place: Place, item: number): HttpRequest => {
  const { method, path } = get(place, item);
  return { method, path: `${path}?excludedAttributes=groups` };
};
const byUserName = (place: Place, item: number) => filter(`userName eq "${userName(pick(place, item))}"`);
const setActive = (place: Place, item: number, value: boolean) =>
  patch(`/Users/${place.population.userId(pick(place, item))}`, { op: 'replace', path: 'active', value });
const put = (place: Place, item: number): HttpRequest => {
  const index = pick(place, item);
  const body = user(index, `Engineer ${place.nonce}`);
  return { method: 'PUT', path: `/Users/${place.population.userId(index)}`, body };
};
const nameOf = ({ nonce }: Place, item: number) => `new.${nonce.toString(36)}.${item}`;
const add = (group: string, ids: readonly string[]) =>
  patch(`/Groups/${group}`, { op: 'add', path: 'members', value: ids.map((value) => ({ value })) });
const remove = (group: string, id: string) =>
  patch(`/Groups/${group}`, { op: 'remove', path: `members[value eq "${id}"]` });
const groupOf = ({ population }: Place) => population.groupId(population.groupSize);
const madeId = ({ made }: Place, item: number) => made[item] ?? '';

const create: Step = {
  request: (place, item) => ({ method: 'POST', path: '/Users', body: user(nameOf(place, item)) }),
  ids: ownId,
};
const deleteMade: Step = {
  takesAllMade: true,
  request: (place, item) => ({ method: 'DELETE', path: `/Users/${madeId(place, item)}` }),
};
const reads = (operation: string, request: Step['request'], isRight: (body: unknown) => boolean): Scenario => ({
  about: 'users',
  items: UNBOUNDED,
  steps: [{ operation, request, isRight }],
});

/** 70 of 100 look up, 20 update, 10 change a group: what Okta's provisioning does all day. */
const DAY: readonly Step['request'][] = [
  byUserName,
  get,
  byUserName,
  get,
  byUserName,
  (place, item) => setActive(place, item, item % 20 < 10),
  byUserName,
  get,
  put,
  (place, item) => {
    const id = place.population.userId(pick(place, item - (item % 20)));
    return item % 20 < 10 ? add(place.group, [id]) : remove(place.group, id);
  },
];

export const SCENARIOS: readonly Scenario[] = [
  reads('get by id', get, (body) => 'schemas' in (body as object)),
  reads('get by id without groups', getAlone, (body) => 'schemas' in (body as object)),
  reads('userName eq', byUserName, isOne),
  reads(
    'emails[type and value]',
    (place, item) => filter(`emails[type eq "work" and value eq "${userName(pick(place, item))}"]`),
    isOne,
  ),
  reads('first page of 100', () => page(1), isPage),
  reads('first page sorted by userName', () => ({ ...page(1), path: `${page(1).path}&sortBy=userName` }), isPage),
  reads('page of 100 at 90 %', ({ population }) => page(Math.floor(population.users * 0.9) + 1), isPage),
  {
    about: 'users',
    // There and back again: each request changes something, and in the end nothing is changed.
    items: EACH_USER_ONCE,
    steps: [false, true].map((active) => ({
      operation: 'PATCH active',
      request: (place, item) => setActive(place, item, active),
    })),
  },
  { about: 'users', items: EACH_USER_ONCE, steps: [{ operation: 'PUT', request: put }] },
  {
    about: 'users',
    ownGroup: true,
    items: FEW,
    steps: [
      { operation: 'create', ...create },
      { batch: 250, request: ({ group, made }, item) => add(group, made.slice(item * 250, (item + 1) * 250)) },
      { operation: 'delete of a user in a group', ...deleteMade },
    ],
  },
  {
    about: 'group',
    items: FEW,
    steps: [
      create,
      { operation: 'member add', request: (place, item) => add(groupOf(place), [madeId(place, item)]) },
      { operation: 'member remove', request: (place, item) => remove(groupOf(place), madeId(place, item)) },
      deleteMade,
    ],
  },
  {
    ...reads(
      'group without members',
      (place) => ({ method: 'GET', path: `/Groups/${groupOf(place)}?excludedAttributes=members` }),
      (body) => (body as Body).members === undefined,
    ),
    about: 'group',
  },
  {
    ...reads(
      'group with all members',
      (place) => ({ method: 'GET', path: `/Groups/${groupOf(place)}` }),
      (body) => ((body as Body).members?.length ?? 0) > 0,
    ),
    about: 'group',
    alone: true,
  },
  {
    about: 'users',
    alone: true,
    items: () => BULK,
    steps: [
      {
        operation: 'bulk of 1,000 creates',
        batch: BULK,
        request: (place) => ({
          method: 'POST',
          path: '/Bulk',
          body: {
            schemas: [BULK_REQUEST],
            Operations: Array.from({ length: BULK }, (_, item) => ({
              method: 'POST',
              path: '/Users',
              bulkId: String(item),
              data: briefUser(nameOf(place, item)),
            })),
          },
        }),
        ids: (body) => ((body as Body).Operations ?? []).map(({ location = '' }) => location.replace(/.*\//, '')),
        isRight: (body) => ((body as Body).Operations ?? []).every(({ status }) => status === '201'),
      },
      deleteMade,
    ],
  },
  {
    about: 'users',
    ownGroup: true,
    items: UNBOUNDED,
    steps: [
      {
        operation: 'a day of Okta',
        request: (place, item) => (DAY[item % DAY.length] ?? get)(place, item),
      },
    ],
  },
];

/** The group that a scenario makes for itself. */
export function ownGroup({ population, nonce }: Pick<Place, 'population' | 'nonce'>): HttpRequest {
  const members = Array.from({ length: Math.min(PAGE, population.users) }, (_, index) => population.userId(index));
  return { method: 'POST', path: '/Groups', body: group(`Own ${nonce.toString(36)}`, members) };
}
