// The client: openapi-fetch on the types of a document, with a token, SCIM's media type and retries; and on top of it
// the typed calls of each resource type that the document has.
import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { Resources, Send } from './resources.js';
import { resources } from './resources.js';
import type { RetryOptions } from './retry.js';
import { retrying } from './retry.js';

const MEDIA_TYPE = 'application/scim+json';

interface Carries<B> {
  content: { 'application/scim+json': B };
}

/** What the document says of an endpoint: which resources it lists, and what it takes to make one. */
interface Endpoint<R, W> {
  get: { responses: { 200: Carries<{ Resources: R[] }> } };
  post: { requestBody: Carries<W> };
}

/** The endpoints of the resource types in `P`, which is `paths` of openapi-typescript. */
export type EndpointOf<P> = {
  [K in keyof P & string]: P[K] extends Endpoint<unknown, unknown> ? (`${K}/{id}` extends keyof P ? K : never) : never;
}[keyof P & string];

/** What the server shows of a resource of an endpoint. */
export type ResourceOf<P, K extends EndpointOf<P>> = P[K] extends Endpoint<infer R, unknown> ? R : never;

/** What a client may write of a resource of an endpoint. */
export type WriteOf<P, K extends EndpointOf<P>> = P[K] extends Endpoint<unknown, infer W> ? W : never;

export interface ScimClientOptions {
  /** Where the service provider is, e.g. `https://scim.example/v2`. */
  readonly baseUrl: string;
  /** The bearer token, or what finds the one of the moment. */
  readonly token: string | (() => string | Promise<string>);
  readonly retry?: RetryOptions;
  readonly fetch?: (request: Request) => Promise<Response>;
}

export interface ScimClient<P extends object> {
  /** openapi-fetch itself, for every operation of the document; `unwrap` makes an error of a refusal. */
  readonly api: Client<P>;
  /** The resources of one type, by its endpoint. */
  resources<K extends EndpointOf<P>>(endpoint: K): Resources<ResourceOf<P, K>, WriteOf<P, K>>;
}

/** A client of the service provider whose document has the paths `P`. */
export function createScimClient<P extends object>(options: ScimClientOptions): ScimClient<P> {
  const { baseUrl, token, retry, fetch = (request: Request) => globalThis.fetch(request) } = options;
  const api = createClient<P>({
    baseUrl,
    fetch: retrying(fetch, retry),
    querySerializer: { array: { style: 'form', explode: false } },
  });
  api.use({
    async onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
      request.headers.set('Accept', MEDIA_TYPE);
      if (request.body !== null) request.headers.set('Content-Type', MEDIA_TYPE);
    },
  });
  // Which operations there are, the types of `resources` know; openapi-fetch can't see it through a type parameter.
  const send = api.request as unknown as Send;
  return { api, resources: (endpoint) => resources(send, endpoint) };
}
