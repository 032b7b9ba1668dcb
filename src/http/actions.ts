// The actions that operations of the document name in `x-scim-action`. They know no resource type: a new one in the
// document has these as they are.
import type { BulkContext } from '../bulk/context.js';
import { processBulk } from '../bulk/process.js';
import { givenAttributes } from '../schema/given.js';
import { checkMessageSchemas } from '../schema/messages.js';
import type { Attribute, ResourceType } from '../schema/model.js';
import type { components } from '../generated/openapi.js';
import { ScimError } from '../errors/scim-error.js';
import { givenByPatch } from '../patch/given.js';
import type { PatchRequest } from '../patch/operation.js';
import { compileProjection } from '../representation/projection.js';
import { patch, replace } from '../service/change.js';
import type { CallOnResource, ReadContext, ServiceContext } from '../service/context.js';
import { create } from '../service/create.js';
import type { ResourceRecord } from '../service/ports.js';
import { present, presentPage, showsEdges } from '../service/present.js';
import { findEdgeValues, inversesShown, neededFor } from '../service/references.js';
import { search } from '../service/search.js';
import { get } from '../service/read.js';
import { remove } from '../service/remove.js';
import { entityTag, matchesVersion } from '../service/version.js';
import type { JsonObject } from '../spec/json.js';
import type { Action, ActionRequest, ListQuery, ResourceAction } from './action.js';
import { listResponse } from './list-response.js';
import type { Answer } from './reply.js';

type SearchRequest = components['schemas']['SearchRequest'];
type BulkRequest = components['schemas']['BulkRequest'];

const SEARCH_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
/** An answer to a PATCH that nobody asked to see holds no more references than these (RFC 7644 section 3.5.2). */
const MAX_UNASKED_EDGES = 100;

/** The actions on resources. */
export function resourceActions(context: ServiceContext): Readonly<Record<string, ResourceAction>> {
  return { ...readActions(context), ...writeActions(context) };
}

/** Those that change nothing. */
export function readActions(context: ReadContext): Readonly<Record<'list' | 'search' | 'get', ResourceAction>> {
  return {
    list: ({ query }, type) => answerQuery(context, [type], query),
    search: async ({ body }, type) => answerQuery(context, [type], searchRequest(body)),

    async get({ params, query, headers }, type) {
      const projection = context.presenter.project(type, query);
      const id = idOf(params);
      const [record, edges] = await Promise.all([
        get(context, { type, id, inverses: inversesShown(type, projection) }),
        findEdgeValues(context, type, [id], projection),
      ]);
      if (headers.ifNoneMatch !== undefined && matchesVersion(headers.ifNoneMatch, record.version)) {
        return { ...about(context, type, record), status: 304 };
      }
      const body = present(context, type, record, projection, edges);
      return { ...about(context, type, record), status: 200, body };
    },
  };
}

function about({ presenter }: ReadContext, type: ResourceType, { id, version }: ResourceRecord) {
  return { location: presenter.location(type, id), entityTag: entityTag(version) };
}

function writeActions(context: ServiceContext): Readonly<Record<string, ResourceAction>> {
  /** Changes a resource; its owners, which its change can't alter, come along with the read before. */
  const change = async (
    { params, query, headers, tolerance, origin }: ActionRequest,
    type: ResourceType,
    given: readonly Attribute[],
    make: (call: CallOnResource) => Promise<ResourceRecord>,
    maxUnaskedEdges = Infinity,
  ): Promise<Answer> => {
    const projection = compileProjection(type, query, given);
    const inverses = inversesShown(type, projection);
    const record = await make({ type, tolerance, origin, id: idOf(params), ifMatch: headers.ifMatch, inverses });
    const isLarge = record.edgeCount > maxUnaskedEdges && !projection.isExplicit && showsEdges(type, projection);
    if (isLarge) return { ...about(context, type, record), status: 204 };
    const edges = await findEdgeValues(context, type, [record.id], projection);
    return { ...about(context, type, record), status: 200, body: present(context, type, record, projection, edges) };
  };

  return {
    async create({ params, body, query, tolerance, origin }, type) {
      const resource = body as JsonObject;
      const projection = compileProjection(type, query, givenAttributes(type.root, resource));
      const record = await create(context, { type, tolerance, origin }, resource, params['id']);
      // Nothing leads to what is new.
      const edges = await findEdgeValues(context, type, [record.id], projection);
      return { ...about(context, type, record), status: 201, body: present(context, type, record, projection, edges) };
    },

    replace(request, type) {
      const body = request.body as JsonObject;
      return change(request, type, givenAttributes(type.root, body), (call) => replace(context, call, body));
    },

    patch(request, type) {
      const body = request.body as PatchRequest;
      return change(request, type, givenByPatch(type, body), (call) => patch(context, call, body), MAX_UNASKED_EDGES);
    },

    async remove({ params, headers, tolerance, origin }, type) {
      await remove(context, { type, tolerance, origin, id: idOf(params), ifMatch: headers.ifMatch });
      return { status: 204 };
    },
  };
}

/** The actions on the resources of all types together: those that the client may read. */
export function rootActions(context: ServiceContext): Readonly<Record<string, Action>> {
  const { resourceTypes } = context.model;
  return {
    list: async ({ query, may }) => answerQuery(context, readable(resourceTypes, may), query),
    search: async ({ body, may }) => answerQuery(context, readable(resourceTypes, may), searchRequest(body)),
  };
}

/** @throws ScimError forbidden where there is none */
function readable(types: readonly ResourceType[], may: ActionRequest['may']): ResourceType[] {
  const shown = types.filter((type) => may('read', type));
  if (shown.length === 0) throw new ScimError('forbidden', 'the token may not read resources of any type');
  return shown;
}

export function bulkActions(context: BulkContext): Readonly<Record<string, Action>> {
  return {
    bulk: async ({ body, tolerance, origin, demand, charge, report }) => {
      const demandWrite = (type: ResourceType) => {
        demand('write', type);
      };
      return {
        status: 200,
        body: await processBulk(context, { tolerance, origin, demandWrite, charge, report }, body as BulkRequest),
      };
    },
  };
}

/** @throws ScimError invalidSyntax */
function searchRequest(body: unknown): SearchRequest {
  const request = body as SearchRequest;
  checkMessageSchemas(request.schemas, SEARCH_REQUEST);
  return request;
}

/** GET and POST /.search are one query in two forms (RFC 7644 section 3.4.3). */
async function answerQuery(context: ReadContext, types: readonly ResourceType[], query: ListQuery): Promise<Answer> {
  const projections = new Map(types.map((type) => [type, context.presenter.project(type, query)]));
  const projectionOf = (type: ResourceType) => projections.get(type) ?? context.presenter.project(type, query);
  const needed = new Map(types.map((type) => [type.name, neededFor(type, projectionOf(type))]));
  context.searched?.(types, query);
  const { total, found, ...place } = await search(context, types, query, needed);
  const resources = await presentPage(context, found, projectionOf);
  return { status: 200, body: listResponse(resources, found.length, total, place) };
}

function idOf(params: Readonly<Record<string, string>>): string {
  return params['id'] ?? '';
}
