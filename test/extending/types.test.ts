// The types that `npm run spec` makes follow an edit: a program that uses them compiles, and one that has them wrong
// doesn't (each program has a line that must not compile).
import { expect, test } from '@jest/globals';
import { typesOf } from '../../scripts/spec/types.js';
import { publish } from '../../src/spec/publish.js';
import { readSource } from '../../src/spec/source.js';
import { overlaidDocument } from '../support/overlay.js';
import { attributeEdits } from './attributes.js';
import { compileErrors } from './compile.js';
import { editsOfFiles } from './edit.js';

/** A compiler is slow on a busy machine. */
const TYPES_MS = 240_000;

test(
  'programs compile with the types of each edit',
  async () => {
    const programs = [...attributeEdits(), ...editsOfFiles()].map(async ({ title, overlay, program }) => {
      const { directory, remove } = overlaidDocument(overlay);
      const document = publish(readSource(directory));
      remove();
      return { name: title, types: await typesOf(document), text: program };
    });
    expect(compileErrors(await Promise.all(programs))).toEqual([]);
  },
  TYPES_MS,
);
