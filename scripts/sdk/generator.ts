// What a generator of SDKs is, and how any of them is run. Which there are is data: languages.ts.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Json } from '../../src/spec/json.js';
import type { OpenApiDocument } from '../../src/spec/publish.js';
import { extensionNames } from './extensions.js';
import type { Step } from './steps.js';
import { runSteps } from './steps.js';
import type { Tool } from './tool.js';
import { TOOLS, installTool } from './tool.js';

/** The paths are absolute: a step may run anywhere. */
export interface Job {
  /** The folder of the tool. */
  readonly folder: string;
  /** The file of the document. */
  readonly document: string;
  /** The folder of the SDK. */
  readonly out: string;
  /** Names of extensions by their URNs. */
  readonly extensions: ReadonlyMap<string, string>;
}

export interface Generator extends Tool {
  /** Its folder in dist/sdk/. */
  readonly name: string;
  /** The document as the tool makes better names of it. */
  prepare?(document: Json, extensions: Job['extensions']): Json;
  /** What stands beside the generated files. */
  readonly files?: Readonly<Record<string, string>>;
  generate(job: Job): readonly Step[];
  /** Mends what the tool made. */
  finish?(job: Job): Promise<void>;
}

const OUTPUT = resolve('dist/sdk');
const DOCUMENT = resolve('openapi/dist/openapi.json');

/**
 * Generates an SDK, with its tool installed before where it isn't there.
 * @returns the folder of the SDK
 * @throws Error with what the tool wrote, where a step fails
 */
export async function generate(generator: Generator): Promise<string> {
  const { name, files, prepare } = generator;
  const folder = await installTool(generator);
  const out = join(OUTPUT, name);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const [file, content] of Object.entries(files ?? {})) await writeFile(join(out, file), content);

  const published = JSON.parse(await readFile(DOCUMENT, 'utf8')) as OpenApiDocument;
  const extensions = extensionNames(published);
  const document = prepare === undefined ? DOCUMENT : join(TOOLS, `${name}.openapi.json`);
  if (prepare !== undefined) await writeFile(document, JSON.stringify(prepare(published, extensions)));

  const job = { folder, document, out, extensions };
  await runSteps(generator.generate(job));
  await generator.finish?.(job);
  return out;
}
