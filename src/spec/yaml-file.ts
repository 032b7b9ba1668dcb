// A YAML file that remembers where everything in it stands: what is found wrong later is told by line and column.
import { readFileSync } from 'node:fs';
import type { Document, Node } from 'yaml';
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { JsonObject } from './json.js';
import { isObject } from './json.js';

/** Keys and indices from the root of a tree to a part of it. */
export type Path = readonly (string | number)[];

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlFile {
  /** As it was named. */
  readonly file: string;
  /** Empty where the file can't be read. */
  readonly content: JsonObject;
  /** Why it can't be read. */
  readonly problems: readonly (Position & { readonly message: string })[];
  /** Where the part at a path stands: its key, where it has one. Undefined where there is none. */
  position(path: Path): Position | undefined;
}

const START: Position = { line: 1, column: 1 };

/** Reads a file that is to be a mapping; what is wrong with it is among its problems. */
export function readYamlFile(file: string): YamlFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    return { file, content: {}, problems: [{ ...START, message }], position: () => START };
  }
  return parseYamlFile(file, text);
}

/** The same from a text. */
export function parseYamlFile(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const problems = [
    ...document.errors.map(({ pos: [offset], message }) => ({ offset, message })),
    ...wrongAliases(document),
  ].map(({ offset, message }) => ({ ...at(offset), message }));
  let content: unknown = {};
  try {
    if (problems.length === 0) content = document.toJS() ?? {};
  } catch (error) {
    // Aliases that would become more than memory can hold.
    problems.push({ ...START, message: (error as Error).message });
  }
  return {
    file,
    content: isObject(content) ? content : {},
    problems: isObject(content) ? problems : [{ ...START, message: 'the file must be a mapping' }],
    position(path) {
      const node = path.length === 0 ? document.contents : nodeAt(document, path);
      return node?.range ? at(node.range[0]) : undefined;
    },
  };
}

/** Aliases of what is not there, or of what they are a part of, which would have no end: the parser takes both. */
function wrongAliases(document: Document.Parsed): { offset: number; message: string }[] {
  const wrong: { offset: number; message: string }[] = [];
  visit(document, {
    Alias(_key, alias, above) {
      const target = alias.resolve(document);
      const [offset] = alias.range ?? [0];
      if (target === undefined) wrong.push({ offset, message: `There is no anchor &${alias.source} before the alias` });
      else if (above.includes(target))
        wrong.push({ offset, message: `The alias *${alias.source} stands in its own anchor` });
    },
  });
  return wrong;
}

/** The key of a member of a mapping, the item of a list. */
function nodeAt(document: Document.Parsed, path: Path): Node | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === last);
    return isNode(pair?.key) ? pair.key : undefined;
  }
  const item = isSeq(parent) && typeof last === 'number' ? parent.items[last] : undefined;
  return isNode(item) ? item : undefined;
}
