// The version of the document is that of the package, by semver, and has an entry in openapi/CHANGELOG.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../src/spec/source.js';

/** The faults of the document's version, one line each. @param directory where package.json and openapi/ are */
export function checkVersion(directory: string): string[] {
  const read = (file: string) => readFileSync(join(directory, file), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const info = readSource(join(directory, 'openapi')).root['info'] as { version?: unknown } | undefined;
  const documented = String(info?.version);
  return [
    ...(documented === version
      ? []
      : [
          `openapi/openapi.yaml: info.version is ${documented}, but package.json says ${version}: they are released together`,
        ]),
    ...(read('openapi/CHANGELOG.md').includes(`\n## ${version}\n`)
      ? []
      : [`openapi/CHANGELOG.md: there is no "## ${version}": say what changes for clients`]),
  ];
}
