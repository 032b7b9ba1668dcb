// Versions as entity-tags and the preconditions on them (RFC 7644 section 3.14, RFC 9110 section 13).
import { ScimError } from '../errors/scim-error.js';
import type { ResourceRecord } from './ports.js';

/** The weak entity-tag of a version, which is also `meta.version`. */
export function entityTag(version: number): string {
  return `W/"${version}"`;
}

/**
 * Tells whether a list of entity-tags, or `*`, names the version. Compared weakly: `W/"1"` and `"1"` are the same, and
 * so is a bare 1, as some clients repeat `meta.version`.
 */
export function matchesVersion(header: string, version: number): boolean {
  return header
    .split(',')
    .map((tag) =>
      tag
        .trim()
        .replace(/^W\//i, '')
        .replace(/^"(.*)"$/, '$1'),
    )
    .some((tag) => tag === '*' || tag === String(version));
}

/** @throws ScimError preconditionFailed where If-Match asks for another version */
export function checkPrecondition(ifMatch: string | undefined, record: Pick<ResourceRecord, 'version'>): void {
  if (ifMatch === undefined || matchesVersion(ifMatch, record.version)) return;
  throw new ScimError(
    'preconditionFailed',
    `If-Match asks for ${ifMatch}, but the resource has the version ${entityTag(record.version)}: read it again`,
  );
}
