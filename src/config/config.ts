// The settings, from the environment: one typed, frozen object, validated once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnv, str } from 'envalid';
import type { BrakeSettings } from './brake.js';
import { readBrake } from './brake.js';
import type { Limits } from './limits.js';
import { readLimits } from './limits.js';
import type { Rates } from './rates.js';
import { readRates } from './rates.js';
import type { TlsConfig } from './tls.js';
import { CLIENT_AUTH, readTls } from './tls.js';
import {
  collectorUrl,
  documentFolder,
  files,
  mongodbUri,
  oneOf,
  onOff,
  portNumber,
  publicUrl,
  ratio,
  secret,
  token,
  trueOrFalse,
  whole,
} from './values.js';

/** Where the admin API listens. */
export interface AdminConfig {
  readonly host: string;
  readonly port: number;
  /** The URL of its endpoints, their base path included. */
  readonly baseUrl: string;
  readonly basePath: string;
}

export interface Config extends Limits, Rates {
  readonly host: string;
  readonly port: number;
  /** The public URL of the SCIM endpoints, their base path included. */
  readonly baseUrl: string;
  readonly basePath: string;
  /** A proxy does TLS. */
  readonly tlsTerminatedUpstream: boolean;
  readonly tls: TlsConfig | undefined;
  readonly bearerToken: string | undefined;
  /** The id of the resource that the token is bound to. */
  readonly tokenSubject: string | undefined;
  /** The key of the digests of tokens. */
  readonly tokenKey: string | undefined;
  /** Of access tokens that OAuth clients get, in seconds. */
  readonly oauthTokenLifetime: number;
  readonly mongodbUri: string | undefined;
  readonly mongodBinary: string | undefined;
  readonly dataDir: string;
  /** The folder of openapi.yaml. */
  readonly openapiDir: string;
  /** Files that are laid over it, in this order. */
  readonly openapiOverlays: readonly string[];
  /** Undefined where there is none. */
  readonly admin: AdminConfig | undefined;
  /** The folder of the admin API's document, and of that whose components it uses: the program's own. */
  readonly adminDir: string;
  readonly adminComponentsDir: string;
  /** Whether changes are recorded. */
  readonly audit: boolean;
  readonly auditRetentionDays: number;
  /** Undefined where it is off. */
  readonly brake: BrakeSettings | undefined;
  /** Processes that answer. */
  readonly workers: number;
  readonly logLevel: string;
  /** Milliseconds from which on a request is slow; undefined: none is looked at. */
  readonly slowRequestMs: number | undefined;
  /** Where Prometheus reads; undefined: nothing is counted. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Where spans are sent, and how; undefined: there are none. */
  readonly tracing:
    { readonly url: string; readonly protocol: (typeof OTLP)[number]; readonly serviceName: string } | undefined;
  /** Of the server, as package.json has it. */
  readonly version: string;
}

const OTLP = ['http/protobuf', 'http/json'] as const;
const SAMPLERS = ['always_on', 'always_off', 'traceidratio'].flatMap((name) => [name, `parentbased_${name}`]);

