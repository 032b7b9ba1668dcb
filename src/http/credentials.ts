// What a request brings along to say who asks.
import type { Context } from 'koa';
import type { Credentials } from '../auth/actor.js';
import { clientCertificateOf } from './tls.js';

export function credentialsOf(ctx: Context): Credentials {
  const { authorization } = ctx.req.headers;
  return { authorization, address: ctx.ip, certificate: clientCertificateOf(ctx.req) };
}
