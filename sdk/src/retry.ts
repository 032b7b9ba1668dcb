// Tries again what a server was too busy for: 429 and 503, after the time that Retry-After says.

export interface RetryOptions {
  /** How often a request is tried at most; 4 without it, and 1 means never again. */
  readonly attempts?: number;
  /** The longest wait in milliseconds that is waited; a minute without it. */
  readonly maxDelay?: number;
  /** Waits; ends early, by throwing, when the signal says so. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

type Fetch = (request: Request) => Promise<Response>;

const BUSY = new Set([429, 503]);
/** Requests that do the same when they are done twice (RFC 9110 section 9.2.2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
const FIRST_DELAY = 250;

/** A fetch that tries again. A POST or PATCH is tried again only where the server says when. */
export function retrying(fetch: Fetch, { attempts = 4, maxDelay = 60_000, wait = sleep }: RetryOptions = {}): Fetch {
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(request.clone());
      if (!BUSY.has(response.status) || attempt >= attempts) return response;
      const backOff = IDEMPOTENT.has(request.method) ? FIRST_DELAY * 2 ** (attempt - 1) : undefined;
      const delay = retryAfter(response) ?? backOff;
      if (delay === undefined || delay > maxDelay) return response;
      await response.body?.cancel();
      await wait(delay, request.signal);
    }
  };
}

/** Milliseconds that an answer asks to wait: seconds or a date (RFC 9110 section 10.2.3). */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('Retry-After');
  if (value === null) return undefined;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
