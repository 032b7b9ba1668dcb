// The composition root: the only file that builds adapters and hands them to each other.
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { acceptedDigest, createAuthenticator } from './auth/bearer.js';
import { PROFILES } from './clients/profiles.js';
import { createTolerance } from './clients/tolerance.js';
import type { Config } from './config/config.js';
import type { Capabilities } from './discovery/service-provider-config.js';
import { createParser } from './filter/parse.js';
import { bulkActions, discoveryActions, resourceActions, rootActions } from './http/actions.js';
import { createApp } from './http/app.js';
import { createBackend } from './http/backend.js';
import { listen } from './http/listener.js';
import { createPages } from './http/pages.js';
import type { Observe } from './observe/observation.js';
import { createPresenter } from './representation/resource.js';
import { buildModel } from './schema/build.js';
import { createMessageReader } from './schema/messages.js';
import { createValidator } from './schema/validator.js';
import type { ServiceContext } from './service/context.js';
import { readExamples, withExamples } from './spec/examples.js';
import { publish } from './spec/publish.js';
import { createCursors } from './search/cursor.js';
import { createPlaces } from './search/places.js';
import { readSource } from './spec/source.js';
import { createCompiler } from './storage/mongo/compile.js';
import { createEdgeResolver } from './storage/mongo/edge-filter.js';
import { createEdgeStore } from './storage/mongo/edge-store.js';
import { buildIndexes } from './storage/mongo/indexes.js';
import { openDatabase } from './storage/mongo/open.js';
import { createResourceStore } from './storage/mongo/resource-store.js';
import { sharedSecret } from './storage/mongo/secrets.js';
import { createTokenStore } from './storage/mongo/token-store.js';
import { createTransaction } from './storage/mongo/transaction.js';

export interface Server {
  readonly url: string;
  /** Resolves when the embedded mongod has ended: nothing can bring it back but a new start. */
  readonly databaseLost: Promise<Error>;
  /** Stops accepting, finishes what is under way, closes the database. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Config;
  readonly observe: Observe;
  /** Shows the token that was made at the first start. */
  readonly announceToken: (token: string) => void;
}

const DEFAULT_RESULTS = 100;
/** Stepping over fewer resources costs little, and shows the list as it is now. */
const DEEP_FROM = 1_000;
const clock = () => new Date();

/** Starts the server. @throws Error where the document, the database or the address can't be had */
export async function startServer({ config, observe, announceToken }: ServerOptions): Promise<Server> {
  const source = readSource(config.openapiDir);
  const document = publish(source);
  const model = buildModel(source);

  const database = await openDatabase(config, (what) => observe({ kind: 'starting', what }));
  const { db } = database;
  try {
    await buildIndexes(db, model);
    const service: ServiceContext = {
      model,
      resources: createResourceStore(
        db,
        model,
        createCompiler(config.baseUrl, createEdgeResolver(db, model)),
        config.maxScan,
      ),
      edges: createEdgeStore(db, model),
      transaction: createTransaction(db),
      validator: createValidator(document, model),
      parser: createParser(),
      presenter: createPresenter(model, config.baseUrl),
      places: createPlaces(() => performance.now()),
      cursors: createCursors(await sharedSecret(db, 'cursors'), config.cursorTimeout, clock),
      limits: {
        maxResults: config.maxResults,
        defaultResults: Math.min(DEFAULT_RESULTS, config.maxResults),
        maxScan: config.maxScan,
        deepFrom: DEEP_FROM,
      },
      clock,
      newId: () => uuidv7(),
    };
    const backend = await createBackend({
      document,
      model,
      basePath: config.basePath,
      location: service.presenter.location,
      tolerance: createTolerance(Object.values(PROFILES), observe),
      resourceActions: resourceActions(service),
      actions: {
        ...rootActions(service),
        ...bulkActions({
          service,
          readPatch: createMessageReader(document, 'PatchOp'),
          baseUrl: config.baseUrl,
          maxOperations: config.bulkMaxOperations,
        }),
        ...discoveryActions(model, capabilitiesOf(config, service), config.baseUrl),
      },
    });
    const app = createApp({
      backend,
      authenticator: createAuthenticator(
        await acceptedDigest(config.bearerToken, createTokenStore(db), announceToken),
        config.tokenSubject,
      ),
      basePath: config.basePath,
      maxPayloadSize: config.maxPayloadSize,
      maxConcurrent: config.maxConcurrent,
      observe,
      pages: createPages({
        document: withExamples(document, readExamples(join(config.openapiDir, 'examples'))),
        baseUrl: config.baseUrl,
        isReady: database.isReady,
      }),
    });
    const handle = app.callback();
    const listener = await listen((request, response) => void handle(request, response), config);
    observe({ kind: 'listening', url: config.baseUrl });
    return {
      url: config.baseUrl,
      databaseLost: database.lost,
      async close() {
        await listener.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function capabilitiesOf(config: Config, { limits }: ServiceContext): Capabilities {
  const { maxPayloadSize, bulkMaxOperations, cursorTimeout } = config;
  return { ...limits, cursorTimeout, bulk: { maxOperations: bulkMaxOperations, maxPayloadSize } };
}
