// Every error that the server answers: its HTTP status, its scimType where RFC 7644 section 3.12 has one, and the
// clause that asks for it.

export interface ErrorKind {
  readonly status: number;
  readonly scimType?: string;
  readonly source: string;
}

const table = {
  invalidFilter: { status: 400, scimType: 'invalidFilter', source: 'RFC 7644 3.12' },
  tooMany: { status: 400, scimType: 'tooMany', source: 'RFC 7644 3.12' },
  mutability: { status: 400, scimType: 'mutability', source: 'RFC 7644 3.12' },
  invalidSyntax: { status: 400, scimType: 'invalidSyntax', source: 'RFC 7644 3.12' },
  invalidPath: { status: 400, scimType: 'invalidPath', source: 'RFC 7644 3.12' },
  noTarget: { status: 400, scimType: 'noTarget', source: 'RFC 7644 3.12' },
  invalidValue: { status: 400, scimType: 'invalidValue', source: 'RFC 7644 3.12' },
  invalidCursor: { status: 400, scimType: 'invalidCursor', source: 'RFC 9865 2.1' },
  expiredCursor: { status: 400, scimType: 'expiredCursor', source: 'RFC 9865 2.1' },
  invalidCount: { status: 400, scimType: 'invalidCount', source: 'RFC 9865 2.1' },
  unauthorized: { status: 401, source: 'RFC 6750 3' },
  forbidden: { status: 403, source: 'RFC 7644 3.12, 4' },
  notFound: { status: 404, source: 'RFC 7644 3.12' },
  methodNotAllowed: { status: 405, source: 'RFC 9110 15.5.6' },
  notAcceptable: { status: 406, source: 'RFC 9110 15.5.7' },
  requestTimeout: { status: 408, source: 'RFC 9110 15.5.9' },
  uniqueness: { status: 409, scimType: 'uniqueness', source: 'RFC 7644 3.12' },
  conflict: { status: 409, source: 'RFC 7644 3.12' },
  preconditionFailed: { status: 412, source: 'RFC 7644 3.14' },
  payloadTooLarge: { status: 413, source: 'RFC 7644 3.12' },
  unsupportedMediaType: { status: 415, source: 'RFC 9110 15.5.16' },
  tooManyRequests: { status: 429, source: 'RFC 6585 4' },
  braked: { status: 429, source: 'RFC 6585 4' },
  headersTooLarge: { status: 431, source: 'RFC 6585 5' },
  internal: { status: 500, source: 'RFC 7644 3.12' },
  unavailable: { status: 503, source: 'RFC 9110 15.6.4' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorKey = keyof typeof table;

export const ERRORS: Readonly<Record<ErrorKey, ErrorKind>> = table;
