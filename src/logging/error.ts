// An error as the log shows it: what it is and where, and nothing of what it holds. Drivers put whole commands, with
// the documents of people in them, into the fields of their errors, and values into their messages.

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  /** Frames alone: the message, which stands before them, is above. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** Longer chains than these are cut. */
const MOST_CAUSES = 4;
const LONGEST_MESSAGE = 2_000;

/** What may be a value: from the first quote or brace to the last of its kind; to the end where there is but one. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/\{[^]*\}|\{[^]*$/, '{…}'],
  [/"[^]*"|"[^]*$/, '"…"'],
  [/`[^]*`|`[^]*$/, '`…`'],
  // Not an apostrophe.
  [/(?<!\w)'[^]*'(?!\w)|(?<!\w)'[^]*$/, "'…'"],
];

export function loggedError(error: unknown, causes = MOST_CAUSES): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '…' };
  const { code, cause } = error as Error & { readonly code?: unknown };
  const frames = framesOf(error.stack);
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(frames === '' ? {} : { stack: frames }),
    ...(cause === undefined || causes === 0 ? {} : { cause: loggedError(cause, causes - 1) }),
  };
}

function withoutValues(message: string): string {
  return VALUES.reduce((text, [pattern, mask]) => text.replace(pattern, mask), message.slice(0, LONGEST_MESSAGE));
}

function framesOf(stack: string | undefined): string {
  const lines = (stack ?? '').split('\n');
  return lines.filter((line) => /^\s+at /.test(line)).join('\n');
}
