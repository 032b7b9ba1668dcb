// Composes what serves one tenant: its document, its database, its backend. Part of the composition root.
import { v7 as uuidv7 } from 'uuid';
import type { Config } from './config/config.js';
import { filterLimits } from './config/limits.js';
import type { Capabilities } from './discovery/service-provider-config.js';
import { authenticationSchemesOf } from './discovery/service-provider-config.js';
import { createParser } from './filter/parse.js';
import { bulkActions, resourceActions, rootActions } from './http/actions.js';
import { discoveryActions } from './http/discovery-actions.js';
import type { Backend } from './http/arrival.js';
import type { BackendOptions } from './http/backend.js';
import { createBackend } from './http/backend.js';
import type { Observe } from './observe/observation.js';
import { createPresenter } from './representation/resource.js';
import { buildModel } from './schema/build.js';
import type { ResourceType } from './schema/model.js';
import { createMessageReader } from './schema/messages.js';
import { createValidator } from './schema/validator.js';
import { createCursors } from './search/cursor.js';
import { createPlaces } from './search/places.js';
import type { Limits, ServiceContext } from './service/context.js';
import { explainShape } from './service/explain-shape.js';
import { findByValue } from './service/find-by-value.js';
import type { OpenApiDocument } from './spec/publish.js';
import { publish } from './spec/publish.js';
import type { Source } from './spec/source.js';
import { buildAuditIndexes, createAuditStore } from './storage/mongo/audit-store.js';
import { createBrake } from './storage/mongo/brake-store.js';
import type { Connection } from './storage/mongo/client.js';
import { createCompiler } from './storage/mongo/compile.js';
import { createEdgeResolver } from './storage/mongo/edge-filter.js';
import { createEdgeStore } from './storage/mongo/edge-store.js';
import { createExplainer } from './storage/mongo/explain.js';
import { buildIndexes } from './storage/mongo/indexes.js';
import { createOutbox } from './storage/mongo/outbox.js';
import { createResourceStore } from './storage/mongo/resource-store.js';
import { sharedSecret } from './storage/mongo/secrets.js';
import { acceptShapes } from './storage/mongo/shapes.js';
import { createTransaction } from './storage/mongo/transaction.js';

export interface Runtime {
  readonly document: OpenApiDocument;
  readonly backend: Backend;
  /** Writes what nobody waited for, and looks for nothing more. Never fails. */
  close(): Promise<void>;
}

export interface RuntimeOptions {
  readonly config: Config;
  readonly tenant: string;
  readonly source: Source;
  /** The type of the events of the audit log. */
  readonly eventType: ResourceType;
  readonly db: Connection['db'];
  readonly toleranceOf: BackendOptions['toleranceOf'];
  readonly observe: Observe;
}

/** Stepping over fewer resources costs little, and shows the list as it is now. */
const DEEP_FROM = 1_000;
const clock = () => new Date();

/** @throws Error where the document is wrong, or an index that it asks for can't be had */
export async function createRuntime({
  config,
  tenant,
  source,
  eventType,
  db,
  toleranceOf,
  observe,
}: RuntimeOptions): Promise<Runtime> {
  const document = publish(source);
  const model = buildModel(source);
  const { baseUrl, basePath, maxScan } = config;
  const types = model.resourceTypes;
  const log = config.audit
    ? {
        store: createAuditStore(db, eventType, { tenant, observe }),
        outbox: createOutbox(db, { tenant, types, eventType, retentionDays: config.auditRetentionDays, observe }),
      }
    : undefined;
  const parser = createParser(filterLimits(config));
  const compiler = createCompiler(baseUrl, createEdgeResolver(db, model, config));
  const explainer = createExplainer(db, compiler, maxScan);
  const resources = createResourceStore(db, model, compiler, maxScan, observe, config);
  const countAll = (type: ResourceType) => resources.count(type, undefined);
  const brake = config.brake && createBrake(db, { ...config.brake, tenant, countAll, observe, clock });
  const service: ServiceContext = {
    model,
    resources,
    edges: createEdgeStore(db, model, observe),
    transaction: createTransaction(db, observe, log?.outbox.keep),
    audit: log && { ...log.store, ...log.outbox },
    brake,
    validator: createValidator(document, model),
    parser,
    presenter: createPresenter(model, baseUrl),
    places: createPlaces(() => performance.now()),
    cursors: createCursors(await sharedSecret(db, 'cursors'), config.cursorTimeout, clock),
    limits: {
      maxResults: config.maxResults,
      defaultResults: Math.min(config.defaultResults, config.maxResults),
      maxScan,
      deepFrom: DEEP_FROM,
    },
    patchLimits: { operations: config.patchMaxOperations, work: config.patchMaxWork },
    searched: (types, query) =>
      observe({ kind: 'searched', explain: () => explainShape({ parser, explainer }, types, query) }),
    clock,
    newId: () => uuidv7(),
  };
  const backend = await createBackend({
    document,
    model,
    basePath,
    location: service.presenter.location,
    findSubject: (type, { attribute, value }) => findByValue(service, type, attribute, value),
    toleranceOf,
    resourceActions: resourceActions(service),
    actions: {
      ...rootActions(service),
      ...bulkActions({
        service,
        readPatch: createMessageReader(document, 'PatchOp'),
        baseUrl,
        maxOperations: config.bulkMaxOperations,
      }),
      ...discoveryActions(model, capabilitiesOf(config, service.limits, document), baseUrl),
    },
  });
  // Behind all that can fail because of the document: what fails leaves the database as it was.
  await acceptShapes(db, model);
  await buildIndexes(db, model, config.audit);
  if (log !== undefined) {
    await buildAuditIndexes(db, eventType, config.auditRetentionDays);
    log.outbox.sweep();
  }
  return {
    document,
    backend,
    async close() {
      await Promise.all([log?.store.close(), log?.outbox.close(), brake?.close()]);
    },
  };
}

function capabilitiesOf(
  { maxPayloadSize, bulkMaxOperations, cursorTimeout }: Config,
  limits: Limits,
  document: OpenApiDocument,
): Capabilities {
  const bulk = { maxOperations: bulkMaxOperations, maxPayloadSize };
  return { ...limits, cursorTimeout, bulk, authenticationSchemes: authenticationSchemesOf(document) };
}
