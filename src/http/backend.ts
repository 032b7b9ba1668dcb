// openapi-backend as the server uses it: it matches, authenticates and validates by the document, and calls the action
// that the operation names. Everything that it would let pass is made to fail: strict, and every handler registered.
import { setImmediate } from 'node:timers/promises';
import type { Context } from 'koa';
import { OpenAPIBackend } from 'openapi-backend';
import type { Context as BackendContext, Document, Handler } from 'openapi-backend';
import { ScimError, show } from '../errors/scim-error.js';
import { canonicaliseMessage, canonicaliseObject } from '../schema/canonicalise.js';
import type { Model, ResourceType } from '../schema/model.js';
import { findAttribute } from '../schema/model.js';
import type { Tolerance } from '../schema/tolerance.js';
import { OF_DOCUMENT, validationError, withFormats } from '../schema/validator.js';
import type { AttributeSchema } from '../spec/attribute-schema.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject, mapObject } from '../spec/json.js';
import type { Operation, OpenApiDocument } from '../spec/publish.js';
import { validatorDocument } from '../spec/validator-document.js';
import type { Actor, SubjectValue } from '../auth/actor.js';
import type { Access } from '../auth/scope.js';
import { allows } from '../auth/scope.js';
import type { Action, ActionRequest, ResourceAction } from './action.js';
import type { Backend } from './arrival.js';
import { arrivalOf } from './arrival.js';
import { identityOf } from './identity.js';
import { noting, originOf } from './origin.js';
import type { ReadQuery } from './query.js';
import { queryReader } from './query.js';
import type { Answer } from './reply.js';
import type { Match } from './routes.js';
import type { RoutedRequest } from './routing.js';
import { routeByTable } from './routing.js';

export interface BackendOptions {
  readonly document: OpenApiDocument;
  readonly model: Model;
  readonly basePath: string;
  /** Attributes that there are not are refused in a body, where they would be left out: nothing is half understood. */
  readonly refusesUnknown?: boolean;
  /** What is tolerated of clients of a profile, or of one that names none. */
  readonly toleranceOf: (profile: string | undefined) => Tolerance;
  /** The id of the one resource that a value names; undefined where there is none, or several. */
  readonly findSubject: (type: ResourceType, subject: SubjectValue) => Promise<string | undefined>;
  /** The permanent URL of a resource. */
  readonly location: (type: ResourceType, id: string) => string;
  readonly resourceActions: Readonly<Record<string, ResourceAction>>;
  readonly actions: Readonly<Record<string, Action>>;
}

/** A request on its way: `request` is what openapi-backend reads, and may be mended before it validates. */
interface Exchange {
  readonly ctx: Context;
  readonly actor: Actor | undefined;
  readonly request: RoutedRequest;
  readonly tolerance: ReturnType<typeof noting>;
}

/** Actions whose body is a resource: its names are brought into canonical form before it is validated. */
const TAKES_RESOURCE = new Set(['create', 'replace']);

