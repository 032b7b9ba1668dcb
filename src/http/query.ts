// Query parameters as the document names them: clients write them in any letter case, and append their own
// (Entra ID's `aadOptscim062020`), which are left out.
import type { ParsedUrlQuery } from 'node:querystring';
import type { Operation } from '../spec/publish.js';

interface QueryParameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly type?: string };
}

/** The parameters that an operation knows. A list that is given in several parameters is one list. */
export function knownQuery(operation: Operation, query: ParsedUrlQuery): Record<string, string | string[]> {
  const byName = new Map(Object.entries(query).map(([name, value]) => [name.toLowerCase(), value]));
  const known: Record<string, string | string[]> = {};
  for (const { name, in: place, schema } of (operation['parameters'] ?? []) as unknown as QueryParameter[]) {
    const value = place === 'query' ? byName.get(name.toLowerCase()) : undefined;
    if (value === undefined) continue;
    known[name] = schema?.type === 'array' ? [value].flat().flatMap((list) => list.split(',')) : value;
  }
  return known;
}
