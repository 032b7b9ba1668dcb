// What is known of a request before its body is read: who asks, and what there is at its path.
import type { Context } from 'koa';
import type { Actor } from '../auth/bearer.js';
import type { Match } from './routes.js';

export interface Arrival {
  readonly actor: Actor | undefined;
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