export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { document, model, basePath } = options;
  const types = new Map(model.resourceTypes.map((type) => [type.name, type]));
  const typeOf = (operation: Operation): ResourceType | undefined =>
    types.get(String(operation['x-scim-resource-type']));

  const resourceTaken = (operation: Operation): ResourceType | undefined =>
    TAKES_RESOURCE.has(operation['x-scim-action']) ? typeOf(operation) : undefined;
  const canonicaliseBody = (operation: Operation, body: JsonObject, tolerance: Tolerance): Json => {
    const type = resourceTaken(operation);
    if (type !== undefined && options.refusesUnknown === true) refuseUnknown(type, body);
    if (type !== undefined) return canonicaliseObject(type.root, body, tolerance);
    const schema = messageSchema(operation);
    return schema === undefined ? body : canonicaliseMessage(schema, body);
  };

  const readers = new Map<Operation, ReadQuery>();
  const api = new OpenAPIBackend({
    definition: validatorDocument(document) as unknown as Document,
    apiRoot: basePath,
    strict: true,
    // Compiles a validator when it is first needed: all of them at once would take most of the start.
    quick: true,
    coerceTypes: true,
    ajvOpts: OF_DOCUMENT,
    customizeAjv: (ajv) => withFormats(ajv),
    // A token is the same whoever issued it, and in the same header.
    securityHandlers: mapObject(document.components['securitySchemes'] ?? {}, () => authorize),
    handlers: {
      notFound: (_context: BackendContext, { ctx }: Exchange) => {
        throw new ScimError('notFound', `there is nothing at ${ctx.path}`);
      },
      methodNotAllowed: (_context: BackendContext, { ctx, request }: Exchange) => {
        const allow = request.match.kind === 'methodNotAllowed' ? allowed(request.match.allow) : '';
        ctx.set('Allow', allow);
        if (ctx.method === 'OPTIONS') return { status: 204 };
        throw new ScimError('methodNotAllowed', `${ctx.method} is not allowed here; use ${allow}`);
      },
      unauthorizedHandler: () => {
        throw new ScimError('unauthorized', 'the request needs a valid bearer token: "Authorization: Bearer <token>"');
      },
      validationFail: ({ validation, operation }: BackendContext) => {
        // What is wrong in a resource is a value; what is wrong in a message is its syntax (RFC 7644 table 9).
        const type = resourceTaken(operation as unknown as Operation);
        throw validationError(validation.errors ?? [], type ? 'invalidValue' : 'invalidSyntax', type?.root);
      },
      notImplemented: ({ operation }: BackendContext) => {
        throw new Error(`the document has an operation without an action: ${operation.operationId ?? ''}`);
      },
      postSecurityHandler: (context: BackendContext, { ctx, request, actor, tolerance }: Exchange) => {
        if (context.security['authorized'] !== true && (context.operation.security?.length ?? 0) > 0) return;
        const operation = context.operation as unknown as Operation;
        const type = typeOf(operation);
        // On every answer of /Me, errors too (RFC 7644 section 3.11).
        if (type && isSubject(operation)) ctx.set('Location', options.location(type, subjectOf(actor)));
        if (type !== undefined) demand(actor, READS.has(operation['x-scim-action']) ? 'read' : 'write', type);
        request.query = readers.get(operation)?.(ctx.querystring) ?? {};
        if (isObject(request.body)) request.body = canonicaliseBody(operation, request.body, tolerance);
      },
    },
  });
  await api.init();

  const { operations, match } = routeByTable(api, basePath);
  for (const operation of operations) {
    readers.set(operation, queryReader(operation));
    api.register(operation.operationId, handlerOf(operation, typeOf(operation), options));
  }

  void compileValidators(api, operations);

  return {
    // A HEAD is a GET whose body stays behind (RFC 9110 section 9.3.2).
    match: ({ method, path }) => match(method === 'HEAD' ? 'GET' : method, path),
    async handle(ctx, found, admitted) {
      const actor = await withSubject(admitted, found, options, typeOf);
      const request: RoutedRequest = {
        match: found,
        params: found.kind === 'operation' ? mapObject(found.params, decodeURIComponent) : {},
        method: ctx.method,
        path: ctx.path,
        query: {},
        headers: ctx.headers as Record<string, string | string[]>,
        body: ctx.request.body,
      };
      const tolerance = noting(options.toleranceOf(actor?.profile));
      return (await api.handleRequest(request, { ctx, actor, request, tolerance } satisfies Exchange)) as Answer;
    },
  };
}

function authorize(_context: BackendContext, { actor }: Exchange): Actor | undefined {
  return actor;
}

/** Compiles what no request has needed yet, between requests. */
async function compileValidators(api: OpenAPIBackend, operations: readonly Operation[]): Promise<void> {
  for (const { operationId } of operations) {
    await setImmediate();
    api.validator.getRequestValidatorsForOperation(operationId);
  }
}

