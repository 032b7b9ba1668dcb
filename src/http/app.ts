// The path of a request, whole: boundary, coding, token, body, backend, answer.
import Koa from 'koa';
import type { Context, Middleware } from 'koa';
import type { Credentials } from '../auth/actor.js';
import { ScimError } from '../errors/scim-error.js';
import { networkOf } from '../limits/network.js';
import type { Observe } from '../observe/observation.js';
import { acceptsJson, MEDIA_TYPES } from './accept.js';
import type { Admission, Arrival } from './arrival.js';
import { arrivalOf, findArrival, keepArrival } from './arrival.js';
import type { BodyLimits } from './body.js';
import { readBody } from './body.js';
import { boundary, reportBroken } from './boundary.js';
import type { TrustProxy } from './client-address.js';
import { findAddress } from './client-address.js';
import { compressAnswers } from './compress.js';
import { credentialsOf } from './credentials.js';
import { CHECKS } from './pages.js';
import { limitRequests, limitShare } from './pressure.js';
import { writeAnswer } from './reply.js';

export interface AppOptions {
  /** @throws ScimError forbidden where the tenant is suspended, tooManyRequests where the address failed too often */
  readonly admit: (credentials: Credentials) => Promise<Admission>;
  readonly basePath: string;
  /** What answers may be beside JSON. */
  readonly otherType?: string;
  readonly trustProxy: TrustProxy;
  readonly limits: BodyLimits & { readonly maxConcurrent: number };
  readonly observe: Observe;
  /** What is served beside the API: health, the document, its reference page. */
  readonly pages: Middleware;
}

/** Of the requests that may be under way, what one tenant may have, what strangers may, and one network of them. */
const SHARES = { tenant: 3 / 4, strangers: 1 / 2, network: 1 / 4 };

export function createApp(options: AppOptions): Koa {
  const { admit, basePath, otherType, trustProxy, limits, observe, pages } = options;
  const app = new Koa();
  app.on('error', reportBroken(observe));
  app.use(boundary(observe));
  app.use(findAddress(trustProxy));
  app.use(compressAnswers());
  const limited = limitRequests(limits.maxConcurrent, observe);
  // Whether the server lives is told also while it has as much to do as it can.
  app.use(async (ctx, next) => {
    await (CHECKS.has(ctx.path) ? next() : limited(ctx, next));
  });
  const isApi = ({ path }: Context) => path === basePath || path.startsWith(`${basePath}/`);
  const shareOf = (share: number, whose: (ctx: Context) => string | undefined) =>
    limitShare(Math.ceil(limits.maxConcurrent * share), whose, observe);
  const isStranger = (ctx: Context) => !isApi(ctx) && !CHECKS.has(ctx.path);
  app.use(shareOf(SHARES.strangers, (ctx) => (isStranger(ctx) ? 'strangers' : undefined)));
  app.use(shareOf(SHARES.network, (ctx) => (isStranger(ctx) ? networkOf(ctx.ip) : undefined)));
  app.use(async (ctx, next) => {
    const elsewhere = async () => {
      throw new ScimError('notFound', `there is nothing at ${ctx.path}; the API is at ${basePath}`);
    };
    await (isApi(ctx) ? next() : pages(ctx, elsewhere));
  });
  app.use(async (ctx, next) => {
    checkHost(ctx);
    checkEncoding(ctx.path);
    checkAccept(ctx, otherType);
    const admission = await admit(credentialsOf(ctx));
    try {
      keepArrival(ctx, { ...admission, match: admission.backend.match(ctx) });
      await admission.allowance?.enter();
      await next();
    } finally {
      // An answer that still streams reads alone: that goes on.
      admission.end?.();
    }
  });
  app.use(shareOf(SHARES.tenant, (ctx) => findArrival(ctx)?.actor?.tenant));
  app.use(readBody(limits, (ctx) => mayHaveBody(arrivalOf(ctx))));
  app.use(async (ctx) => {
    const { match, actor, backend } = arrivalOf(ctx);
    writeAnswer(ctx, await backend.handle(ctx, match, actor));
  });
  return app;
}

/** The body of a stranger is not read, nor one that no operation takes. */
function mayHaveBody({ actor, match }: Arrival): boolean {
  return actor !== undefined && match.kind === 'operation' && match.operation['requestBody'] !== undefined;
}

/** Both names of JSON are answered by the one that SCIM has (RFC 7644 section 3.1). */
function checkAccept(ctx: Context, otherType: string | undefined): void {
  if (!acceptsJson(ctx.get('accept'), otherType)) {
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
    throw new ScimError('notFound', 'the path has a % that is not a valid escape', { cause: error });
  }
}
