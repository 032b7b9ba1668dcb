// Leases between the processes of a host: the workers ask the first one by messages of node:cluster.
import type { Worker } from 'node:cluster';
import type { Buckets } from './bucket.js';
import type { AskForLease, Lease, LeaseRequest } from './limiter.js';
import { grantLease } from './limiter.js';

/** Other messages go over the same channel. */
const KIND = 'scim.lease';

/** Strangers have buckets of their own: however many they are, those of who is known are not forgotten. */
type Askers = 'known' | 'strangers';

interface Asked {
  readonly kind: typeof KIND;
  readonly of: Askers;
  readonly id: number;
  readonly request: LeaseRequest;
}

interface Answered {
  readonly kind: typeof KIND;
  readonly id: number;
  readonly lease: Lease;
}

/** The first process's part. */
export function answerLeases(worker: Worker, buckets: Readonly<Record<Askers, Buckets>>): void {
  worker.on('message', (message: unknown) => {
    if (!isOurs(message)) return;
    const { of, id, request } = message as Asked;
    const answer: Answered = { kind: KIND, id, lease: grantLease(buckets[of], request) };
    // A worker that is going doesn't need it any more.
    if (worker.isConnected()) worker.send(answer, () => undefined);
  });
}

/** A worker's part. Where the first process is gone everything is granted: the worker is ending too. */
export function askFirstProcess(own: NodeJS.Process): (of: Askers) => AskForLease {
  const waiting = new Map<number, (lease: Lease) => void>();
  let last = 0;
  own.on('message', (message: unknown) => {
    if (!isOurs(message)) return;
    const { id, lease } = message as Answered;
    waiting.get(id)?.(lease);
    waiting.delete(id);
  });
  own.on('disconnect', () => {
    for (const resolve of waiting.values()) resolve({ granted: 1, wait: 0 });
    waiting.clear();
  });
  return (of) => (request) => {
    if (own.send === undefined || !own.connected) return Promise.resolve({ granted: request.wanted, wait: 0 });
    const asked: Asked = { kind: KIND, of, id: (last += 1), request };
    // Where it can't be sent, the first process is gone: "disconnect" follows.
    own.send(asked, () => undefined);
    return new Promise((resolve) => waiting.set(asked.id, resolve));
  };
}

function isOurs(message: unknown): message is { readonly kind: typeof KIND } {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === KIND;
}
