// What an action is: what it is given of a request, and what it answers.
import type { Access } from '../auth/scope.js';
import type { operations } from '../generated/openapi.js';
import type { ResourceType } from '../schema/model.js';
import type { Tolerance } from '../schema/tolerance.js';
import type { Origin } from '../service/audit-event.js';
import type { Answer } from './reply.js';

/** A request that has been routed, authenticated, canonicalised and validated. */
export interface ActionRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: ListQuery;
  readonly headers: { readonly ifMatch?: string | undefined; readonly ifNoneMatch?: string | undefined };
  readonly body: unknown;
  readonly tolerance: Tolerance;
  readonly origin: () => Origin;
  /** Tells what the client may do with resources of a type. */
  readonly may: (access: Access, type: ResourceType) => boolean;
  /** @throws ScimError forbidden where it may not */
  readonly demand: (access: Access, type: ResourceType) => void;
  /** Takes from what the client may ask in a time, beyond the request itself. */
  readonly charge: (amount: number) => void;
  /** Hears of errors that are the server's own, where the request goes on without what failed. */
  readonly report: (error: unknown) => void;
}

/** The parameters of every list: those of a resource type, and the one of all of them, which every document has. */
export type ListQuery = NonNullable<operations['listResources']['parameters']['query']>;

export type Action = (request: ActionRequest) => Promise<Answer>;
export type ResourceAction = (request: ActionRequest, type: ResourceType) => Promise<Answer>;
