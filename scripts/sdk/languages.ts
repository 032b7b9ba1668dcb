// The languages that `npm run sdk` makes an SDK in: a tool each, its version pinned. What a tool is told beside is in
// the YAML files of this folder.
import { join } from 'node:path';
import type { Json } from '../../src/spec/json.js';
import { isObject } from '../../src/spec/json.js';
import type { Generator } from './generator.js';
import { renameExtensions } from './python-names.js';
import type { Tool } from './tool.js';
import { goInstall, npmInstall } from './tool.js';

export const OPENAPI_GENERATOR: Tool = {
  tool: 'openapi-generator',
  version: '7.25.0',
  install: (folder, version) => [
    {
      run: [
        'mvn',
        ...['--batch-mode', '--quiet', 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'],
        ...[`-Dartifact=org.openapitools:openapi-generator-cli:${version}`, `-DoutputDirectory=${folder}`],
      ],
    },
  ],
};

/** openapi-generator as a program. */
export const openapiGenerator = (folder: string, ...args: string[]): [string, ...string[]] => [
  'java',
  ...['-jar', join(folder, `openapi-generator-cli-${OPENAPI_GENERATOR.version}.jar`), 'generate', ...args],
];

export const LANGUAGES: readonly Generator[] = [
  {
    name: 'typescript',
    tool: 'openapi-typescript',
    version: '7.13.0',
    install: (folder, version) => [npmInstall(folder, `openapi-typescript@${version}`)],
    // Types alone: openapi-fetch, which reads them, is all that runs.
    files: {
      'package.json': '{ "name": "scim-types", "version": "0.1.0", "type": "module", "types": "./index.d.ts" }\n',
    },
    generate: ({ folder, document, out }) => [
      {
        run: [
          join(folder, 'node_modules/.bin/openapi-typescript'),
          ...[document, '--output', join(out, 'index.d.ts'), '--default-non-nullable=false'],
        ],
        // redocly.yaml of the repository is not for it.
        in: out,
      },
    ],
  },
  {
    name: 'python',
    tool: 'openapi-python-client',
    version: '0.29.1',
    install: (folder, version) => [
      { run: ['python3', '-m', 'venv', folder] },
      { run: [join(folder, 'bin/pip'), 'install', '--quiet', `openapi-python-client==${version}`] },
    ],
    generate: ({ folder, document, out }) => [
      {
        run: [
          join(folder, 'bin/openapi-python-client'),
          ...['generate', '--path', document, '--output-path', out, '--overwrite'],
          ...['--config', 'scripts/sdk/openapi-python-client.yaml'],
        ],
      },
    ],
    finish: ({ out, extensions }) => renameExtensions(join(out, 'scim_client/models'), extensions),
  },
  {
    name: 'go',
    tool: 'oapi-codegen',
    version: '2.8.2',
    install: (folder, version) => [
      goInstall(folder, `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v${version}`),
    ],
    prepare: namesForGo,
    files: { 'go.mod': 'module example.com/scim\n\ngo 1.26.0\n\nrequire github.com/oapi-codegen/runtime v1.9.0\n' },
    generate: ({ folder, document, out }) => [
      {
        run: [
          join(folder, 'oapi-codegen'),
          ...['-config', 'scripts/sdk/oapi-codegen.yaml', '-o', join(out, 'scim.go'), document],
        ],
      },
      { run: ['go', 'mod', 'tidy'], in: out },
    ],
  },
  {
    name: 'java',
    ...OPENAPI_GENERATOR,
    generate: ({ folder, document, out, extensions }) => [
      {
        run: openapiGenerator(
          folder,
          ...['--input-spec', document, '--output', out, '--config', 'scripts/sdk/openapi-generator-java.yaml'],
          ...[...extensions].flatMap(([urn, name]) => ['--name-mappings', `${urn}=${lowerFirst(name)}`]),
        ),
      },
    ],
  },
];

/**
 * oapi-codegen makes `CreateUserWithApplicationScimPlusJSONBody` of the media type, so it is told plain JSON, and names
 * fields after properties, so it is told a name for each URN.
 */
function namesForGo(node: Json, extensions: ReadonlyMap<string, string>): Json {
  if (Array.isArray(node)) return node.map((item) => namesForGo(item, extensions));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const name = extensions.get(key);
      if (name !== undefined && isObject(value)) return [key, { ...value, 'x-go-name': name }];
      return [key === 'application/scim+json' ? 'application/json' : key, namesForGo(value, extensions)];
    }),
  );
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
