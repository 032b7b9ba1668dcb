// The settings: what the environment makes of the configuration, and the one line that refuses it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readBrake } from '../../../src/config/brake.js';
import { readConfig } from '../../../src/config/config.js';
import { readLimits } from '../../../src/config/limits.js';
import { readRates } from '../../../src/config/rates.js';
import { newPair, writePair } from '../../support/certificates.js';

const folder = mkdtempSync(join(tmpdir(), 'scim-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const TLS = await writePair(await newPair(), folder);
const BEHIND_PROXY = { TLS_TERMINATED_UPSTREAM: 'true', PUBLIC_URL: 'https://scim.example.com' };

test('without settings the server is on loopback, over the embedded mongod, with a token of its own', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://127.0.0.1:3000/scim/v2',
    basePath: '/scim/v2',
    tls: undefined,
    bearerToken: undefined,
    oauthTokenLifetime: 3600,
    mongodbUri: undefined,
    mongodBinary: undefined,
    dataDir: './data',
    openapiDir: join(process.cwd(), 'openapi'),
    openapiOverlays: [],
    tokenSubject: undefined,
    admin: undefined,
    adminDir: join(process.cwd(), 'openapi-admin'),
    adminComponentsDir: join(process.cwd(), 'openapi'),
    audit: true,
    auditRetentionDays: 400,
    workers: 1,
    ...readLimits({}),
    ...readRates({}),
    brake: readBrake({}),
    tlsTerminatedUpstream: false,
    logLevel: 'info',
    metrics: undefined,
    version: '0.1.0',
  });
});

test('the configuration is frozen', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});

describe('settings', () => {
  test.each<[Record<string, string>, object]>([
    [{ PORT: '65535' }, { port: 65535, baseUrl: 'http://127.0.0.1:65535/scim/v2' }],
    [
      { PORT: '', DATA_DIR: '' },
      { port: 3000, dataDir: './data' },
    ],
    [{ HOST: 'localhost' }, { baseUrl: 'http://localhost:3000/scim/v2' }],
    [{ HOST: '::1' }, { host: '::1', baseUrl: 'http://[::1]:3000/scim/v2' }],
    [
      { HOST: '0.0.0.0', ...TLS },
      { host: '0.0.0.0', baseUrl: 'https://0.0.0.0:3000/scim/v2' },
    ],
    [
      { HOST: '0.0.0.0', ...BEHIND_PROXY },
      { host: '0.0.0.0', baseUrl: 'https://scim.example.com/scim/v2' },
    ],
    [{ PUBLIC_URL: 'https://scim.example.com//' }, { baseUrl: 'https://scim.example.com/scim/v2' }],
    [{ PUBLIC_URL: 'https://example.com/scim/v2/' }, { baseUrl: 'https://example.com/scim/v2' }],
    [{ PUBLIC_URL: 'https://example.com/tenant' }, { baseUrl: 'https://example.com/tenant/scim/v2' }],
    [TLS, { tls: { certFile: TLS.TLS_CERT_FILE, keyFile: TLS.TLS_KEY_FILE, clientAuth: 'require' } }],
    [{ SCIM_BEARER_TOKEN: 'abcdefgh.-_~+/90==' }, { bearerToken: 'abcdefgh.-_~+/90==' }],
    [{ MONGODB_URI: 'mongodb+srv://cluster.example.com/x' }, { mongodbUri: 'mongodb+srv://cluster.example.com/x' }],
    [{ SCIM_TOKEN_SUBJECT: '7' }, { tokenSubject: '7' }],
    [{ OPENAPI_DIR: 'openapi-admin' }, { openapiDir: 'openapi-admin' }],
    [{ OPENAPI_OVERLAY: 'redocly.yaml' }, { openapiOverlays: ['redocly.yaml'] }],
    [{ OPENAPI_OVERLAY: 'redocly.yaml, package.json' }, { openapiOverlays: ['redocly.yaml', 'package.json'] }],
    [{ TLS_TERMINATED_UPSTREAM: '0' }, { tlsTerminatedUpstream: false }],
    [
      { WORKERS: '4', MAX_CONCURRENT_REQUESTS: '9' },
      { workers: 4, maxConcurrent: 9 },
    ],
    [{ BULK_MAX_OPERATIONS: '5' }, { bulkMaxOperations: 5 }],
    [{ METRICS_PORT: '9464' }, { metrics: { host: '127.0.0.1', port: 9464 } }],
    [{ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }, { metrics: { host: '0.0.0.0', port: 9464 } }],
    [{ MONGOD_BINARY: '/opt/mongod' }, { mongodBinary: '/opt/mongod' }],
    [
      { MAX_PAYLOAD_SIZE: '1024', MAX_RESULTS: '2', MAX_SCAN: '3' },
      { maxPayloadSize: 1024, maxResults: 2, maxScan: 3 },
    ],
    [
      { CURSOR_TIMEOUT: '60', LOG_LEVEL: 'silent' },
      { cursorTimeout: 60, logLevel: 'silent' },
    ],
    [{ UNKNOWN: 'x' }, { port: 3000 }],
  ])('%j', (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected);
  });
});

