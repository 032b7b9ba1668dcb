// A bound filter as a MongoDB query: on the search form, on edges, and on what the server computes.
import type { Document } from 'mongodb';
import type { BoundFilter } from '../../filter/bound.js';
import type { Attribute, ResourceType } from '../../schema/model.js';
import { compileNode } from './compile-node.js';
import { compileComputed } from './computed.js';
import type { EdgeResolver } from './edge-filter.js';
import { searchField } from './stored-form.js';

export interface QueryCompiler {
  /** @throws ScimError invalidFilter where an attribute can't be compared so */
  compile(type: ResourceType, filter: BoundFilter): Promise<Document>;
}

/** @param baseUrl the public base URL, for filters on `meta.location` */
export function createCompiler(baseUrl: string, edges: EdgeResolver): QueryCompiler {
  return {
    async compile(type, filter) {
      const resolved = await edges.resolve(filter);
      const field = (chain: readonly Attribute[]) => searchField(type, chain);
      return compileNode(filter, field, (node) => resolved.get(node) ?? compileComputed(type, baseUrl, node));
    },
  };
}
