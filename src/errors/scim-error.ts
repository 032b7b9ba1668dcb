// The one error that a client gets to read. Anything else that is thrown becomes a bare 500 at the boundary.
import type { ErrorKey, ErrorKind } from './table.js';
import { ERRORS } from './table.js';

export interface ScimErrorOptions {
  /** For the log alone. */
  readonly cause?: unknown;
  /** Seconds after which to try again. */
  readonly retryAfter?: number;
}

export class ScimError extends Error {
  readonly kind: ErrorKind;
  /** Seconds after which to try again, where the error knows. */
  readonly retryAfter: number | undefined;

  /**
   * @param key the row of the table of errors
   * @param detail for the client: the attribute, what came and what was expected; never a secret
   */
  constructor(
    readonly key: ErrorKey,
    readonly detail: string,
    { retryAfter, ...options }: ScimErrorOptions = {},
  ) {
    super(detail, options);
    this.retryAfter = retryAfter;
    this.name = 'ScimError';
    this.kind = ERRORS[key];
  }
}

/**
 * Tells that nothing was changed: the fault is the client's. What fails on the server's side may be done, wholly
 * or in part.
 */
export function isRefusal(error: unknown): error is ScimError {
  return error instanceof ScimError && error.kind.status < 500;
}

/** A value as an error shows it: short, on one line. A list or an object is not shown: secrets may be in it. */
export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  if (text.startsWith('[')) return 'a list';
  if (text.startsWith('{')) return 'an object';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The same in place of a whole resource: a text may be one that was made text, with its secrets. */
export function showWhole(value: unknown): string {
  return typeof value === 'string' ? 'a text' : show(value);
}

/** A word with its article, for a `detail`. */
export function article(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}
