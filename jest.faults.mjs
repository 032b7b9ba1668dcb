// The tests of what happens when things break: on a replica set and server processes of their own, one file at a time.
import { whole } from './jest.config.mjs';

export default {
  ...whole,
  globalSetup: '<rootDir>/test/support/build.mjs',
  roots: ['<rootDir>/test/faults'],
  testMatch: ['**/*.faults.ts'],
  maxWorkers: 1,
  // A large load takes longer: see test/faults/budget.ts.
  testTimeout: Math.max(10 * 60_000, Number(process.env.FAULTS_OPERATIONS ?? 0) * 10),
};
