// Everything worth noticing, as one union. Logs read it; metrics will. Nothing here holds a header, a body or a query:
// they carry secrets and people's data.

export type Observation =
  | { readonly kind: 'starting'; readonly what: string }
  | { readonly kind: 'listening'; readonly url: string }
  | { readonly kind: 'stopping'; readonly why: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'workerLost'; readonly pid: number | undefined; readonly code: number | null }
  | {
      readonly kind: 'requestCompleted';
      readonly requestId: string;
      readonly method: string;
      readonly path: string;
      readonly operationId: string | undefined;
      readonly status: number;
      readonly milliseconds: number;
    }
  /** The server is at fault: the client got a bare 500, the cause is only here. */
  | { readonly kind: 'requestFailed'; readonly requestId: string; readonly error: unknown }
  /** Refused for the sake of others: who asks more than they may, or fails to authenticate too often. */
  | {
      readonly kind: 'requestRefused';
      readonly reason: 'tenant' | 'token' | 'failedAuthentications';
      readonly token?: string;
      readonly tenant?: string;
      readonly address?: string;
    }
  /** More of a tenant was taken out of use than the brake lets pass: told once in a window. */
  | {
      readonly kind: 'brakeReached';
      readonly tenant: string;
      readonly type: string;
      readonly mode: 'warn' | 'stop';
      readonly count: number;
      readonly allowed: number;
    }
  /** Something that runs beside requests; it will be tried again. */
  | { readonly kind: 'jobFailed'; readonly job: string; readonly error: unknown }
  | { readonly kind: 'deviationTolerated'; readonly deviation: string };

export type Observe = (observation: Observation) => void;
