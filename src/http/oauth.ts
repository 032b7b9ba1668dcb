// The endpoints of the authorization server, beside SCIM: they speak OAuth, so their errors are those of RFC 6749.
import type Router from '@koa/router';
import type { Context } from 'koa';
import bodyParser from 'koa-bodyparser';
import { OAuthError } from '../oauth/grant.js';
import { JWKS_PATH, METADATA_PATH, metadataOf, TOKEN_PATH } from '../oauth/metadata.js';
import type { OAuthEndpoints } from '../oauth/oauth.js';
import { credentialsOf } from './credentials.js';

const FORM = 'application/x-www-form-urlencoded';
/** Longer than an id, a secret and all scopes. */
const MAX_FORM = '16kb';
/** A rotated key is published longer than this before it signs. */
const PUBLIC_FOR = 'public, max-age=300';

const parse = bodyParser({
  enableTypes: ['text'],
  extendTypes: { text: [FORM] },
  textLimit: MAX_FORM,
  onerror: (_error, ctx) => {
    ctx.req.unpipe();
    ctx.req.resume();
    ctx.set('Connection', 'close');
    throw new OAuthError('invalid_request', `the body is not a form, or longer than ${MAX_FORM}`);
  },
});

export function oauthRoutes(router: Router, { issuer, grant, keys }: OAuthEndpoints): void {
  router.post(TOKEN_PATH, async (ctx) => {
    try {
      ctx.body = await grant({ ...credentialsOf(ctx), form: await readForm(ctx) });
      // Older caches know no other word (RFC 6749 section 5.1); Cache-Control is on every answer.
      ctx.set('Pragma', 'no-cache');
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      writeError(ctx, error.status, error);
    }
  });
  router.all(TOKEN_PATH, (ctx) => {
    ctx.set('Allow', 'POST');
    writeError(ctx, 405, new OAuthError('invalid_request', 'the token endpoint takes POST'));
  });
  router.get(JWKS_PATH, async (ctx) => {
    ctx.body = { keys: await keys.published() };
    // Not before: an error is kept by no cache.
    ctx.set('Cache-Control', PUBLIC_FOR);
  });
  router.get(METADATA_PATH, (ctx) => {
    ctx.set('Cache-Control', PUBLIC_FOR);
    ctx.body = metadataOf(issuer);
  });
}

/** @throws OAuthError */
async function readForm(ctx: Context): Promise<URLSearchParams> {
  if (!ctx.is(FORM)) throw new OAuthError('invalid_request', `Content-Type must be ${FORM}`);
  if (ctx.get('expect') !== '') ctx.res.writeContinue();
  await parse(ctx, async () => undefined);
  return new URLSearchParams(ctx.request.rawBody);
}

function writeError(ctx: Context, status: number, { code, message }: OAuthError): void {
  ctx.status = status;
  // RFC 6749 section 5.2, and RFC 9110 section 15.5.2.
  if (status === 401) ctx.set('WWW-Authenticate', 'Basic realm="scim"');
  ctx.body = { error: code, error_description: message };
}
