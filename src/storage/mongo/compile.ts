// A bound filter as a MongoDB query: on the search form, on edges, and on what the server computes.
import type { Document } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { BoundFilter } from '../../filter/bound.js';
import { countSought } from '../../filter/cost.js';
import type { Attribute, ResourceType } from '../../schema/model.js';
import { compileNode } from './compile-node.js';
import { compileComputed } from './computed.js';
import type { EdgeResolver } from './edge-filter.js';
import { searchField } from './stored-form.js';

export interface QueryCompiler {
  /** @throws ScimError invalidFilter where an attribute can't be compared so */
  compile(type: ResourceType, filter: BoundFilter): Promise<Document>;
}

/** MongoDB compares what is sought at each place of a text, and nothing stops it within one resource. */
const MAX_SOUGHT = 1_000;

/** @param baseUrl the public base URL, for filters on `meta.location` */
export function createCompiler(baseUrl: string, edges: EdgeResolver): QueryCompiler {
  return {
    async compile(type, filter) {
      if (countSought(filter) > MAX_SOUGHT) {
        throw new ScimError('invalidFilter', `the filter seeks more than ${MAX_SOUGHT} characters by co`);
      }
      const resolved = await edges.resolve(filter);
      const field = (chain: readonly Attribute[]) => searchField(type, chain);
      return compileNode(filter, field, (node) => resolved.get(node) ?? compileComputed(type, baseUrl, node));
    },
  };
}
