// Adds to YAML text that someone wrote by hand: the Document says where, and nothing else of the text changes, neither
// comments nor the folding of long descriptions, which writing a Document anew would lose.
import { Document, isCollection, isMap, isScalar, isSeq, parseDocument, stringify, visit } from 'yaml';
import type { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Json } from '../../../src/spec/json.js';

type Collection = YAMLMap | YAMLSeq;

/**
 * The text with an entry more at the end of a mapping.
 * @param path to the mapping, from the root
 * @throws Error where there is no mapping, or it has the key already
 */
export function addEntry(text: string, path: readonly string[], key: string, value: Json): string {
  const map = collectionAt(text, path);
  if (!isMap(map)) throw new Error(`${path.join('.')} is not a mapping`);
  if (map.has(key)) throw new Error(`${[...path, key].join('.')} is there already`);
  return insert(text, map, blockText({ [key]: value }).trimEnd());
}

/** The text with an item more at the end of a list. @throws Error where there is no list */
export function addItem(text: string, path: readonly string[], value: Json): string {
  const list = collectionAt(text, path);
  if (!isSeq(list)) throw new Error(`${path.join('.')} is not a list`);
  const item = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
  return insert(text, list, list.flow === true ? item : `- ${item}`);
}

/** The text with an entry more, on a line of its own before the entry `next` of the same mapping. */
export function addEntryBefore(text: string, path: readonly string[], next: string, key: string, value: Json): string {
  const map = collectionAt(text, path);
  const pair = isMap(map) ? map.items.find((each) => (each as Pair<Scalar>).key.value === next) : undefined;
  const [at] = (pair as Pair<Scalar> | undefined)?.key.range ?? [];
  if (at === undefined) throw new Error(`${[...path, next].join('.')} is not there`);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const indent = text.slice(lineStart, at);
  const entry = `${key}: ${stringify(value, { collectionStyle: 'flow', lineWidth: 0 })}`;
  return `${text.slice(0, lineStart)}${indent}${entry}${text.slice(lineStart)}`;
}

/** Tells whether there is something at a path. */
export function isThere(text: string, path: readonly string[]): boolean {
  return parseDocument(text).hasIn(path);
}

/** What this document has on one line. */
const IN_LINE = new Set(['x-scim', 'required', 'display']);

/** The YAML of a value as openapi/ has it. */
export function blockText(value: Json): string {
  const document = new Document(value);
  visit(document, {
    Pair(_, { key, value: node }) {
      if (isScalar(key) && IN_LINE.has(String(key.value)) && isCollection(node)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function collectionAt(text: string, path: readonly string[]): Collection {
  const document = parseDocument(text);
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isCollection(node)) throw new Error(`${path.join('.')} is not there`);
  return node;
}

/** Before the bracket that ends a flow collection, or below the last line of a block, as deep as its items. */
function insert(text: string, collection: Collection, addition: string): string {
  const [start, end] = collection.range ?? [0, 0];
  if (collection.flow === true) {
    const inner = text.slice(start + 1, end - 1).trimEnd();
    const comma = inner.trim() === '' ? '' : `${inner}, `;
    return `${text.slice(0, start + 1)}${comma}${addition}${text.slice(end - 1)}`;
  }
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const kept = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', kept);
  const before = lineEnd === -1 ? `${text}\n` : text.slice(0, lineEnd + 1);
  const after = lineEnd === -1 ? '' : text.slice(lineEnd + 1);
  return `${before}${addition.replace(/^(?=.)/gm, indent)}\n${after}`;
}
