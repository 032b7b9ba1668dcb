// A change of the document, as clients and stored resources meet it.
import type { Document } from 'mongodb';

export interface Change {
  readonly effect: 'breaking' | 'compatible';
  /** What changed: `User.name.givenName`, `GET /Users`. */
  readonly where: string;
  readonly what: string;
  /** Which stored resources it makes invalid, or what they no longer show. */
  readonly stored?: StoredCheck;
}

/** What is looked for in each collection of resources that have the attribute. */
export interface StoredCheck {
  readonly collections: readonly string[];
  /** What is said of those that are found. */
  readonly says: string;
  /** The resources, or the field whose values must differ. */
  readonly find: { readonly match: Document } | { readonly duplicatesOf: string; readonly foldsCase: boolean };
}

export const breaking = (where: string, what: string): Change => ({ effect: 'breaking', where, what });
export const compatible = (where: string, what: string): Change => ({ effect: 'compatible', where, what });
