// The tests of what happens when things break: on a replica set and server processes of their own, one file at a time.
import base from './jest.config.mjs';

const { globalSetup: _setup, globalTeardown: _teardown, ...shared } = base;

export default {
  ...shared,
  globalSetup: '<rootDir>/test/support/build.mjs',
  roots: ['<rootDir>/test/faults'],
  testMatch: ['**/*.faults.ts'],
  maxWorkers: 1,
  testTimeout: 10 * 60_000,
};
