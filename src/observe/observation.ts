// Everything worth noticing, as one union. Logs, metrics and traces read it. Nothing here holds a header, a body, a
// query or a value of an attribute: they carry secrets and people's data.
import type { TraceContext } from './trace-context.js';

export type Observation =
  | { readonly kind: 'starting'; readonly what: string }
  | { readonly kind: 'listening'; readonly url: string }
  /** A setting has no effect beside the others. */
  | { readonly kind: 'settingIgnored'; readonly setting: string; readonly why: string }
  | { readonly kind: 'stopping'; readonly why: string }
  | { readonly kind: 'stopped' }
  /** An error that nobody caught ends the process. */
  | { readonly kind: 'crashed'; readonly error: unknown }
  /** Nobody reads the log, and as much as may wait for that does. */
  | { readonly kind: 'logLineDropped' }
  | { readonly kind: 'workerLost'; readonly pid: number | undefined; readonly code: number | null }
  | { readonly kind: 'certificateLoaded'; readonly validTo: Date }
  /** A new certificate can't serve; the old one stays. */
  | { readonly kind: 'certificateRefused'; readonly error: unknown }
  /** The connection of a client whose certificate is not good was cut. */
  | { readonly kind: 'clientRefused'; readonly why: string }
  /** Heard in the asynchronous context of the request, as all that it leads to. */
  | {
      readonly kind: 'requestStarted';
      readonly requestId: string;
      readonly trace: TraceContext;
      readonly isCheck: boolean;
    }
  | ({ readonly kind: 'requestCompleted' } & CompletedRequest)
  /** The server is at fault: the client got a bare 500, the cause is only here. */
  | { readonly kind: 'requestFailed'; readonly requestId: string; readonly traceId: string; readonly error: unknown }
  /** More of a tenant was taken out of use than the brake lets pass: told once in a window. */
  | {
      readonly kind: 'brakeReached';
      readonly tenant: string;
      readonly type: string;
      readonly mode: 'warn' | 'stop';
      readonly count: number;
      readonly allowed: number;
    }
  /** Something that runs beside requests failed. */
  | { readonly kind: 'jobFailed'; readonly job: string; readonly error: unknown }
  /** The log refuses an event for good, and takes others: it is kept beside it. */
  | {
      readonly kind: 'auditEventSetAside';
      readonly tenant: string;
      /** Its id. */
      readonly event: string;
      readonly error: unknown;
    }
  /** A JWT; who sent it learns nothing of why. */
  | { readonly kind: 'tokenRefused'; readonly reason: TokenReason; readonly why: string }
  /** A request asks for a list. How the database answers it can be asked for; no value that it filters by is told. */
  | { readonly kind: 'searched'; readonly explain: () => Promise<readonly object[]> }
  | ({ readonly kind: 'requestSlow' } & SlowRequest)
  | ({ readonly kind: 'requestRefused'; readonly reason: RefusalReason; readonly address?: string } & Asker)
  /** How many requests are under way now; a streamed answer counts until it ends. */
  | { readonly kind: 'requestsUnderWay'; readonly count: number }
  | { readonly kind: 'deviationTolerated'; readonly deviation: string; readonly profile: string }
  | {
      readonly kind: 'databaseCommand';
      /** By MongoDB's name of it. */
      readonly command: string;
      readonly milliseconds: number;
      readonly isFailed: boolean;
    }
  /** A call that may have gone with others. Heard in the context of who asked, as commands that went alone are. */
  | { readonly kind: 'databaseCall'; readonly call: string; readonly milliseconds: number }
  /** Calls that waited at the same time went to the database together. */
  | { readonly kind: 'databaseBatch'; readonly call: string; readonly size: number }
  /** The connections of the pool: calls that wait for one, and those in use. */
  | { readonly kind: 'databasePool'; readonly waiting: number; readonly inUse: number };

export interface CompletedRequest extends Asker {
  readonly requestId: string;
  readonly traceId: string;
  readonly method: string;
  readonly path: string;
  /** Of the document; undefined where the path names none. */
  readonly operationId: string | undefined;
  readonly status: number;
  readonly milliseconds: number;
  /** Of health or readiness: it comes every few seconds, and nobody wants to read of it. */
  readonly isCheck: boolean;
}

export interface SlowRequest extends Pick<CompletedRequest, 'requestId' | 'traceId' | 'operationId' | 'milliseconds'> {
  readonly databaseCalls: number;
  /** Of all calls together, some of which may have gone at the same time. */
  readonly databaseMilliseconds: number;
  /** Of a search: what it asks, and the plan of the database. */
  readonly plans?: readonly object[];
}

/** Who asks, by what may be logged; nothing of a stranger. */
export interface Asker {
  /** The public id of the token. */
  readonly token?: string | undefined;
  readonly tenant?: string | undefined;
  /** The client profile of the token. */
  readonly profile?: string | undefined;
}

/** Why a request was refused for the sake of others: who asks more than they may, who failed to authenticate often. */
export type RefusalReason = 'concurrency' | 'tenantRate' | 'tokenRate' | 'failedAuthentications';

/**
 * What is wrong with a JWT: it is none; no issuer is trusted for it; its key, its algorithm, its signature; its times;
 * another claim; the client that it was made for; anything else.
 */
export const TOKEN_REASONS = [
  'malformed',
  'issuer',
  'key',
  'algorithm',
  'signature',
  'time',
  'claim',
  'client',
  'other',
] as const;
export type TokenReason = (typeof TOKEN_REASONS)[number];

export type Observe = (observation: Observation) => void;
