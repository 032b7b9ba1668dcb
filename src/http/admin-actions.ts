// The actions that operations of openapi-admin/ name: records are read as resources are, and acted on by their row in
// control/kinds.ts; logs are read, and exported.
import type { Act, Acts, Given, Kind } from '../control/kinds.js';
import { recordOf } from '../control/record.js';
import { compileProjection } from '../representation/projection.js';
import type { ResourceType } from '../schema/model.js';
import { exportEvents, newestFirst } from '../service/audit-log.js';
import type { Origin } from '../service/audit-event.js';
import type { ReadContext } from '../service/context.js';
import { present } from '../service/present.js';
import { entityTag } from '../service/version.js';
import type { ActionRequest, ResourceAction } from './action.js';
import { readActions } from './actions.js';
import type { Answer } from './reply.js';

export interface AdminContext {
  readonly kinds: Readonly<Record<string, Kind>>;
  /** What can be done, in the name of somebody. */
  readonly by: (origin: Origin) => Acts;
  /** What reads resources of a type: those of a tenant where one is given. @throws ScimError notFound */
  readonly readerOf: (type: ResourceType, tenant: string | undefined) => Promise<ReadContext>;
}

/** By x-scim-action. */
export function adminActions({ kinds, by, readerOf }: AdminContext): Readonly<Record<string, ResourceAction>> {
  const act =
    (name: string): ResourceAction =>
    async ({ params, query, headers, body, origin }, type) => {
      const id = params['id'] ?? '';
      const record = await actOf(
        kinds,
        type,
        name,
      )(by(origin()), {
        id,
        body,
        query: query as Given['query'],
        ifMatch: headers.ifMatch,
      });
      if (record === undefined) return { status: 204 };
      const context = await readerOf(type, undefined);
      const shown = present(context, type, recordOf(type, record), compileProjection(type, {}), new Map());
      const location = context.presenter.location(type, record.id);
      const versioned = record.version === undefined ? {} : { entityTag: entityTag(record.version) };
      return { status: record.id === id ? 200 : 201, body: shown, location, ...versioned };
    };
  const names = new Set(Object.values(kinds).flatMap((kind) => Object.keys(kind.acts)));

  return {
    ...Object.fromEntries([...names].map((name) => [name, act(name)])),

    async list(request, type) {
      const query = type.name in kinds ? request.query : newestFirst(request.query);
      return readActions(await reading(request, type)).list({ ...request, query }, type);
    },

    async get({ headers: _noVersions, ...request }, type) {
      const { entityTag: version, ...answer } = await readActions(await reading(request, type)).get(
        { ...request, headers: {} },
        type,
      );
      // Nobody counts the changes of what is never replaced.
      const isVersioned = version !== undefined && kinds[type.name]?.acts['replace'] !== undefined;
      return isVersioned ? { ...answer, entityTag: version } : answer;
    },

    async export(request, type): Promise<Answer> {
      const events = exportEvents(await reading(request, type), type, request.query.filter);
      // What is wrong with the filter shows before the head of the answer is out.
      const first = await events.next();
      return { status: 200, lines: first.done === true ? events : goOn(first.value, events) };
    },
  };

  function reading({ params }: Pick<ActionRequest, 'params'>, type: ResourceType): Promise<ReadContext> {
    return readerOf(type, params['tenant']);
  }
}

/** @throws Error where the document has an action that no row has */
function actOf(kinds: AdminContext['kinds'], { name: typeName }: ResourceType, name: string): Act {
  const act = kinds[typeName]?.acts[name];
  if (act === undefined) throw new Error(`${typeName} has no ${name} in control/kinds.ts`);
  return act;
}

async function* goOn<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
