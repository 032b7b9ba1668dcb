// Query parameters as the document names them: clients write them in any letter case, and append their own
// (Entra ID's `aadOptscim062020`), which are left out.
import type { ParsedUrlQuery } from 'node:querystring';
import type { Operation } from '../spec/publish.js';

interface QueryParameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly type?: string };
}

export type ReadQuery = (query: ParsedUrlQuery) => Record<string, string | string[]>;

/** Reads the parameters that an operation knows. A list that is given in several parameters is one list. */
export function queryReader(operation: Operation): ReadQuery {
  const parameters = (operation['parameters'] ?? []) as unknown as readonly QueryParameter[];
  const byName = new Map(
    parameters.filter(({ in: place }) => place === 'query').map((known) => [known.name.toLowerCase(), known]),
  );
  return (query) => {
    const known: Record<string, string | string[]> = {};
    for (const [given, value] of Object.entries(query)) {
      const parameter = byName.get(given.toLowerCase());
      if (parameter === undefined || value === undefined) continue;
      const isList = parameter.schema?.type === 'array';
      // In other letters it is the same parameter, given once more: what is no list is refused for it by validation.
      const values = [known[parameter.name] ?? [], value].flat();
      known[parameter.name] = isList ? values.flatMap((list) => list.split(',')) : values.length > 1 ? values : value;
    }
    return known;
  };
}
