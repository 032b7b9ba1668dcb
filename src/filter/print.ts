// Prints a syntax tree as text, with no more spaces and parentheses than the grammar needs. Parsing the text gives an
// equal tree.
import type { PathText } from '../schema/path.js';
import type { Filter } from './ast.js';
import type { Pass } from './pass.js';
import { visit } from './pass.js';

const PRINT: Pass<Filter, undefined, string> = {
  comparison: ({ path, operator, value }) => `${printPathText(path)} ${operator} ${JSON.stringify(value)}`,
  presence: ({ path }) => `${printPathText(path)} pr`,
  and: ({ operands }) => operands.map(printOperandOfAnd).join(' and '),
  or: ({ operands }) => operands.map(printFilter).join(' or '),
  not: ({ operand }) => `not (${printFilter(operand)})`,
  valuePath: ({ path, filter }) => `${printPathText(path)}[${printFilter(filter)}]`,
};

/** The text of a filter. */
export function printFilter(filter: Filter): string {
  return visit(PRINT, filter, undefined);
}

const TREE: Pass<Filter, undefined, readonly string[]> = {
  comparison: (node) => [printFilter(node)],
  presence: (node) => [printFilter(node)],
  and: ({ operands }) => ['and', ...operands.flatMap(below)],
  or: ({ operands }) => ['or', ...operands.flatMap(below)],
  not: ({ operand }) => ['not', ...below(operand)],
  valuePath: ({ path, filter }) => [`${printPathText(path)}[]`, ...below(filter)],
};

/** The tree of a filter: a line for each node, those below it indented. */
export function printTree(filter: Filter): readonly string[] {
  return visit(TREE, filter, undefined);
}

function below(filter: Filter): string[] {
  return printTree(filter).map((line) => `  ${line}`);
}

/** The text that `splitPath` split. */
export function printPathText({ urn, name, sub }: PathText): string {
  return `${urn === undefined ? '' : `${urn}:`}${name}${sub === undefined ? '' : `.${sub}`}`;
}

function printOperandOfAnd(operand: Filter): string {
  return operand.kind === 'or' ? `(${printFilter(operand)})` : printFilter(operand);
}