/** The document that the package brings along. */
const OPENAPI = join(import.meta.dirname, '../../openapi');
const PACKAGE = join(import.meta.dirname, '../../package.json');
const ADMIN = join(import.meta.dirname, '../../openapi-admin');
const BASE_PATH = '/scim/v2';
const ADMIN_PATH = '/admin/v1';
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the settings.
 * @throws Error in one line that says which setting is wrong and what it takes
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // An empty setting is an unset one, as in compose files.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const env = cleanEnv(
    given,
    {
      HOST: str({ default: '127.0.0.1' }),
      PORT: portNumber({ default: 3000 }),
      SCIM_BEARER_TOKEN: token({ default: undefined }),
      SCIM_TOKEN_SUBJECT: str({ default: undefined }),
      SCIM_TOKEN_KEY: secret({ default: undefined }),
      // Long enough for a client to use a token, short enough for a leaked one to end.
      OAUTH_TOKEN_LIFETIME: whole(60, 21_600)({ default: 3600 }),
      MONGODB_URI: mongodbUri({ default: undefined }),
      MONGOD_BINARY: str({ default: undefined }),
      DATA_DIR: str({ default: './data' }),
      OPENAPI_DIR: documentFolder({ default: OPENAPI }),
      OPENAPI_OVERLAY: files({ default: [] }),
      ADMIN_HOST: str({ default: '127.0.0.1' }),
      ADMIN_PORT: portNumber({ default: undefined }),
      ADMIN_PUBLIC_URL: publicUrl({ default: undefined }),
      PUBLIC_URL: publicUrl({ default: undefined }),
      TLS_CERT_FILE: str({ default: undefined }),
      TLS_KEY_FILE: str({ default: undefined }),
      TLS_CLIENT_CA_FILE: str({ default: undefined }),
      TLS_CLIENT_AUTH: oneOf(CLIENT_AUTH)({ default: 'require' }),
      TLS_TERMINATED_UPSTREAM: trueOrFalse({ default: false }),
      AUDIT: onOff({ default: true }),
      // MongoDB counts what expires in seconds, up to 2^31.
      AUDIT_RETENTION_DAYS: whole(1, 24_855)({ default: 400 }),
      WORKERS: whole(1, 1_024)({ default: 1 }),
      LOG_LEVEL: oneOf(LEVELS)({ default: 'info' }),
      SLOW_REQUEST_MS: whole(1, 3_600_000)({ default: undefined }),
      METRICS_HOST: str({ default: '127.0.0.1' }),
      METRICS_PORT: portNumber({ default: undefined }),
      OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl({ default: undefined }),
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collectorUrl({ default: undefined }),
      OTEL_EXPORTER_OTLP_PROTOCOL: oneOf(OTLP)({ default: 'http/protobuf' }),
      OTEL_SERVICE_NAME: str({ default: 'scim-server' }),
      OTEL_TRACES_EXPORTER: oneOf(['otlp', 'none'])({ default: 'otlp' }),
      OTEL_TRACES_SAMPLER: oneOf(SAMPLERS)({ default: 'parentbased_always_on' }),
      OTEL_TRACES_SAMPLER_ARG: ratio({ default: 1 }),
      OTEL_SDK_DISABLED: trueOrFalse({ default: false }),
    },
    {
      reporter: ({ errors }) => {
        const [first] = Object.entries(errors);
        if (first !== undefined) throw new Error(`${first[0]}: ${first[1].message}`);
      },
    },
  );
  const limits = readLimits(given);
  const rates = readRates(given);
  const brake = readBrake(given);
  const tls = readTls({
    certFile: env.TLS_CERT_FILE,
    keyFile: env.TLS_KEY_FILE,
    clientCaFile: env.TLS_CLIENT_CA_FILE,
    clientAuth: env.TLS_CLIENT_AUTH,
  });
  const hosts = { HOST: env.HOST, ...(env.ADMIN_PORT === undefined ? {} : { ADMIN_HOST: env.ADMIN_HOST }) };
  for (const [setting, host] of Object.entries(hosts)) {
    if (tls !== undefined || LOOPBACK.test(host) || env.TLS_TERMINATED_UPSTREAM) continue;
    throw new Error(
      `${setting}: ${JSON.stringify(host)} is not loopback, and plain HTTP would expose tokens to the network: set TLS_CERT_FILE and TLS_KEY_FILE, or TLS_TERMINATED_UPSTREAM=true behind a proxy that terminates TLS`,
    );
  }
  if (env.TLS_TERMINATED_UPSTREAM && env.PUBLIC_URL === undefined) {
    throw new Error(
      'PUBLIC_URL: behind a proxy the server must be told the URL that clients use: https://scim.example.com',
    );
  }
  const collector = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? tracesBelow(env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const isTraced = env.OTEL_TRACES_EXPORTER === 'otlp' && !env.OTEL_SDK_DISABLED;
  if (env.ADMIN_PORT === env.PORT) throw new Error(`ADMIN_PORT: ${env.PORT} is the SCIM port; use another one`);
  const urlOf = (host: string, port: number, path: string, given: string | undefined) => {
    const url =
      given?.replace(/\/+$/, '') ??
      `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
    return url.endsWith(path) ? url : `${url}${path}`;
  };
  const adminAt = (host: string, port: number): AdminConfig => {
    return { host, port, baseUrl: urlOf(host, port, ADMIN_PATH, env.ADMIN_PUBLIC_URL), basePath: ADMIN_PATH };
  };
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    baseUrl: urlOf(env.HOST, env.PORT, BASE_PATH, env.PUBLIC_URL),
    basePath: BASE_PATH,
    tlsTerminatedUpstream: env.TLS_TERMINATED_UPSTREAM,
    tls,
    bearerToken: env.SCIM_BEARER_TOKEN,
    tokenSubject: env.SCIM_TOKEN_SUBJECT,
    tokenKey: env.SCIM_TOKEN_KEY,
    oauthTokenLifetime: env.OAUTH_TOKEN_LIFETIME,
    mongodbUri: env.MONGODB_URI,
    mongodBinary: env.MONGOD_BINARY,
    dataDir: env.DATA_DIR,
    openapiDir: env.OPENAPI_DIR,
    openapiOverlays: env.OPENAPI_OVERLAY,
    admin: env.ADMIN_PORT === undefined ? undefined : adminAt(env.ADMIN_HOST, env.ADMIN_PORT),
    adminDir: ADMIN,
    adminComponentsDir: OPENAPI,
    audit: env.AUDIT,
    auditRetentionDays: env.AUDIT_RETENTION_DAYS,
    brake,
    workers: env.WORKERS,
    ...limits,
    ...rates,
    logLevel: env.LOG_LEVEL,
    slowRequestMs: env.SLOW_REQUEST_MS,
    metrics: env.METRICS_PORT === undefined ? undefined : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    tracing:
      isTraced && collector !== undefined
        ? { url: collector, protocol: env.OTEL_EXPORTER_OTLP_PROTOCOL, serviceName: env.OTEL_SERVICE_NAME }
        : undefined,
    version: (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string }).version,
  });
}

/** The path of traces below that of a collector. The exporter would put it behind a query. */
function tracesBelow(collector: string | undefined): string | undefined {
  if (collector === undefined) return undefined;
  const url = new URL(collector);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/traces`;
  return url.href;
}
