// How MongoDB answers a page of a query: its own words, the plan that it chooses, what that costs.
import type { Db, Document } from 'mongodb';
import type { Explainer, QueryCost, QueryPlan } from '../../service/explain.js';
import type { QueryCompiler } from './compile.js';
import type { Read } from './page.js';
import { planReads } from './page.js';
import { resourcesToScan, resourcesToSort } from './scan.js';
import type { StoredResource } from './stored-form.js';

/** @param maxScan how many resources a query without an index may look at: one beyond is not run here either */
export function createExplainer(db: Db, compiler: QueryCompiler, maxScan: number): Explainer {
  return {
    async explain(type, { filter, ...section }, mayRun = true) {
      const collection = db.collection<StoredResource>(type.collection);
      const scans = await resourcesToScan(collection, filter);
      const query = filter && (await compiler.compile(type, filter));
      const mayCount = mayRun && (scans ?? 0) <= maxScan;
      const sorts = mayCount ? await resourcesToSort(collection, type, section.sortPath, query, maxScan) : undefined;
      const isRun = mayCount && (sorts ?? 0) <= maxScan;
      const explainOne = async (read: Read): Promise<QueryPlan> => {
        const found = collection.find(read.query, { ...read.options, limit: section.limit });
        const { queryPlanner, executionStats } = await found.explain(isRun ? 'executionStats' : 'queryPlanner');
        return {
          query: read.query,
          sort: read.options.sort,
          stages: stagesOf((queryPlanner as Document)['winningPlan']),
          cost: isRun ? costOf(executionStats as Document) : undefined,
        };
      };
      const queries = await Promise.all(planReads(type, query ?? {}, section).map(explainOne));
      return { scans, sorts, maxScan, queries };
    },
  };
}

/** Plans nest, and differ between versions of MongoDB; what has a `stage` is one in all of them. */
function stagesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { stage, indexName, ...rest } = node as Document;
  const own = typeof stage === 'string' ? [typeof indexName === 'string' ? `${stage} ${indexName}` : stage] : [];
  return [...own, ...Object.values(rest).flatMap(stagesOf)];
}

function costOf(stats: Document): QueryCost {
  return {
    keysExamined: stats['totalKeysExamined'] as number,
    documentsExamined: stats['totalDocsExamined'] as number,
    found: stats['nReturned'] as number,
    milliseconds: stats['executionTimeMillis'] as number,
  };
}
