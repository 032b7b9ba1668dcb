// What a clause of an RFC is here: its words, and a check that holds a server to them over HTTP alone.
import type { Feature } from './profile.js';
import type { Subject } from './subject.js';

/** A sentence that says what happens, without a keyword of RFC 2119, counts as a MUST. */
export type Severity = 'MUST' | 'SHOULD' | 'MAY';

/**
 * Looks at the server.
 * @returns what the check could not look at, each with its reason
 * @throws Finding where the server doesn't do as the clause says
 * @throws NotApplicable where there is nothing to look at
 */
export type Check = (subject: Subject) => Promise<readonly string[]>;

export interface Clause {
  readonly id: string;
  readonly rfc: 7643 | 7644 | 9865;
  readonly section: string;
  /** The RFC's own words, lines joined. */
  readonly quote: string;
  readonly severity: Severity;
  /** Where this project holds it: a file or a folder of the repository. */
  readonly heldIn: string;
  /** Without these the clause does not apply. */
  readonly needs?: readonly Feature[];
  readonly check: Check;
}

/** What the clauses of one file are about, and the tests of this project that go deeper. */
export interface Chapter {
  readonly title: string;
  readonly tests: readonly string[];
  readonly clauses: readonly Clause[];
}
