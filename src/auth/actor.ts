// Who asks, and what they may.
import type { Scope } from './scope.js';

export interface Actor {
  /** The public id of the credential: for logs, limits and the audit log. */
  readonly token: string;
  /** The tenant whose resources it reaches: nothing else in a request names one. */
  readonly tenant: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Whose deviations from the RFCs are tolerated; all profiles' where there is none. */
  readonly profile?: string | undefined;
  /** The resource that the credential is bound to, /Me: its id, or a value that it alone has. */
  readonly subject?: string | SubjectValue | undefined;
}

/** Names a resource by the value of an attribute. */
export interface SubjectValue {
  readonly attribute: string;
  readonly value: string;
}

/** What a request brings along to say who asks. */
export interface Credentials {
  /** The Authorization header. */
  readonly authorization: string | undefined;
  /** Of the client, as far as the proxies in front are trusted. */
  readonly address: string;
  /** The SHA-256 fingerprint of a client certificate that TLS has verified, in lower-case hex. */
  readonly certificate?: string | undefined;
}

export interface Authenticator {
  /** The actor; undefined where the credentials are none that are accepted. */
  authenticate(credentials: Credentials): Promise<Actor | undefined>;
}
