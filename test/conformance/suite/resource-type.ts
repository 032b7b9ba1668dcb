// A resource type of the server as checks use it: valid resources of it, requests at its endpoint, and attributes
// picked by what they are. No check knows a type or an attribute by name.
import { Finding, NotApplicable, status } from './finding.js';
import type { Http, Reply, RequestOptions } from './http.js';
import type { Place, Resource } from './place.js';
import { has, placesOf, withValue } from './place.js';
import type { Attribute, Profile, TypeProfile } from './profile.js';
import { freshValue } from './values.js';

export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const SEARCH_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

export type Given = readonly [place: Place, value: unknown];
export type Query = Readonly<Record<string, string | number>>;

/** What a resource type has to do with: the server that it is of, and the other types of it. */
export interface Server {
  readonly http: Http;
  readonly profile: Profile;
  /** The resource type that the values of a complex attribute refer to. */
  targetOf(attribute: Attribute): ResourceType | undefined;
}

export class ResourceType {
  readonly places: readonly Place[];
  /** The paths of the attributes that the server takes, and gives back as they are; learned at the start. */
  readonly usable: Set<string>;

  constructor(
    readonly subject: Server,
    readonly profile: TypeProfile,
  ) {
    this.places = placesOf(profile);
    this.usable = new Set(this.places.filter((place) => isAsked(place)).map(({ path }) => path));
  }

  get name(): string {
    return this.profile.name;
  }

  get endpoint(): string {
    return this.profile.endpoint;
  }

  at(resource: Resource): string {
    return `${this.endpoint}/${String(resource['id'])}`;
  }

  /** The first attribute of a kind. @throws NotApplicable where there is none */
  some(what: string, isIt: (place: Place) => boolean): Place {
    const found = this.all(isIt)[0];
    if (found === undefined) throw new NotApplicable(`has no ${what}`);
    return found;
  }

  all(isIt: (place: Place) => boolean): Place[] {
    return this.places.filter((place) => isIt(place));
  }

  isUsable = (place: Place): boolean => this.usable.has(place.path);

  /** A valid, fresh value of an attribute: what it refers to exists. */
  async value({ attribute, extension }: Place): Promise<any> {
    const prefix = extension === undefined ? '' : `${extension}:`;
    const one = attribute.type === 'complex' ? await this.complexValue(attribute, prefix) : freshValue(attribute);
    return attribute.multiValued ? [one] : one;
  }

  private async complexValue(attribute: Attribute, prefix: string): Promise<Resource> {
    const target = this.subject.targetOf(attribute);
    if (target !== undefined) return { value: (await target.create())['id'] };
    const subs = attribute.subAttributes.filter(
      ({ name, required }) => name !== 'primary' && (required || this.usable.has(`${prefix}${attribute.name}.${name}`)),
    );
    return Object.fromEntries(
      subs.map((sub) => [sub.name, sub.multiValued ? [freshValue(sub)] : freshValue(sub)] as const),
    );
  }

  /** A body for POST: what is given, and what is required besides. */
  async sample(...given: readonly Given[]): Promise<Resource> {
    const inUse = new Set(given.map(([{ extension }]) => extension));
    let resource: Resource = { schemas: [this.profile.schema] };
    for (const { schema, required } of this.profile.extensions) {
      if (!required) continue;
      inUse.add(schema);
      resource = { ...resource, schemas: [...resource['schemas'], schema], [schema]: {} };
    }
    const missing = this.places.filter(
      (place) => isRequired(place, inUse) && !given.some(([{ path }]) => path === place.path),
    );
    for (const place of missing) resource = withValue(resource, place, await this.value(place));
    return given.reduce((body, [place, value]) => withValue(body, place, value), resource);
  }

  post(body: unknown, query: Query = {}, options: RequestOptions = {}): Promise<Reply> {
    return this.subject.http.request('POST', `${this.endpoint}${queryText(query)}`, { body, ...options });
  }

