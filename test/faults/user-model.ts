// What a user may answer: one document, so every answer has the whole of it, and the version that it then has.
import { REFUSED } from './group-model.js';
import type { Model } from './linearizable.js';

/** Undefined: there is none. */
export interface User {
  readonly mark: string;
  readonly active: boolean;
  readonly version: number;
}

export type UserRequest =
  | { readonly kind: 'read' }
  | { readonly kind: 'delete' }
  | { readonly kind: 'patch'; readonly change: { readonly mark?: string; readonly active?: boolean } }
  | { readonly kind: 'put'; readonly mark: string; readonly active: boolean; readonly ifMatch: number | undefined };

export interface UserAnswer {
  readonly status: number;
  readonly user?: User;
}

export function userModel(initial: User): Model<User | 'gone', UserRequest, UserAnswer> {
  const key = (user: User | 'gone') => JSON.stringify(user);
  return {
    initial,
    key,
    isRead: ({ kind }, answer) => kind === 'read' || REFUSED.has(answer?.status ?? 0),
    step(state, request, answer) {
      const status = answer?.status;
      if (status === 404) return state === 'gone' ? state : undefined;
      if (state === 'gone') return undefined;
      if (status === 409) return state;
      const isStale = request.kind === 'put' && request.ifMatch !== undefined && request.ifMatch !== state.version;
      if ((status === 412) !== isStale) return undefined;
      if (isStale) return state;
      if (request.kind === 'delete') return 'gone';
      const next = after(state, request);
      return key(answer?.user ?? 'gone') === key(next) ? next : undefined;
    },
  };
}

/** A change of nothing leaves the version. */
function after(state: User, request: Exclude<UserRequest, { kind: 'delete' }>): User {
  const { mark = state.mark, active = state.active }: { mark?: string; active?: boolean } =
    request.kind === 'read' ? {} : request.kind === 'put' ? request : request.change;
  const isSame = mark === state.mark && active === state.active;
  return isSame ? state : { mark, active, version: state.version + 1 };
}
