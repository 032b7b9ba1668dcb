// `npm run sdk -- typescript python go java`: generates SDKs from openapi/dist/openapi.json into dist/sdk/, all where
// none is named.
import { relative } from 'node:path';
import { generate } from './generator.js';
import { LANGUAGES } from './languages.js';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !LANGUAGES.some((language) => language.name === name));
if (unknown.length > 0) {
  const known = LANGUAGES.map(({ name }) => name).join(', ');
  console.error(`no SDK for ${unknown.join(', ')}: there are ${known}`);
  process.exit(1);
}
for (const language of LANGUAGES) {
  if (wanted.length > 0 && !wanted.includes(language.name)) continue;
  const start = Date.now();
  try {
    const out = relative('.', await generate(language));
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`${out}  by ${language.tool} ${language.version}, in ${seconds} s`);
  } catch (error) {
    console.error(`${language.name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
