// Accept: what the client can read (RFC 9110 section 12.5.1).

/** What bodies are, of requests and of answers (RFC 7644 section 3.1). */
export const MEDIA_TYPES = ['application/scim+json', 'application/json'];

/** Lines of JSON. */
export const NDJSON = 'application/x-ndjson';

const ACCEPTABLE = new Set([...MEDIA_TYPES, 'application/*', '*/*', '*']);

/**
 * Tells whether an Accept header lets JSON pass, or another type that answers may have. Of the parameters of a media
 * range only a weight of zero counts: Okta writes `charset=utf-8` without meaning it.
 */
export function acceptsJson(accept: string, other?: string): boolean {
  if (accept.trim() === '') return true;
  return accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return (ACCEPTABLE.has(type) || type === other) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
