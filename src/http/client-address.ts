// The address of the client. Anybody can write X-Forwarded-For: it is read only as far as the proxies that the settings
// name have written it, from its end.
import { BlockList, isIP } from 'node:net';
import type { Context, Middleware } from 'koa';

/** So many proxies stand in front of the server, or these do. */
export type TrustProxy = number | readonly string[];

/** Puts the address of the client into `ctx.ip`. */
export function findAddress(trust: TrustProxy): Middleware {
  const addressOf = createClientAddress(trust);
  return async (ctx, next) => {
    ctx.request.ip = addressOf(ctx);
    await next();
  };
}

function createClientAddress(trust: TrustProxy): (ctx: Context) => string {
  const isProxy = typeof trust === 'number' ? (_address: string, hop: number) => hop < trust : isOneOf(trust);
  return ({ req }) => {
    let client = plain(req.socket.remoteAddress ?? '');
    if (trust === 0) return client;
    const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',');
    for (let hop = 0; isProxy(client, hop); hop += 1) {
      const before = plain(forwarded.pop() ?? '');
      // A proxy that says nothing, or no address, is as far as anybody can see.
      if (isIP(before) === 0) break;
      client = before;
    }
    return client;
  };
}

function isOneOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
}

/** Without the port that some proxies write, and an IPv4 address as such where a socket of IPv6 tells it. */
function plain(address: string): string {
  const text = address.trim();
  const [, bare] =
    /^\[(.+)\](?::\d+)?$/.exec(text) ?? /^([\d.]+):\d+$/.exec(text) ?? /^::ffff:([\d.]+)$/i.exec(text) ?? [];
  return bare ?? text;
}
