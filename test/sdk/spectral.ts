// The published document as Spectral sees it: the other linter that integrators run, beside Redocly in check:spec.
import { join, resolve } from 'node:path';
import type { Step } from '../../scripts/sdk/steps.js';
import { npmInstall } from '../../scripts/sdk/tool.js';
import type { Tool } from '../../scripts/sdk/tool.js';

export const SPECTRAL: Tool = {
  tool: 'spectral',
  version: '6.16.3',
  install: (folder, version) => [npmInstall(folder, `@stoplight/spectral-cli@${version}`)],
};

/** The lint; a warning fails it too. */
export function spectralLint(folder: string): Step {
  const program = join(folder, 'node_modules/.bin/spectral');
  const ruleset = resolve('test/sdk/spectral.yaml');
  return {
    run: [program, 'lint', '--ruleset', ruleset, '--fail-severity', 'warn', 'openapi/dist/openapi.json'],
  };
}
