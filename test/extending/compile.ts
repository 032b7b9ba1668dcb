// Compiles TypeScript programs, each beside the types of a document: tsc as an SDK's user has it, in one go.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';

export interface Program {
  readonly name: string;
  /** The file that `npm run spec` would write. */
  readonly types: string;
  /** Has the component schemas of the document as `Schemas`. */
  readonly text: string;
}

const HEAD = "import type { components } from './openapi.js';\ntype Schemas = components['schemas'];\n";
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: [],
};

/** What the compiler finds fault with, a line each. */
export function compileErrors(programs: readonly Program[]): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    const files = programs.map(({ name, types, text }) => {
      const folder = join(directory, name.replace(/\W+/g, '-'));
      mkdirSync(folder);
      writeFileSync(join(folder, 'openapi.ts'), types);
      writeFileSync(join(folder, 'program.ts'), HEAD + text);
      return join(folder, 'program.ts');
    });
    return ts.getPreEmitDiagnostics(ts.createProgram(files, OPTIONS)).map(({ file, messageText }) => {
      const where = file === undefined ? '' : `${relative(directory, file.fileName)}: `;
      return where + ts.flattenDiagnosticMessageText(messageText, '\n');
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