describe('a wrong setting is refused in one line that begins with its name', () => {
  test.each<[Record<string, string>, RegExp]>([
    ...['http', '0', '65536', '80.5', '-1'].map((PORT): [Record<string, string>, RegExp] => [
      { PORT },
      /^PORT: takes a whole number, 1 to 65535$/,
    ]),
    ...['scim.example.com', 'ftp://x', 'https://', 'https:///path', 'https://example.com?a=b', 'https://a/#b'].map(
      (PUBLIC_URL): [Record<string, string>, RegExp] => [{ PUBLIC_URL }, /^PUBLIC_URL: takes a URL: /],
    ),
    ...['https://x.example/?a=1', 'https://x.example#a', 'https://ada:secret@x.example'].flatMap(
      (url): [Record<string, string>, RegExp][] => [
        [{ PUBLIC_URL: url }, /^PUBLIC_URL: takes a URL: \S+, without a query or a password$/],
        [{ ADMIN_PUBLIC_URL: url }, /^ADMIN_PUBLIC_URL: takes a URL: \S+, without a query or a password$/],
      ],
    ),
    ...['collector:4318', 'http://', 'http://collector.example.com/#a'].flatMap(
      (url): [Record<string, string>, RegExp][] => [
        [{ OTEL_EXPORTER_OTLP_ENDPOINT: url }, /^OTEL_EXPORTER_OTLP_ENDPOINT: takes a URL: http:.*:4318$/],
        [
          { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url },
          /^OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: takes a URL: http:.*:4318$/,
        ],
      ],
    ),
    [{ MONGODB_URI: 'postgres://x' }, /^MONGODB_URI: takes a connection string: /],
    [{ SCIM_BEARER_TOKEN: 'short' }, /^SCIM_BEARER_TOKEN: takes a token of at least 16 /],
    [{ SCIM_BEARER_TOKEN: 'with spaces in its middle' }, /^SCIM_BEARER_TOKEN: takes a token /],
    ...['loud', ' info', 'INFO\n'].map((LOG_LEVEL): [Record<string, string>, RegExp] => [
      { LOG_LEVEL },
      /^LOG_LEVEL: takes one of fatal, error, warn, info, debug, trace, silent$/,
    ]),
    [{ TLS_CLIENT_AUTH: 'perhaps' }, /^TLS_CLIENT_AUTH: takes one of require, request$/],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /^OTEL_EXPORTER_OTLP_PROTOCOL: takes one of http.protobuf, http.json$/],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, /^OTEL_TRACES_EXPORTER: takes one of otlp, none$/],
    [{ OTEL_TRACES_SAMPLER: 'some' }, /^OTEL_TRACES_SAMPLER: takes one of always_on, parentbased_always_on, /],
    ...['10%', ' ', '-0.1', '1.01', 'NaN'].map((OTEL_TRACES_SAMPLER_ARG): [Record<string, string>, RegExp] => [
      { OTEL_TRACES_SAMPLER_ARG },
      /^OTEL_TRACES_SAMPLER_ARG: takes a number, 0 to 1$/,
    ]),
    [{ OTEL_SDK_DISABLED: 'perhaps' }, /^OTEL_SDK_DISABLED: takes true or false$/],
    [{ TLS_TERMINATED_UPSTREAM: 'ON\n' }, /^TLS_TERMINATED_UPSTREAM: takes true or false$/],
    [{ OPENAPI_DIR: folder }, /^OPENAPI_DIR: takes a folder with an openapi.yaml: .*ENOENT/],
    [{ OPENAPI_OVERLAY: 'none.yaml' }, /^OPENAPI_OVERLAY: takes a file, or several with commas.*: ENOENT.*none.yaml/],
    [{ OPENAPI_OVERLAY: 'redocly.yaml,' }, /^OPENAPI_OVERLAY: takes a file, or several with commas between them$/],
    [{ HOST: 'a\nb' }, /^HOST: "a\\nb" is not loopback/],
    [{ TLS_TERMINATED_UPSTREAM: 'true' }, /^PUBLIC_URL: behind a proxy /],
    [{ HOST: '0.0.0.0' }, /^HOST: "0\.0\.0\.0" is not loopback.*TLS_CERT_FILE/],
    [{ HOST: '127.0.0.1.example.com' }, /^HOST: /],
    [{ HOST: '::' }, /^HOST: /],
    [{ TLS_CERT_FILE: TLS.TLS_CERT_FILE }, /^TLS_KEY_FILE: needed /],
    [{ TLS_KEY_FILE: TLS.TLS_KEY_FILE }, /^TLS_CERT_FILE: needed /],
    [{ ...TLS, TLS_CERT_FILE: join(folder, 'none.pem') }, /^TLS_CERT_FILE: .*no such file/],
    [{ ...TLS, TLS_KEY_FILE: folder }, /^TLS_KEY_FILE: /],
  ])('%j', (environment, line) => {
    expect(() => readConfig(environment)).toThrow(line);
    expect(() => readConfig(environment)).not.toThrow(/\n/);
  });

  test('a token that is refused is not shown', () => {
    expect(() => readConfig({ SCIM_BEARER_TOKEN: 'se cret' })).not.toThrow(/se cret/);
  });
});
