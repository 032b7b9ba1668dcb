// `npm run spec`: holds openapi/ to its rules, bundles it to openapi/dist/openapi.json, and generates src/generated/
// from it. With --check it writes nothing, and fails where a file would change. With --overlay and --out it does the
// same for the document of a deployment, into a folder of its own.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readExamples, withExamples } from '../../src/spec/examples.js';
import { DocumentError, loadSource } from '../../src/spec/load.js';
import { publish } from '../../src/spec/publish.js';
import type { Source } from '../../src/spec/source.js';
import { typesOf } from './types.js';
import { checkVersion } from './version.js';

const USAGE = `Usage: npm run spec -- [--check] [[--dir FOLDER] [--overlay FILE]… --out FOLDER]

  --check    write nothing; exit code 1 where a file would change
  --overlay  a file that is laid over the document, as OPENAPI_OVERLAY; any number, in their order
  --dir      the document, as OPENAPI_DIR; openapi where it is not given
  --out      where openapi.json and openapi.ts go; needed with --overlay and --dir
`;

const GENERATED = '// Generated from openapi/ by `npm run spec`. Do not edit.\n';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    overlay: { type: 'string', multiple: true, default: [] },
    dir: { type: 'string', default: 'openapi' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const isOwn = values.overlay.length > 0 || values.dir !== 'openapi';
if (values.help || (isOwn && values.out === undefined)) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 1);
}

const source = load();
// The document of a deployment has versions of its own.
const faults = isOwn ? [] : checkVersion('.');
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

const document = withExamples(publish(source), readExamples(join(values.dir, 'examples')));
const files = {
  [values.out === undefined ? 'openapi/dist/openapi.json' : join(values.out, 'openapi.json')]:
    `${JSON.stringify(document, null, 2)}\n`,
  [values.out === undefined ? 'src/generated/openapi.ts' : join(values.out, 'openapi.ts')]:
    GENERATED + (await typesOf(document)),
};

for (const [file, content] of Object.entries(files)) {
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === content;
  if (isSame) continue;
  if (values.check) {
    console.error(`${file} is not what the document makes: run npm run spec and commit it`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote ${file}`);
  }
}

function load(): Source {
  try {
    return loadSource(values.dir, values.overlay);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
