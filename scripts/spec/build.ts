// `npm run spec`: bundles openapi/ to openapi/dist/openapi.json, lints it, and generates src/generated/ from it.
// With --check it writes nothing, and fails where a file would change.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import { readExamples, withExamples } from '../../src/spec/examples.js';
import { publish } from '../../src/spec/publish.js';
import { readSource } from '../../src/spec/source.js';
import { lint } from './lint.js';
import { checkVersion } from './version.js';

const GENERATED = '// Generated from openapi/ by `npm run spec`. Do not edit.\n';
const isCheck = process.argv.includes('--check');

const faults = [...lint('openapi'), ...checkVersion('.')];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

const document = withExamples(publish(readSource('openapi')), readExamples('openapi/examples'));
// `defaultNonNullable: false`: a request may leave out what has a default.
const types = await openapiTS(structuredClone(document) as unknown as OpenAPI3, { defaultNonNullable: false });
const files = {
  'openapi/dist/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'src/generated/openapi.ts': GENERATED + astToString(types),
};

for (const [file, content] of Object.entries(files)) {
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === content;
  if (isSame) continue;
  if (isCheck) {
    console.error(`${file} is not what openapi/ makes: run npm run spec and commit it`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote ${file}`);
  }
}
