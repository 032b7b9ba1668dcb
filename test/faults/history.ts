// Clients that send requests at once, and the history of what they were answered.
import type { Event } from './linearizable.js';

export interface Clients<Request, Answer> {
  readonly clients: number;
  /** How many requests each sends, one after the other. */
  readonly requests: number;
  choose(client: number, count: number): Request;
  send(request: Request): Promise<Answer>;
}

export async function historyOf<Request, Answer>({
  clients,
  requests,
  choose,
  send,
}: Clients<Request, Answer>): Promise<Event<Request, Answer>[]> {
  const history: Event<Request, Answer>[] = [];
  const client = async (_: unknown, index: number) => {
    for (let count = 0; count < requests; count += 1) history.push(await timed(choose(index, count), send));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return history;
}

/** One request, by itself. */
export async function timed<Request, Answer>(
  request: Request,
  send: (request: Request) => Promise<Answer>,
): Promise<Event<Request, Answer>> {
  const start = performance.now();
  const answer = await send(request);
  return { start, end: performance.now(), request, answer };
}
