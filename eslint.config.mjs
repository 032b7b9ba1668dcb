// The conventions of the code, each as a rule that fails. Import rules are .dependency-cruiser.mjs's part, layout of
// the text prettier's.
import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import { parse } from 'yaml';

/** A rule for each shape of syntax that isn't used here. */
const SYNTAX = {
  module: {
    selector:
      'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'No module state: hand it to the function that needs it.',
  },
  enum: { selector: 'TSEnumDeclaration', message: 'Write a union of literals, or an `as const` object.' },
  default: { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  barrel: {
    selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
    message: 'No barrels: import from the file that defines it.',
  },
  only: {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name="only"]',
    message: 'Run one test by jest -t, and leave the others in.',
  },
};

const schemaOf = (name) => parse(readFileSync(`openapi/schemas/${name}.yaml`, 'utf8'));
const namesIn = ({ properties = {} }) =>
  Object.entries(properties).flatMap(([name, { items, ...attribute }]) => [name, ...namesIn(items ?? attribute)]);

/** SCIM's own words: the attributes that all resources have, and the sub-attributes of RFC 7643 section 2.4. */
const OF_SCIM = new Set([...namesIn(schemaOf('Common')), 'type', 'primary', 'display', 'value', '$ref']);
/** Of the names that are one word, those that code has no other use for: it has one for `name`, `title` or `active`. */
const ONE_WORD = new Set(
  'emails ims photos entitlements members manager timezone locality region country organization department'.split(' '),
);

/**
 * The attributes that openapi/ declares for resources, but SCIM's own: where code knows one of their names, it knows what
 * only the document should. Comments count.
 */
const ATTRIBUTE_NAMES = new RegExp(
  `\\b(${Object.values(parse(readFileSync('openapi/resources.yaml', 'utf8')))
    .flatMap(({ schema, extensions }) => [schema, ...extensions.map((extension) => extension.schema)])
    .flatMap((schema) => namesIn(schemaOf(schema)))
    .filter((name) => !OF_SCIM.has(name) && (/[A-Z]/.test(name) || ONE_WORD.has(name)))
    .join('|')})\\b`,
  'g',
);

const house = {
  rules: {
    'attribute-names': {
      meta: { type: 'problem', schema: [] },
      create: (context) => ({
        Program() {
          const { sourceCode } = context;
          for (const { index, 0: name } of sourceCode.text.matchAll(ATTRIBUTE_NAMES)) {
            const loc = {
              start: sourceCode.getLocFromIndex(index),
              end: sourceCode.getLocFromIndex(index + name.length),
            };
            context.report({ loc, message: `Attributes are data: say in openapi/ what is special about ${name}.` });
          }
        },
      }),
    },
  },
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      'openapi',
      'src/generated',
      'sdk/dist',
      'data',
      'certs',
      'coverage',
      'test/sdk/probes',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'sdk/src/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-len': ['error', { code: 120, ignoreUrls: true, ignoreTemplateLiterals: true, ignoreStrings: true }],
      'no-restricted-syntax': ['error', ...Object.values(SYNTAX)],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A message may hold a number, and JSON is turned into text where it is known to be text.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allow: [{ from: 'lib', name: ['URL', 'URLSearchParams'] }] },
      ],
      '@typescript-eslint/no-base-to-string': 'off',
      // `return list.forEach(…)` ends a function early in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // What a factory gives closes over what it needs: it has no `this`, and may be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // An attribute is named by data, also where it goes.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // What one of several functions of a kind has to wait for, all of them promise.
      '@typescript-eslint/require-await': 'off',
      // Brackets mark a name that no type vouches for.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'sdk/src/**/*.ts'],
    ignores: ['src/clients/**'],
    plugins: { house },
    rules: { 'house/attribute-names': 'error' },
  },
  {
    // The one barrel: a package has a door.
    files: ['sdk/src/index.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Bodies of answers are read as they come: a wrong guess fails the test. What beforeAll makes is the file's own.
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', SYNTAX.enum, SYNTAX.default, SYNTAX.barrel, SYNTAX.only],
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
