// The path of a request, whole: id, boundary, coding, token, body, backend, answer. The boundary is the one place where
// an error becomes a response.
import { randomUUID } from 'node:crypto';
import Koa from 'koa';
import type { Context, Middleware } from 'koa';
import type { Actor, Credentials } from '../auth/actor.js';
import { ScimError } from '../errors/scim-error.js';
import type { Observe } from '../observe/observation.js';
import type { Backend } from './backend.js';
import type { OpenApiDocument } from '../spec/publish.js';
import type { Allowance } from '../limits/allowance.js';
import { acceptsJson, MEDIA_TYPES } from './accept.js';
import type { BodyLimits } from './body.js';
import { readBody } from './body.js';
import type { Match } from './routes.js';
import type { TrustProxy } from './client-address.js';
import { findAddress } from './client-address.js';
import { compressAnswers } from './compress.js';
import { credentialsOf } from './credentials.js';
import { limitRequests } from './pressure.js';
import { writeAnswer, writeError } from './reply.js';

/** Who asks, and the backend of the tenant that is asked. Without an actor it is one that lets nobody in. */
export interface Admission {
  readonly actor: Actor | undefined;
  /** What the actor may ask in a time. */
  readonly allowance?: Allowance;
  readonly backend: Backend;
  readonly document: OpenApiDocument;
}

export interface AppOptions {
  /** @throws ScimError forbidden where the tenant is suspended, tooManyRequests where the address failed too often */
  readonly admit: (credentials: Credentials) => Promise<Admission>;
  readonly basePath: string;
  readonly trustProxy: TrustProxy;
  readonly limits: BodyLimits & { readonly maxConcurrent: number };
  readonly observe: Observe;
  /** What is served beside SCIM: health, the document, its reference page. */
  readonly pages: Middleware;
}

export function createApp({ admit, basePath, trustProxy, limits, observe, pages }: AppOptions): Koa {
  const app = new Koa();
  app.on('error', reportBroken(observe));
  app.use(boundary(observe));
  app.use(findAddress(trustProxy));
  app.use(compressAnswers());
  app.use(async (ctx, next) => {
    const isScim = ctx.path === basePath || ctx.path.startsWith(`${basePath}/`);
    const elsewhere = async () => {
      throw new ScimError('notFound', `there is nothing at ${ctx.path}; SCIM is at ${basePath}`);
    };
    await (isScim ? next() : pages(ctx, elsewhere));
  });
  app.use(limitRequests(limits.maxConcurrent));
  app.use(async (ctx, next) => {
    checkHost(ctx);
    checkEncoding(ctx.path);
    checkAccept(ctx);
    const admission = await admit(credentialsOf(ctx));
    await admission.allowance?.enter();
    ctx.state['charge'] = (amount: number) => admission.allowance?.charge(amount);
    ctx.state['arrived'] = { ...admission, match: admission.backend.match(ctx) } satisfies Arrived;
    await next();
  });
  app.use(readBody(limits, (ctx) => mayHaveBody(arrived(ctx))));
  app.use(async (ctx) => {
    const { match, actor, backend } = arrived(ctx);
    writeAnswer(ctx, await backend.handle(ctx, match, actor));
  });
  return app;
}

/** What is known of a request before its body is read. */
interface Arrived extends Admission {
  readonly match: Match;
}

function arrived(ctx: Context): Arrived {
  return ctx.state['arrived'] as Arrived;
}

/** The body of a stranger is not read, nor one that no operation takes. */
function mayHaveBody({ actor, match }: Arrived): boolean {
  return actor !== undefined && match.kind === 'operation' && match.operation['requestBody'] !== undefined;
}

/** Both names of JSON are answered by the one that SCIM has (RFC 7644 section 3.1). */
function checkAccept(ctx: Context): void {
  if (!acceptsJson(ctx.get('accept'))) {
    throw new ScimError('notAcceptable', `Accept is ${ctx.get('accept')}; answers are ${MEDIA_TYPES.join(' or ')}`);
  }
}

/** Two of them are read differently by who stands in between (RFC 9112 section 3.2); Node lets them pass. */
function checkHost({ req }: Context): void {
  const { host = [] } = req.headersDistinct;
  if (host.length > 1) throw new ScimError('invalidSyntax', 'the request has more than one Host header');
}

function checkEncoding(path: string): void {
  try {
    decodeURIComponent(path);
  } catch (error) {
    throw new ScimError('notFound', 'the path has a % that encodes nothing', { cause: error });
  }
}

/** What Node says where the client is gone: no fault of the server. */
const GONE = new Set<unknown>(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/**
 * Reports what breaks an answer whose head is out: its connection is cut, so that nobody takes a part for the whole.
 * Koa tells it once for each stream that ends by it.
 */
function reportBroken(observe: Observe) {
  const reported = new WeakSet<Error>();
  return (error: NodeJS.ErrnoException, ctx: Context | undefined) => {
    if (GONE.has(error.code) || reported.has(error)) return;
    reported.add(error);
    observe({ kind: 'requestFailed', requestId: String(ctx?.response.get('X-Request-Id')), error });
  };
}

/** An unknown error is a bare 500 with the request's id: its cause is for the log alone. */
function boundary(observe: Observe): Middleware {
  return async (ctx, next) => {
    const start = performance.now();
    const requestId = randomUUID();
    ctx.state['report'] = (error: unknown) => observe({ kind: 'requestFailed', requestId, error });
    ctx.set({ 'X-Request-Id': requestId, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    try {
      await next();
    } catch (error) {
      if (!(error instanceof ScimError) || error.kind.status >= 500)
        observe({ kind: 'requestFailed', requestId, error });
      writeError(
        ctx,
        error instanceof ScimError ? error : new ScimError('internal', `the server failed; request id ${requestId}`),
      );
    }
    observe({
      kind: 'requestCompleted',
      requestId,
      method: ctx.method,
      path: ctx.path,
      operationId: ctx.state['operationId'] as string | undefined,
      status: ctx.status,
      milliseconds: Math.round(performance.now() - start),
    });
  };
}
