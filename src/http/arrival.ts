// What is known of a request before its body is read: who asks, and what there is at its path.
import type { Context } from 'koa';
import type { Actor } from '../auth/actor.js';
import type { Allowance } from '../limits/allowance.js';
import type { OpenApiDocument } from '../spec/publish.js';
import type { Answer } from './reply.js';
import type { Match } from './routes.js';

export interface Backend {
  /** What there is at the request's method and path, which is below the base path and well encoded. */
  match(ctx: Context): Match;
  /** Answers a request. @throws ScimError */
  handle(ctx: Context, match: Match, actor: Actor | undefined): Promise<Answer>;
}

/** Who asks, and the backend of the tenant that is asked. Without an actor it is one that lets nobody in. */
export interface Admission {
  readonly actor: Actor | undefined;
  /** What the actor may ask in a time. */
  readonly allowance?: Allowance;
  /** Told when the request has been answered: what serves it may be closed. */
  readonly end?: () => void;
  readonly backend: Backend;
  readonly document: OpenApiDocument;
}

export interface Arrival extends Admission {
  readonly match: Match;
}

export function keepArrival(ctx: Context, arrival: Arrival): void {
  ctx.state['arrival'] = arrival;
}

/** Undefined where the request was refused before, or asks for nothing of SCIM. */
export function findArrival(ctx: Context): Arrival | undefined {
  return ctx.state['arrival'] as Arrival | undefined;
}

/** @throws Error where nothing is known yet */
export function arrivalOf(ctx: Context): Arrival {
  const arrival = findArrival(ctx);
  if (arrival === undefined) throw new Error('a step that needs to know who asks stands before the one that finds it');
  return arrival;
}
