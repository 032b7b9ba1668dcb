// Slow requests: what each request asks of the database is added up, and told of those that took long.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { CompletedRequest, Observe } from './observation.js';
import { createObserver } from './observer.js';

/** What a request has done so far. */
interface Account {
  databaseCalls: number;
  databaseMilliseconds: number;
  explain?: () => Promise<readonly object[]>;
}

/**
 * @param slowerThan milliseconds
 * @param observe hears of each slow request, after its answer
 */
export function createSlowRequests(slowerThan: number, observe: Observe): Observe {
  const accounts = new AsyncLocalStorage<Account>();
  let isExplaining = false;

  const add = ({ milliseconds }: { readonly milliseconds: number }): void => {
    const account = accounts.getStore();
    if (account === undefined) return;
    account.databaseCalls += 1;
    account.databaseMilliseconds += milliseconds;
  };
  /** One at a time: a database that is slow is not asked for all that it is slow with. */
  const plansOf = async ({ explain }: Account): Promise<readonly object[] | undefined> => {
    if (explain === undefined || isExplaining) return undefined;
    isExplaining = true;
    try {
      return await explain();
    } catch {
      // What is wrong with the query the client was told; a database that is away is seen elsewhere.
      return undefined;
    } finally {
      isExplaining = false;
    }
  };
  const tell = async (request: CompletedRequest, account: Account): Promise<void> => {
    const { requestId, traceId, operationId, milliseconds } = request;
    const { databaseCalls } = account;
    const databaseMilliseconds = Math.round(account.databaseMilliseconds);
    const plans = await plansOf(account);
    const spent = { databaseCalls, databaseMilliseconds, ...(plans === undefined ? {} : { plans }) };
    observe({ kind: 'requestSlow', requestId, traceId, operationId, milliseconds, ...spent });
  };
  return createObserver({
    requestStarted: () => accounts.enterWith({ databaseCalls: 0, databaseMilliseconds: 0 }),
    databaseCall: add,
    databaseCommand: add,
    searched({ explain }) {
      const account = accounts.getStore();
      if (account !== undefined) account.explain = explain;
    },
    requestCompleted(request) {
      const account = accounts.getStore();
      if (account !== undefined && request.milliseconds >= slowerThan) void tell(request, account);
    },
  });
}
