// The order of the test files: the longest first, also where jest knows no times of a run before, so that none of them
// is what everything waits for in the end.
import Sequencer from '@jest/test-sequencer';

/** Those that start processes, or read and write much. */
const LONG = /\/(e2e|runbooks|extending|sight)\/|\/(events|clauses|large-groups|tenants|overlays)\.test\.ts$/;

export default class extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isLong = ({ path }) => LONG.test(path);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
