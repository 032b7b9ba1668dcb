// Composes what reads an audit log: for the admin API and the command line. Part of the composition root.
import type { Config } from './config/config.js';
import type { Parser } from './filter/parse.js';
import { createPresenter } from './representation/resource.js';
import type { Model } from './schema/model.js';
import { createCursors } from './search/cursor.js';
import { createPlaces } from './search/places.js';
import type { ReadContext } from './service/context.js';
import type { Connection } from './storage/mongo/client.js';
import { createCompiler } from './storage/mongo/compile.js';
import type { EdgeLimits } from './storage/mongo/edge-filter.js';
import { createEdgeResolver } from './storage/mongo/edge-filter.js';
import { createEdgeStore } from './storage/mongo/edge-store.js';
import { UNBOUNDED } from './storage/mongo/query-bounds.js';
import { createResourceStore } from './storage/mongo/resource-store.js';
import { sharedSecret } from './storage/mongo/secrets.js';

export interface AuditReaderOptions {
  /** With the logs that are read; the secret of its cursors is in it. */
  readonly db: Connection['db'];
  /** That of openapi-admin/. */
  readonly model: Model;
  readonly config: Pick<Config, 'cursorTimeout' | 'maxResults' | 'defaultResults' | 'maxScan' | 'maxPageSize'> &
    EdgeLimits;
  readonly parser: Parser;
  /** The URL below which the endpoints of resources are. */
  readonly baseUrl: string;
}

/** What reads the resources of openapi-admin/ that a database has. */
export async function createAuditReader({
  db,
  model,
  config,
  parser,
  baseUrl,
}: AuditReaderOptions): Promise<ReadContext> {
  const { cursorTimeout, maxResults, defaultResults, maxScan, maxPageSize } = config;
  // None but operators ask a log, which may be long; how much an event has is up to clients, though.
  const bounds = { ...UNBOUNDED, maxPageSize };
  const compiler = createCompiler(baseUrl, createEdgeResolver(db, model, config));
  return {
    resources: createResourceStore(db, model, compiler, maxScan, () => undefined, bounds),
    edges: createEdgeStore(db, model),
    parser,
    // An event never changes, and few records count their changes: in their ETag alone.
    presenter: createPresenter(model, baseUrl, ({ version: _none, ...meta }) => meta),
    cursors: createCursors(await sharedSecret(db, 'cursors'), cursorTimeout, () => new Date()),
    places: createPlaces(() => performance.now()),
    limits: { maxResults, defaultResults: Math.min(defaultResults, maxResults), maxScan, deepFrom: Infinity },
  };
}
