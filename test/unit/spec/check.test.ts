// The check as a whole: whatever a document says, the answer is a list of faults, and one without faults can run.
import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { buildModel } from '../../../src/schema/build.js';
import { createValidator } from '../../../src/schema/validator.js';
import { findFaults } from '../../../src/spec/check/check.js';
import { nearest } from '../../../src/spec/check/nearest.js';
import { walk } from '../../../src/spec/check/references.js';
import type { Json } from '../../../src/spec/json.js';
import { copyJson } from '../../../src/spec/json.js';
import { locate, overlayLayer, readDocument } from '../../../src/spec/layers.js';
import { applyOverlay } from '../../../src/spec/overlay.js';
import { publish } from '../../../src/spec/publish.js';
import type { Source } from '../../../src/spec/source.js';
import { assemble } from '../../../src/spec/source.js';
import type { Path } from '../../../src/spec/yaml-file.js';
import { parseYamlFile } from '../../../src/spec/yaml-file.js';
import { planIndexes } from '../../../src/storage/mongo/indexes.js';
import { withDocument } from '../../support/temporary-document.js';

const layers = withDocument([], (directory) => readDocument(directory));
const source = assemble(layers);
const tree = source as unknown as Json;
const places = ['common', 'schemas', 'resources'].flatMap((part) =>
  [...walk((tree as Record<string, Json>)[part] ?? {}, [part])]
    .map(({ path }) => path)
    .filter((path) => path.length > 1),
);

/** What may come to stand where something else is right. */
const VALUES: Json[] = [
  5,
  -1,
  '',
  'User',
  'array',
  'object',
  'string',
  'date-time',
  true,
  null,
  [],
  ['x'],
  [5],
  {},
  { x: 1 },
  { type: 'string' },
  { inverse: 'groups' },
];

/** The document with another value at a place; undefined: with nothing there. */
function withValue([first = '', ...rest]: Path, value: Json | undefined, node: Json = tree): Json {
  const copy = copyJson(node) as Record<string | number, Json>;
  if (rest.length > 0) copy[first] = withValue(rest, value, copy[first] ?? {});
  else if (Array.isArray(copy) && value === undefined) copy.splice(Number(first), 1);
  else if (value === undefined) delete copy[first];
  else copy[first] = value;
  return copy;
}

test('whatever stands anywhere, there are faults, or a model, a document and indexes are made of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.option(fc.constantFrom(...VALUES), { nil: undefined }),
      (path, value) => {
        const edited = withValue(path, value) as unknown as Source;
        if (findFaults(edited, layers).length > 0) return;
        const model = buildModel(edited);
        createValidator(publish(edited), model);
        planIndexes(model);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

test('a part is found in the last file that has it, also where lists were put together', () => {
  const text = 'resources:\n  User:\n    extensions:\n      - { schema: Payroll, required: false }\n';
  const overlay = overlayLayer(parseYamlFile('overlay.yaml', text));
  const both = applyOverlay(source, overlay.yaml.content) as unknown as Json;
  const place = (...path: Path) => locate([...layers, overlay], both, path);
  expect(place('resources', 'User', 'extensions', 0, 'schema')).toMatchObject({
    file: expect.stringMatching(/\/resources\.yaml$/),
    line: 13,
  });
  expect(place('resources', 'User', 'extensions', 1, 'schema')).toEqual({ file: 'overlay.yaml', line: 4, column: 11 });
  expect(place('resources', 'User', 'endpoint')).toMatchObject({ file: expect.stringMatching(/\/resources\.yaml$/) });
  expect(place('resources', 'User', 'colour')).toEqual({ file: 'overlay.yaml', line: 2, column: 3 });
  expect(place('common', 'properties', 'externalId')).toMatchObject({
    file: expect.stringMatching(/\/schemas\/Common\.yaml$/),
    line: 18,
  });
});

test.each([
  ['usrName', ['userName', 'name'], 'userName'],
  ['Desciption', ['type', 'description'], 'description'],
  ['colour', ['type', 'description'], undefined],
  ['x', [], undefined],
])('%s, of %j, means %s', (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});
