// What may be done with the resources of one type, as typed calls.
import type { Answer } from './error.js';
import { ScimError, unwrap } from './error.js';
import type { FilterOf } from './filter.js';
import { filterText } from './filter.js';
import type { AttributeName } from './names.js';
import type { Page } from './pages.js';
import { pages } from './pages.js';
import { Patch } from './patch.js';

/** What an answer shows (RFC 7644 section 3.9). */
export interface View<R> {
  readonly attributes?: readonly AttributeName<R>[];
  readonly excludedAttributes?: readonly AttributeName<R>[];
}

export interface Query<R> extends View<R> {
  readonly filter?: FilterOf<R>;
  readonly sortBy?: AttributeName<R>;
  readonly sortOrder?: 'ascending' | 'descending';
  /** Resources of a page. */
  readonly count?: number;
}

export interface Condition {
  /** The ETag that the resource must have, or the answer is 412. */
  readonly ifMatch?: string;
}

/** `R` is what the server shows of a resource, `W` what a client may write. Each call throws ScimError. */
export interface Resources<R, W> {
  create(resource: W, view?: View<R>): Promise<R>;
  get(id: string, view?: View<R>): Promise<R>;
  /** The first resource that matches, or undefined. */
  find(filter: FilterOf<R>): Promise<R | undefined>;
  /** All resources that match: pages are read as they are needed. */
  list(query?: Query<R>): AsyncGenerator<R, void, undefined>;
  pages(query?: Query<R>): AsyncGenerator<Page<R>, void, undefined>;
  replace(id: string, resource: W, condition?: Condition): Promise<R>;
  /** Undefined where the server answers without the resource. */
  patch(id: string, change: (patch: Patch<W>) => Patch<W>, condition?: Condition): Promise<R | undefined>;
  delete(id: string, condition?: Condition): Promise<void>;
  /**
   * Reads a resource, and writes what `change` makes of it, unless another has changed it meanwhile: then `change` is
   * asked again, with what is there now. It returns a patch, a whole resource, or undefined to leave it as it is.
   */
  update(id: string, change: Change<R, W>): Promise<R | undefined>;
}

export type Change<R, W> = (resource: R, patch: Patch<W>) => Changed<W> | Promise<Changed<W>>;
type Changed<W> = W | Patch<W> | undefined;

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';
export type Send = (method: Method, path: string, init: Init) => Sent;
type Sent = Promise<Answer<unknown>>;
interface Init {
  readonly params: { readonly path?: object; readonly query?: object; readonly header?: object };
  readonly body?: unknown;
}

/** How often `update` asks: more losses in a row than that are no accident. */
const UPDATES = 5;

/** @param endpoint the path of the type, from the base URL on */
export function resources<R, W>(send: Send, endpoint: string): Resources<R, W> {
  const one = async (method: Method, id: string, { ifMatch }: Condition = {}, body?: unknown, query = {}): Sent => {
    // Such a path would lead to all resources of the type, or to those of all types.
    if (['', '.', '..'].includes(id)) throw new TypeError(`"${id}" can't be the id of a resource`);
    const header = ifMatch === undefined ? {} : { 'If-Match': ifMatch };
    return send(method, `${endpoint}/{id}`, {
      params: { path: { id }, query, header },
      ...(body === undefined ? {} : { body }),
    });
  };
  const whole = (sent: Sent) => unwrap(sent as Promise<Answer<R>>);

  const self: Resources<R, W> = {
    create: (resource, view = {}) => whole(send('post', endpoint, { params: { query: view }, body: resource })),
    get: (id, view = {}) => whole(one('get', id, {}, undefined, view)),
    async find(filter) {
      for await (const found of self.list({ filter, count: 1 })) return found;
      return undefined;
    },
    async *list(query) {
      for await (const { Resources = [] } of self.pages(query)) yield* Resources;
    },
    pages({ filter, ...query } = {}) {
      const asked = { ...query, ...(filter === undefined ? {} : { filter: filterText(filter) }) };
      return pages((place) =>
        unwrap(send('get', endpoint, { params: { query: { ...asked, ...place } } }) as Promise<Answer<Page<R>>>),
      );
    },
    replace: (id, resource, condition) => whole(one('put', id, condition, resource)),
    patch: (id, change, condition) => whole(one('patch', id, condition, change(new Patch<W>()))),
    async delete(id, condition) {
      await unwrap(one('delete', id, condition));
    },
    async update(id, change) {
      for (let left = UPDATES; ; left -= 1) {
        const { data, error, response } = (await one('get', id)) as Answer<R>;
        if (!response.ok) throw new ScimError(response, error);
        const changed = await change(data as R, new Patch<W>());
        if (changed === undefined) return data;
        const version = response.headers.get('ETag');
        const condition = version === null ? {} : { ifMatch: version };
        try {
          return await whole(one(changed instanceof Patch ? 'patch' : 'put', id, condition, changed));
        } catch (lost) {
          if (!(lost instanceof ScimError && lost.status === 412) || left === 1) throw lost;
        }
      }
    },
  };
  return self;
}