/** What the document allows, and what the server does for every path. */
function allowed(methods: readonly string[]): string {
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/** The schema of the message that an operation takes; openapi-backend has dereferenced it. */
function messageSchema(operation: Operation): AttributeSchema | undefined {
  const body = operation['requestBody'] as { content?: Record<string, { schema?: AttributeSchema }> } | undefined;
  return body?.content?.['application/scim+json']?.schema;
}

/** @throws Error where the document names an action that the server hasn't */
function handlerOf(operation: Operation, type: ResourceType | undefined, options: BackendOptions): Handler {
  const name = operation['x-scim-action'];
  const onResource = type === undefined ? undefined : options.resourceActions[name];
  const action: Action | undefined =
    type !== undefined && onResource !== undefined ? (request) => onResource(request, type) : options.actions[name];
  if (action === undefined) throw new Error(`${operation.operationId}: there is no action ${name} (x-scim-action)`);
  return ({ request }: BackendContext, { ctx, actor, tolerance }: Exchange) =>
    action({
      params: isSubject(operation) ? { id: subjectOf(actor) } : (request.params as Record<string, string>),
      query: request.query as ActionRequest['query'],
      headers: { ifMatch: header(ctx, 'if-match'), ifNoneMatch: header(ctx, 'if-none-match') },
      body: request.requestBody,
      tolerance,
      origin: () => originOf(ctx, actor, operation.operationId, tolerance.used),
      may: (access, of) => may(actor, access, of),
      demand: (access, of) => {
        demand(actor, access, of);
      },
      charge: (amount) => arrivalOf(ctx).allowance?.charge(amount),
      report: identityOf(ctx).report,
    });
}

/** What an action on resources does to them; whatever is not here writes. */
const READS = new Set(['list', 'search', 'get', 'export']);

function may(actor: Actor | undefined, access: Access, { name }: ResourceType): boolean {
  return actor !== undefined && allows(actor.scopes, access, name);
}

/** @throws ScimError forbidden */
function demand(actor: Actor | undefined, access: Access, type: ResourceType): void {
  if (may(actor, access, type)) return;
  throw new ScimError('forbidden', `the token may not ${access} resources of the type ${type.name}`);
}

/** @throws ScimError invalidSyntax */
function refuseUnknown({ name: typeName, root }: ResourceType, body: JsonObject): void {
  const unknown = Object.keys(body).find((name) => findAttribute(root, name) === undefined);
  if (unknown === undefined) return;
  const known = root.subAttributes.filter(({ mutability }) => mutability !== 'readOnly').map(({ name }) => name);
  throw new ScimError('invalidSyntax', `${typeName} has no attribute ${show(unknown)}; it has ${known.join(', ')}`);
}

/** Tells the operations of /Me. */
function isSubject(operation: Operation): boolean {
  return operation['x-scim-subject'] === true;
}

/** The actor of a request to /Me, bound to the id of a resource where it is bound to a value that one has. */
async function withSubject(
  actor: Actor | undefined,
  match: Match,
  { findSubject }: BackendOptions,
  typeOf: (operation: Operation) => ResourceType | undefined,
): Promise<Actor | undefined> {
  if (typeof actor?.subject !== 'object' || match.kind !== 'operation' || !isSubject(match.operation)) return actor;
  const type = typeOf(match.operation);
  return { ...actor, subject: type && (await findSubject(type, actor.subject)) };
}

/** @throws ScimError forbidden where the token is bound to nothing */
function subjectOf(actor: Actor | undefined): string {
  if (typeof actor?.subject === 'string') return actor.subject;
  throw new ScimError('forbidden', 'the token is bound to no resource, so there is no /Me for it');
}

function header(ctx: Context, name: string): string | undefined {
  const value = ctx.get(name);
  return value === '' ? undefined : value;
}
