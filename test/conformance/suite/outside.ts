// The clauses that no check holds a server to by itself, and why: clauses/outside.yaml.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export interface OutsideClause {
  readonly rfc: number;
  readonly section: string;
  /** Without it, the whole section is meant. */
  readonly quote?: string;
}

/** Either why there is no check, or the id of the clause that says the same. */
export interface OutsideGroup {
  readonly reason?: string;
  readonly same?: string;
  readonly clauses: readonly OutsideClause[];
}

export function readOutside(): readonly OutsideGroup[] {
  const file = fileURLToPath(new URL('../clauses/outside.yaml', import.meta.url));
  return parse(readFileSync(file, 'utf8')) as OutsideGroup[];
}
