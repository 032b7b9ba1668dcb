// Jest in ESM mode: chevrotain is ESM only. swc strips the types; `npm run check:types` checks them.
const swc = [
  '@swc/jest',
  {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const files = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

/** Of single modules, which each file evaluates anew. */
const unit = {
  ...files,
  testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
  transform: { '^.+\\.ts$': swc },
};

/** A pattern of this text alone. */
const escaped = (text) => text.replace(/[^\w/-]/g, '\\$&');

/** Of whole servers, which are what was built of src/. */
export const whole = {
  ...files,
  testMatch: ['<rootDir>/test/!(unit)/**/*.test.ts'],
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  transform: {
    [`^${escaped(`${import.meta.dirname}/src/`)}.+\\.ts$`]: '<rootDir>/test/support/built.mjs',
    '/node_modules/(ajv|argon2|mongodb|yaml)/.+\\.js$': '<rootDir>/test/support/package.mjs',
    '^.+\\.ts$': swc,
  },
  transformIgnorePatterns: [],
};

export default {
  projects: [unit, whole],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  // Half of a test's time is spent in MongoDB and in processes that it starts.
  maxWorkers: '100%',
  // Against what never ends; a busy machine starts a server in seconds.
  testTimeout: 60_000,
};
