// The programs of examples/sdk/, and how each is built and run as its integrator does.
import type { Generator } from '../../scripts/sdk/generator.js';
import { LANGUAGES } from '../../scripts/sdk/languages.js';
import type { Step } from '../../scripts/sdk/steps.js';

export interface Program {
  readonly generator: Generator;
  /** Installs the SDK beside the program, and compiles it. */
  build(out: string): readonly Step[];
  run(out: string): Step;
  /** What the program writes, a line each. */
  readonly writes: readonly RegExp[];
}

/** A user's life, the same in every language. */
const LIFE = [
  /^created \w+@example\.com$/,
  /^refused 409 uniqueness: userName must be unique, and "\w+@example\.com" is taken by another resource$/,
  /^found 1: \w+ of Engineering$/,
  /^patched familyName=(Fetch|Monty|Generics|Mascot) active=false$/i,
  /^grouped in \w+$/,
  /^deleted 404$/,
];

const EXAMPLES = 'examples/sdk';
const PIP = ['.venv/bin/pip', 'install', '--quiet'] as const;
const MAVEN = ['mvn', '--batch-mode', '--quiet'] as const;

const BUILT: Readonly<Record<string, Omit<Program, 'generator' | 'writes'>>> = {
  typescript: {
    build: () => [
      { run: ['npm', 'install', '--silent'], in: `${EXAMPLES}/typescript` },
      { run: ['node_modules/.bin/tsc'], in: `${EXAMPLES}/typescript` },
    ],
    run: () => ({ run: ['node', '--import', 'tsx', 'main.ts'], in: `${EXAMPLES}/typescript` }),
  },
  python: {
    build: (out) => [
      { run: ['python3', '-m', 'venv', '.venv'], in: `${EXAMPLES}/python` },
      { run: [...PIP, out, 'mypy==2.4.1'], in: `${EXAMPLES}/python` },
      { run: ['.venv/bin/mypy', '--strict', 'main.py'], in: `${EXAMPLES}/python` },
    ],
    run: () => ({ run: ['.venv/bin/python', 'main.py'], in: `${EXAMPLES}/python` }),
  },
  go: {
    build: () => [{ run: ['go', 'vet', '.'], in: `${EXAMPLES}/go` }],
    run: () => ({ run: ['go', 'run', '.'], in: `${EXAMPLES}/go` }),
  },
  java: {
    build: (out) => [
      { run: [...MAVEN, 'install', '-Dmaven.test.skip', '-Dmaven.javadoc.skip', '-Dmaven.source.skip'], in: out },
      { run: [...MAVEN, 'compile'], in: `${EXAMPLES}/java` },
    ],
    run: () => ({ run: [...MAVEN, 'exec:java'], in: `${EXAMPLES}/java` }),
  },
};

export const PROGRAMS: readonly Program[] = LANGUAGES.map((generator) => {
  const built = BUILT[generator.name];
  if (built === undefined) throw new Error(`${EXAMPLES} has no program in ${generator.name}`);
  return { generator, ...built, writes: LIFE };
});
