// What is served without a token beside SCIM: health, OAuth, the published document, and its reference page from files
// on disk (the page asks no other host).
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Router from '@koa/router';
import type { Middleware } from 'koa';
import { stringify } from 'yaml';
import { ScimError } from '../errors/scim-error.js';
import type { Credentials } from '../auth/actor.js';
import type { OAuthEndpoints } from '../oauth/oauth.js';
import { credentialsOf } from './credentials.js';
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
  const json = once((document) => JSON.stringify(shown(document)));
  const yaml = once((document) => stringify(shown(document), { aliasDuplicateObjects: false }));
  const router = new Router();

  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  router.get('/readyz', async (ctx) => {
    if (!(await isReady())) throw new ScimError('unavailable', 'the database does not answer');
    ctx.body = { status: 'ready' };
  });
  router.get('/openapi.json', async (ctx) => {
    const { document } = await admit(credentialsOf(ctx));
    ctx.type = 'application/json';
    ctx.body = json(document);
  });
  router.get('/openapi.yaml', async (ctx) => {
    const { document } = await admit(credentialsOf(ctx));
    ctx.type = 'application/yaml';
    ctx.body = yaml(document);
  });
  router.get('/docs', (ctx) => {
    ctx.set('Content-Security-Policy', CSP);
    ctx.type = 'text/html';
    ctx.body = PAGE;
  });
  router.get('/docs/start.js', (ctx) => {
    ctx.type = 'text/javascript';
    ctx.body = START;
  });
  for (const [file, type] of Object.entries(ASSETS)) {
    router.get(`/docs/${file}`, async (ctx) => {
      ctx.type = type;
      ctx.body = await readFile(assetPath(`swagger-ui-dist/${file}`));
    });
  }
  if (oauth !== undefined) oauthRoutes(router, oauth);
  return router.routes() as Middleware;
}

/** Writes each document once. */
function once(write: (document: OpenApiDocument) => string): (document: OpenApiDocument) => string {
  const written = new WeakMap<OpenApiDocument, string>();
  return (document) => {
    const text = written.get(document) ?? write(document);
    written.set(document, text);
    return text;
  };
}