  /** A new resource, as it is when it is read. @throws Finding where it can't be created */
  async create(...given: readonly Given[]): Promise<Resource> {
    return this.createOf(await this.sample(...given));
  }

  async createOf(body: Resource): Promise<Resource> {
    const reply = await this.post(body);
    status(reply, 201);
    if (reply.body?.id === undefined) throw new Finding(`${reply.request} answered no resource with an id`);
    return reply.body;
  }

  /** A body for PUT: the resource as it was read, with other values. */
  async changed(resource: Resource, ...given: readonly Given[]): Promise<Resource> {
    let body = resource;
    // What is required but not returned must be given again.
    const inUse = new Set(Object.keys(resource));
    for (const place of this.places.filter((each) => isRequired(each, inUse) && !has(resource, each))) {
      body = withValue(body, place, await this.value(place));
    }
    return given.reduce((changed, [place, value]) => withValue(changed, place, value), body);
  }

  get(resource: Resource, query: Query = {}, options: RequestOptions = {}): Promise<Reply> {
    return this.subject.http.request('GET', `${this.at(resource)}${queryText(query)}`, options);
  }

  /** The resource as it is now. @throws Finding */
  async read(resource: Resource, query: Query = {}): Promise<Resource> {
    const reply = await this.get(resource, query);
    status(reply, 200);
    return reply.body;
  }

  put(resource: Resource, body: unknown, query: Query = {}, options: RequestOptions = {}): Promise<Reply> {
    return this.subject.http.request('PUT', `${this.at(resource)}${queryText(query)}`, { body, ...options });
  }

  patch(
    resource: Resource,
    operations: readonly object[],
    query: Query = {},
    options: RequestOptions = {},
  ): Promise<Reply> {
    const body = { schemas: [PATCH_OP], Operations: operations };
    return this.subject.http.request('PATCH', `${this.at(resource)}${queryText(query)}`, { body, ...options });
  }

  /** The resource as a PATCH leaves it. @throws Finding where the PATCH fails */
  async patched(resource: Resource, ...operations: readonly object[]): Promise<Resource> {
    status(await this.patch(resource, operations), 200, 204);
    return this.read(resource);
  }

  delete(resource: Resource, options: RequestOptions = {}): Promise<Reply> {
    return this.subject.http.request('DELETE', this.at(resource), options);
  }

  list(query: Query, options: RequestOptions = {}): Promise<Reply> {
    return this.subject.http.request('GET', `${this.endpoint}${queryText(query)}`, options);
  }

  /** The resources of a list, in its order. @throws Finding where the list fails */
  async listed(query: Query): Promise<Resource[]> {
    const reply = await this.list(query);
    status(reply, 200);
    return reply.body?.Resources ?? [];
  }

  /** Which of these a filter finds, in the order of the list. */
  async found(filter: string, among: readonly Resource[], query: Query = {}): Promise<string[]> {
    const theirs = among.map(({ id }) => `id eq "${String(id)}"`).join(' or ');
    const resources = await this.listed({ filter: `(${theirs}) and (${filter})`, ...query });
    return resources.map(({ id }) => String(id));
  }
}

/** What a sample may carry: clients write it, and the server doesn't find it itself. */
function isAsked({ attribute, parent }: Place): boolean {
  const isGiven = (each: Attribute): boolean =>
    each.mutability !== 'readOnly' && each.name !== '$ref' && each.name !== 'schemas';
  return isGiven(attribute) && (parent === undefined || isGiven(parent));
}

/** @param inUse the extensions that the resource has */
function isRequired({ attribute, parent, extension }: Place, inUse: ReadonlySet<string | undefined>): boolean {
  const { required, mutability, name } = attribute;
  const isThere = parent === undefined && (extension === undefined || inUse.has(extension));
  return isThere && required && mutability !== 'readOnly' && name !== 'schemas';
}

function queryText(query: Query): string {
  const entries = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
}
