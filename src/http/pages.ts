// What is served without a token beside SCIM: health, OAuth, the published document, and its reference page from files
// on disk (the page asks no other host).
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Router from '@koa/router';
import type { Context, Middleware, Next } from 'koa';
import { stringify } from 'yaml';
import { ScimError } from '../errors/scim-error.js';
import type { Credentials } from '../auth/actor.js';
import type { OAuthEndpoints } from '../oauth/oauth.js';
import { credentialsOf } from './credentials.js';
import type { Fixed } from './fixed.js';
import { fixed, sendFixed } from './fixed.js';
import { oauthRoutes } from './oauth.js';
import type { Examples } from '../spec/examples.js';
import { withExamples } from '../spec/examples.js';
import type { OpenApiDocument } from '../spec/publish.js';

/** What tells whether the server lives, and whether it can answer. */
export const CHECKS: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** Not by importing the package: that would run a bundle of a megabyte at every start. */
const assetPath = createRequire(import.meta.url).resolve;

export interface PagesOptions {
  /** The document is that of the tenant that asks; of the first one where nobody says who asks. */
  readonly admit: (credentials: Credentials) => Promise<{ readonly document: OpenApiDocument }>;
  readonly examples: Examples;
  readonly baseUrl: string;
  readonly isReady: () => Promise<boolean>;
  /** Undefined where the API gives no access tokens. */
  readonly oauth?: OAuthEndpoints;
}

/** Asked for by the page anew each time it is loaded: they change with the server. */
const ASKED_EACH_TIME = 'no-cache';
/** The document of a tenant is for its tokens. */
const ASKED_BY_EACH = 'private, no-cache';
/** A day: they change with a release of Swagger UI, and any of them can show any document. */
const KEPT = 'public, max-age=86400';
const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
};
const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>SCIM 2.0</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>
`;
const START = "SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', validatorUrl: null });\n";
const CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

export function createPages({ admit, examples, baseUrl, isReady, oauth }: PagesOptions): Middleware {
  const shown = (document: OpenApiDocument) => ({
    ...withExamples(document, examples),
    servers: [{ url: baseUrl, description: 'This server.' }],
  });
  const json = once((document) => fixed('application/json', ASKED_BY_EACH, JSON.stringify(shown(document))));
  const yaml = once((document) =>
    fixed('application/yaml', ASKED_BY_EACH, stringify(shown(document), { aliasDuplicateObjects: false })),
  );
  const page = fixed('text/html', ASKED_EACH_TIME, PAGE);
  const start = fixed('text/javascript', ASKED_EACH_TIME, START);
  const router = new Router();

  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  router.get('/readyz', async (ctx) => {
    if (!(await isReady())) throw new ScimError('unavailable', 'the database does not answer');
    ctx.body = { status: 'ready' };
  });
  for (const [path, written] of Object.entries({ '/openapi.json': json, '/openapi.yaml': yaml })) {
    router.get(path, async (ctx) => {
      const { document } = await admit(credentialsOf(ctx));
      ctx.vary('Authorization');
      await sendFixed(ctx, written(document));
    });
  }
  router.get('/docs', async (ctx) => {
    ctx.set('Content-Security-Policy', CSP);
    await sendFixed(ctx, page);
  });
  router.get('/docs/start.js', (ctx) => sendFixed(ctx, start));
  for (const [file, type] of Object.entries(ASSETS)) {
    let asset: Fixed | undefined;
    router.get(`/docs/${file}`, async (ctx) => {
      asset ??= fixed(type, KEPT, await readFile(assetPath(`swagger-ui-dist/${file}`)));
      await sendFixed(ctx, asset);
    });
  }
  if (oauth !== undefined) oauthRoutes(router, oauth);
  const routes = router.routes() as Middleware;
  return async (ctx, next) => {
    await routes(ctx, () => refuseMethod(router, ctx, next));
  };
}

/** What is served by other methods says by which, as every path of SCIM does (RFC 9110 section 15.5.6). */
async function refuseMethod(router: Router, ctx: Context, next: Next): Promise<void> {
  const methods = router.match(ctx.path, ctx.method).path.flatMap((layer) => layer.methods);
  if (methods.length === 0) {
    await next();
    return;
  }
  const allow = [...methods, 'OPTIONS'].toSorted().join(', ');
  ctx.set('Allow', allow);
  if (ctx.method !== 'OPTIONS')
    throw new ScimError('methodNotAllowed', `${ctx.method} is not allowed here; use ${allow}`);
  ctx.status = 204;
}

/** Writes each document once. */
function once(write: (document: OpenApiDocument) => Fixed): (document: OpenApiDocument) => Fixed {
  const all = new WeakMap<OpenApiDocument, Fixed>();
  return (document) => {
    const written = all.get(document) ?? write(document);
    all.set(document, written);
    return written;
  };
}
