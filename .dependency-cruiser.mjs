// Who may import whom: the layers of docs/architecture.md, from the bottom up.

/** What every layer may import; they themselves import nothing of ours. */
const FOUNDATION = ['errors', 'generated'];

/** A layer imports itself, FOUNDATION and what stands beside its name; anything else is a fault. */
const MAY_IMPORT = {
  observe: [],
  limits: ['observe'],
  spec: [],
  schema: ['spec'],
  migration: ['schema', 'spec'],
  filter: ['schema', 'spec'],
  search: ['limits', 'filter', 'schema', 'spec'],
  patch: ['filter', 'schema', 'spec'],
  representation: ['limits', 'filter', 'schema', 'spec'],
  service: ['search', 'patch', 'representation', 'filter', 'schema', 'spec'],
  bulk: ['service', 'patch', 'representation', 'schema', 'spec'],
  discovery: ['schema', 'spec'],
  config: ['limits'],
  // Adapters: the types of the core, and never each other.
  auth: ['observe', 'limits'],
  oauth: ['observe', 'auth'],
  tenants: ['auth', 'limits'],
  // What is administered, for the admin API and the command line: rules are in auth and tenants.
  control: [
    'auth',
    'oauth',
    'observe',
    'tenants',
    'limits',
    'service',
    'search',
    'representation',
    'filter',
    'schema',
    'spec',
  ],
  clients: ['observe', 'schema'],
  logging: ['observe'],
  metrics: ['observe'],
  tracing: ['observe'],
  storage: [
    'observe',
    'auth',
    'oauth',
    'tenants',
    'service',
    'search',
    'representation',
    'migration',
    'filter',
    'schema',
    'spec',
  ],
  http: [
    'observe',
    'limits',
    'auth',
    'oauth',
    'bulk',
    'control',
    'discovery',
    'service',
    'search',
    'patch',
    'representation',
    'filter',
    'schema',
    'spec',
  ],
  cli: [
    'config',
    'control',
    'observe',
    'limits',
    'storage',
    'clients',
    'tenants',
    'auth',
    'oauth',
    'service',
    'migration',
    'search',
    'filter',
    'schema',
    'spec',
  ],
};

/** Ways in: each is a process, and builds the adapters that it needs. */
const ENTRIES = '^src/main\\.ts$|^src/cli/scim\\.ts$';
/** What builds adapters and hands them on. */
const ROOT = '^src/(server|opened|runtime|access|control|admin|audit-reader|workers|observers)\\.ts$';

/** Packages that one place alone knows. */
const KNOWN_ONLY_IN = {
  mongodb: '^src/storage/mongo/',
  koa: '^src/http/',
  '@koa/router': '^src/http/',
  'koa-bodyparser': '^src/http/',
  'koa-compress': '^src/http/',
  'openapi-backend': '^src/http/',
  'swagger-ui-dist': '^src/http/',
  chevrotain: '^src/filter/',
  envalid: '^src/config/',
  pino: '^src/logging/',
  jose: '^src/oauth/',
  'prom-client': '^src/metrics/',
  '@opentelemetry': '^src/tracing/',
};

const layers = Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import ${['itself', ...FOUNDATION, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: '^(src|scripts|test|bench|sdk)/',
    pathNot: `^src/(${[layer, ...FOUNDATION, ...allowed].join('|')})/|${layer === 'cli' ? 'src/(main|control|audit-reader)\\.ts$' : '^$'}`,
  },
}));

const packages = Object.entries(KNOWN_ONLY_IN).map(([name, place]) => ({
  name: `package-${name}`,
  comment: `${name} is known under ${place} only`,
  severity: 'error',
  from: { path: '^src/', pathNot: place },
  to: { path: `^node_modules/(@types/)?${name}/` },
}));

export default {
  forbidden: [
    ...layers,
    ...packages,
    {
      name: 'foundation',
      comment: `${FOUNDATION.join(' and ')} import nothing of ours`,
      severity: 'error',
      from: { path: `^src/(${FOUNDATION.join('|')})/` },
      to: { path: '^src/', pathNot: '^src/$1/' },
    },
    {
      name: 'every-folder-has-a-layer',
      comment: 'a new folder of src/ gets its line in MAY_IMPORT',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${[...FOUNDATION, ...Object.keys(MAY_IMPORT)].join('|')})/` },
      to: {},
    },
    {
      name: 'storage-knows-only-types-of-auth',
      comment: 'storage implements the ports of auth and oauth: `import type` from them, nothing else',
      severity: 'error',
      from: { path: '^src/storage/' },
      to: { path: '^src/(auth|oauth)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-entries-build-adapters',
      comment: 'adapters are built in src/server.ts, or in an entry, and handed on',
      severity: 'error',
      from: { path: '^src/', pathNot: `${ROOT}|${ENTRIES}|^src/(storage|clients|logging|metrics|tracing|cli)/` },
      to: { path: '^src/(storage|clients|logging|metrics|tracing)/' },
    },
    {
      name: 'server-is-the-root',
      comment: 'nothing in src/ but the ways in and the root itself imports the composition root',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/main\\.ts$|^src/cli/|${ROOT}` },
      to: { path: ROOT },
    },
    {
      name: 'nothing-imports-an-entry',
      comment: 'an entry runs when it is imported',
      severity: 'error',
      from: { pathNot: '^src/cli/scim\\.ts$' },
      to: { path: ENTRIES },
    },
    {
      name: 'no-development-code',
      comment: 'src/ runs without scripts/, test/, bench/ and sdk/',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|test|bench|sdk)/' },
    },
    {
      name: 'sdk-stands-alone',
      comment: 'sdk/ is a package that others install: itself and openapi-fetch',
      severity: 'error',
      from: { path: '^sdk/' },
      to: { pathNot: '^sdk/|^node_modules/openapi-fetch/' },
    },
    {
      name: 'no-development-packages',
      comment: 'what src/ imports is in `dependencies`',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'a file that nothing imports is a way in, or is dead',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ENTRIES },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'bench/ has packages of its own, that are installed where it is run; its types are checked there',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // They stand beside what a generator makes, when they run.
    exclude: { path: '^test/sdk/probes/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
