// Generators that integrators choose themselves: each must compile and list a user. Their programs are in probes/.
import { join } from 'node:path';
import type { Generator } from '../../scripts/sdk/generator.js';
import { OPENAPI_GENERATOR, openapiGenerator } from '../../scripts/sdk/languages.js';
import type { Step } from '../../scripts/sdk/steps.js';
import { goInstall, npmInstall } from '../../scripts/sdk/tool.js';
import type { Program } from './programs.js';

const CODE_ALONE = ['--global-property', 'apis,models,supportingFiles,apiDocs=false,modelDocs=false'];
const LISTS = [/^listed listed@example\.com$/];

/** openapi-generator of one language. */
const byOpenapiGenerator = (name: string, language: string, ...options: string[]): Generator => ({
  name,
  ...OPENAPI_GENERATOR,
  generate: ({ folder, document, out }) => [
    {
      run: openapiGenerator(
        folder,
        ...['--input-spec', document, '--output', out, '--generator-name', language, ...CODE_ALONE, ...options],
      ),
    },
  ],
});

const copyProbe = (name: string, out: string): Step => ({ run: ['cp', '-r', `test/sdk/probes/${name}/.`, out] });

const typescript = (generator: Generator): Program => ({
  generator,
  build: (out) => [copyProbe(generator.name, out), { run: [join('node_modules/.bin/tsc'), '--project', out] }],
  run: (out) => ({ run: ['node', '--import', 'tsx', join(out, 'list.ts')] }),
  writes: LISTS,
});

const go = (generator: Generator, program: string): Program => ({
  generator,
  build: (out) => [
    copyProbe(generator.name, out),
    { run: ['go', 'mod', 'tidy'], in: out },
    { run: ['go', 'build', '-o', 'list', program], in: out },
  ],
  run: (out) => ({ run: [join(out, 'list')] }),
  writes: LISTS,
});

export const OTHERS: readonly Program[] = [
  typescript({
    name: 'hey-api',
    tool: 'hey-api',
    version: '0.95.0',
    install: (folder, version) => [npmInstall(folder, `@hey-api/openapi-ts@${version}`, 'typescript@5.9.3')],
    // The tool takes the form of its imports from the tsconfig.json that it finds.
    files: { 'tsconfig.json': '{ "compilerOptions": { "module": "nodenext" } }\n' },
    generate: ({ folder, document, out }) => [
      {
        run: [
          join(folder, 'node_modules/.bin/openapi-ts'),
          ...['--input', document, '--output', join(out, 'src'), '--client', '@hey-api/client-fetch'],
        ],
        in: out,
      },
    ],
  }),
  typescript(
    byOpenapiGenerator('typescript-fetch', 'typescript-fetch', '--additional-properties', 'importFileExtension=.js'),
  ),
  {
    generator: byOpenapiGenerator('openapi-generator-python', 'python', '--package-name', 'scim_client'),
    build: (out) => [
      copyProbe('openapi-generator-python', out),
      { run: ['python3', '-m', 'venv', join(out, '.venv')] },
      { run: [join(out, '.venv/bin/pip'), 'install', '--quiet', out] },
      { run: [join(out, '.venv/bin/python'), '-m', 'compileall', '-q', join(out, 'scim_client')] },
    ],
    run: (out) => ({ run: [join(out, '.venv/bin/python'), join(out, 'list_users.py')] }),
    writes: LISTS,
  },
  go(
    byOpenapiGenerator(
      'openapi-generator-go',
      'go',
      ...['--package-name', 'scim', '--git-host', 'example.com', '--git-user-id', 'scim', '--git-repo-id', 'client'],
    ),
    './probe',
  ),
  go(
    {
      name: 'ogen',
      tool: 'ogen',
      version: '1.24.0',
      install: (folder, version) => [goInstall(folder, `github.com/ogen-go/ogen/cmd/ogen@v${version}`)],
      files: { 'go.mod': 'module example.com/probe\n\ngo 1.26.0\n\nrequire github.com/ogen-go/ogen v1.24.0\n' },
      generate: ({ folder, document, out }) => [
        { run: [join(folder, 'ogen'), '--target', join(out, 'scim'), '--package', 'scim', document] },
      ],
    },
    '.',
  ),
];
