// The one error that a refused request throws (RFC 7644 section 3.12).

/** What RFC 7644 section 3.12 and RFC 9865 section 2.1 call the kinds of errors. */
export const SCIM_TYPES = [
  'invalidFilter',
  'tooMany',
  'uniqueness',
  'mutability',
  'invalidSyntax',
  'invalidPath',
  'noTarget',
  'invalidValue',
  'invalidVers',
  'sensitive',
  'invalidCursor',
  'expiredCursor',
  'invalidCount',
] as const;

export type ScimType = (typeof SCIM_TYPES)[number];

export class ScimError extends Error {
  override readonly name = 'ScimError';
  readonly status: number;
  /** The kind, where the server says one; a server may have kinds of its own. */
  readonly scimType: ScimType | (string & {}) | undefined;
  /** What was wrong, in the words of the server. */
  readonly detail: string;
  readonly headers: Headers;

  /** @param body what the server answered: an Error message of SCIM, or whatever stands between it and the client */
  constructor({ status, statusText, headers }: Response, body: unknown) {
    const message = (typeof body === 'object' ? body : null) as { scimType?: string; detail?: string } | null;
    const detail = message?.detail ?? (typeof body === 'string' && body !== '' ? body : statusText);
    super(`${status}${message?.scimType === undefined ? '' : ` ${message.scimType}`}: ${detail}`);
    this.status = status;
    this.scimType = message?.scimType;
    this.detail = detail;
    this.headers = headers;
  }
}

export interface Answer<D> {
  readonly data?: D;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a request of openapi-fetch was answered. @throws ScimError where it was refused */
export async function unwrap<D>(answer: Promise<Answer<D>>): Promise<D> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new ScimError(response, error);
  return data as D;
}
