// `npm run spec`: holds openapi/ and openapi-admin/ to their rules, bundles each to its dist/openapi.json, and
// generates src/generated/ from them. With --check it writes nothing, and fails where a file would change. With
// --overlay and --out it does the same for the document of a deployment, into a folder of its own.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readExamples, withExamples } from '../../src/spec/examples.js';
import { DocumentError, loadAdminSource, loadSource } from '../../src/spec/load.js';
import type { OpenApiDocument } from '../../src/spec/publish.js';
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

const ADMIN = 'openapi-admin';

const GENERATED = (from: string) => `// Generated from ${from}/ by \`npm run spec\`. Do not edit.\n`;

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

const source = load(() => loadSource(values.dir, values.overlay));
// The document of a deployment has versions of its own.
const faults = isOwn ? [] : checkVersion('.');
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

const document = withExamples(publish(source), readExamples(join(values.dir, 'examples')));
const files =
  values.out === undefined
    ? {
        ...(await made('openapi', document, 'openapi/dist/openapi.json', 'src/generated/openapi.ts')),
        ...(await made(
          ADMIN,
          publish(load(() => loadAdminSource(ADMIN, 'openapi'))),
          `${ADMIN}/dist/openapi.json`,
          'src/generated/admin.ts',
        )),
      }
    : await made('openapi', document, join(values.out, 'openapi.json'), join(values.out, 'openapi.ts'));

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

/** What a document is written to: as one file, and as types. */
async function made(from: string, published: OpenApiDocument, json: string, types: string) {
  return {
    [json]: `${JSON.stringify(published, null, 2)}\n`,
    [types]: GENERATED(from) + (await typesOf(published)),
  };
}

function load(read: () => Source): Source {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
