// What tests import of src/ is what build.mjs built of it, loaded by Node itself and once a process. Jest would compile
// and evaluate all of it again for each file, and each would run it cold: that took most of the time of the tests.
// Files can't disturb each other by it: src/ has no module state.
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';

export default {
  /** The module that a test file gets in the place of a file of src/: it names what the built one exports. */
  async processAsync(_text, file, { config: { rootDir } }) {
    const path = relative(`${rootDir}/src`, file).replace(/\.ts$/, '.js');
    const { href } = pathToFileURL(`${rootDir}/.test-build/${path}`);
    const names = Object.keys(await import(href)).join(', ');
    return { code: `export const { ${names} } = await outside.import(${JSON.stringify(href)});` };
  },
};
