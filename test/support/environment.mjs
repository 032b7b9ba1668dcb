// Where a test file runs: in a context of its own, as ever with jest, but with a way out of it (built.mjs, package.mjs),
// and with an end for what its tests left open (at-end.ts).
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

export default class extends TestEnvironment {
  #opened = [];

  constructor(...given) {
    super(...given);
    // What comes from there is a Date or an Error also here, and the other way round.
    Object.assign(this.global, { Date, Error });
    this.global.outside = {
      import: (url) => import(url),
      require: createRequire(import.meta.url),
      atEnd: (close) => this.#opened.push(close),
    };
  }

  async teardown() {
    for (const close of this.#opened.toReversed()) await close();
    await super.teardown();
  }
}
