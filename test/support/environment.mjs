// Where a test file runs: in a context of its own, as ever with jest, but with a way out of it (built.mjs, package.mjs).
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

export default class extends TestEnvironment {
  constructor(...given) {
    super(...given);
    // `expect.any(Date)` holds for what comes from there.
    this.global.Date = Date;
    this.global.outside = { import: (url) => import(url), require: createRequire(import.meta.url) };
  }
}
