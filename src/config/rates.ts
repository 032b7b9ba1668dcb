// How often clients may ask, and strangers fail; which proxies are believed about who a client is.
import { isIP } from 'node:net';
import type { Rate } from '../limits/bucket.js';
import type { Environment, Row } from './whole-number.js';
import { row, wholeNumber, wholeNumberOrOff } from './whole-number.js';

export interface Rates {
  /** Requests of all tokens of a tenant; a tenant may have its own. Undefined: no limit. */
  readonly tenantRate: Rate | undefined;
  /** Requests of one token. */
  readonly tokenRate: Rate | undefined;
  /** Failed authentications from one address. */
  readonly failureRate: Rate | undefined;
  /** So many proxies stand in front, or these do. */
  readonly trustProxy: number | readonly string[];
}

const RATES = {
  tenantRate: row('TENANT_RATE', 1_000, 1, 1_000_000),
  tokenRate: row('TOKEN_RATE', 500, 1, 1_000_000),
  authFailures: row('AUTH_FAILURES', 100, 1, 1_000_000),
  authFailuresWindow: row('AUTH_FAILURES_WINDOW', 60, 1, 86_400),
} as const;

/** Without a setting of its own, a bucket has what comes back in so many seconds. */
const BURST_SECONDS = 10;
const MOST_BURST = 10_000_000;

/** @throws Error in one line that says which setting is wrong and what it takes */
export function readRates(environment: Environment): Rates {
  const failures = wholeNumberOrOff(RATES.authFailures, environment);
  const window = wholeNumber(RATES.authFailuresWindow, environment);
  return {
    tenantRate: readRate(RATES.tenantRate, 'TENANT_BURST', environment),
    tokenRate: readRate(RATES.tokenRate, 'TOKEN_BURST', environment),
    failureRate: failures === undefined ? undefined : { perSecond: failures / window, burst: failures },
    trustProxy: readProxies(environment['TRUST_PROXY'] ?? '0'),
  };
}

function readRate(rate: Row, burst: string, environment: Environment) {
  const perSecond = wholeNumberOrOff(rate, environment);
  if (perSecond === undefined) return undefined;
  return { perSecond, burst: wholeNumber(row(burst, perSecond * BURST_SECONDS, 1, MOST_BURST), environment) };
}

/** More proxies than these stand nowhere. */
const MOST_HOPS = 10;

function readProxies(text: string): number | readonly string[] {
  if (/^\d+$/.test(text) && Number(text) <= MOST_HOPS) return Number(text);
  const addresses = text.split(',').map((address) => address.trim());
  if (addresses.every(isNetwork)) return addresses;
  throw new Error(
    `TRUST_PROXY: takes the number of proxies in front, 0 to ${MOST_HOPS}, or their addresses: 10.0.0.7, 10.1.0.0/16`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
