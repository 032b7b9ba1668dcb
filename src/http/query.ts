// Query parameters as the document names them: clients write them in any letter case, and append their own
// (Entra ID's `aadOptscim062020`), which are left out.
import type { Operation } from '../spec/publish.js';

interface QueryParameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly type?: string };
}

/** Reads a query as it came, without its question mark. Not Koa's own: it looks at all parameters for each of them. */
export type ReadQuery = (query: string) => Record<string, string | string[]>;

/** Reads the parameters that an operation knows. A list that is given in several parameters is one list. */
export function queryReader(operation: Operation): ReadQuery {
  const parameters = (operation['parameters'] ?? []) as unknown as readonly QueryParameter[];
  const byName = new Map(
    parameters.filter(({ in: place }) => place === 'query').map((known) => [known.name.toLowerCase(), known]),
  );
  return (query) => {
    const given = new Map<QueryParameter, string[]>();
    for (const [name, value] of new URLSearchParams(query)) {
      const parameter = byName.get(name.toLowerCase());
      if (parameter === undefined) continue;
      const values = given.get(parameter);
      if (values === undefined) given.set(parameter, [value]);
      else values.push(value);
    }
    return Object.fromEntries(Array.from(given, ([parameter, values]) => [parameter.name, valueOf(parameter, values)]));
  };
}

/** What is given several times and is no list stays several: validation refuses it. */
function valueOf({ schema }: QueryParameter, values: readonly string[]): string | string[] {
  if (schema?.type === 'array') return values.flatMap((list) => list.split(','));
  const [only = '', ...more] = values;
  return more.length === 0 ? only : [...values];
}
