// The door of the filter language: text in, syntax tree out. Caps what a client can make the server do, and puts every
// error into one line for a human.
import type { IToken } from 'chevrotain';
import { EOF, Lexer, tokenMatcher } from 'chevrotain';
import { ScimError, show } from '../errors/scim-error.js';
import type { Filter, PatchPath } from './ast.js';
import { FilterGrammar } from './parser.js';
import {
  CompValue,
  CompareOp,
  LBracket,
  LParen,
  Pr,
  RBracket,
  RParen,
  StringLiteral,
  TOKENS,
  literalOf,
} from './tokens.js';

export interface FilterLimits {
  /** Characters (UTF-16 units) of the text. */
  readonly length: number;
  /** Parentheses and brackets inside each other: parsing, and every pass over the tree, is as deep as these. */
  readonly depth: number;
  /** Comparisons and presence tests. */
  readonly clauses: number;
}

export interface Parser {
  /**
   * Parses a filter (RFC 7644 section 3.4.2.2).
   * @throws ScimError invalidFilter
   */
  parseFilter(text: string): Filter;
  /**
   * Parses the path of a PATCH operation (RFC 7644 section 3.5.2).
   * @throws ScimError invalidPath
   */
  parsePath(text: string): PatchPath;
}

/** The two languages: what an error says of each, and its key. */
const LANGUAGES = {
  filter: { name: 'The filter', error: 'invalidFilter' },
  path: { name: 'The path', error: 'invalidPath' },
} as const;
type Language = (typeof LANGUAGES)[keyof typeof LANGUAGES];

const lexer = new Lexer(TOKENS, { positionTracking: 'onlyOffset', ensureOptimizations: true });

/** Makes a parser, which takes some milliseconds: make one and pass it on. */
export function createParser(limits: FilterLimits): Parser {
  const grammar = new FilterGrammar();

  function parse<T>(language: Language, text: string, rule: () => T): T {
    if (text.length > limits.length) throw beyond(language, 'is longer', `${limits.length} characters`);
    const tokens = tokenise(language, text);
    checkLimits(language, tokens, limits);
    grammar.input = tokens;
    const tree = rule();
    const [error] = grammar.errors;
    if (error === undefined) return tree;
    throw unreadable(language, text, error.token, `${found(error.token)} where ${error.message} was expected`);
  }

  return {
    parseFilter: (text) => parse(LANGUAGES.filter, text, () => grammar.filter()),
    parsePath: (text) => parse(LANGUAGES.path, text, () => grammar.path()),
  };
}

function tokenise(language: Language, text: string): IToken[] {
  const { tokens, errors } = lexer.tokenize(text);
  const [error] = errors;
  if (error !== undefined) {
    const character = String.fromCodePoint(text.codePointAt(error.offset) ?? 0);
    throw unreadable(language, text, { startOffset: error.offset }, `${show(character)} is not allowed there`);
  }
  const bad = tokens.find((token) => tokenMatcher(token, CompValue) && literalOf(token) === undefined);
  if (bad === undefined) return tokens;
  throw unreadable(language, text, bad, bad.tokenType === StringLiteral ? NO_STRING : NO_NUMBER);
}

const NO_STRING =
  'a JSON string is expected, closed by a quote, without NUL, half a surrogate pair or 64 marks on one character';
const NO_NUMBER = 'a JSON number is expected, within the range of a double';

/** Looks at the tokens before they are parsed: a text that would exhaust the stack never gets that far. */
function checkLimits(language: Language, tokens: readonly IToken[], limits: FilterLimits): void {
  let depth = 0;
  let clauses = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === LParen || tokenType === LBracket) depth += 1;
    if (tokenType === RParen || tokenType === RBracket) depth -= 1;
    // One for each clause; an attribute that is named like an operator counts once more.
    if (tokenType === Pr || tokenType === CompareOp) clauses += 1;
    if (depth > limits.depth) throw beyond(language, 'nests deeper', `${limits.depth} levels`);
    if (clauses > limits.clauses) throw beyond(language, 'has more clauses', `${limits.clauses}`);
  }
}

function beyond(language: Language, what: string, limit: string): ScimError {
  return new ScimError(language.error, `${language.name} ${what} than is allowed (${limit})`);
}

function unreadable(
  language: Language,
  text: string,
  { startOffset, tokenType }: Partial<IToken>,
  what: string,
): ScimError {
  const column = tokenType === EOF ? text.length + 1 : (startOffset ?? 0) + 1;
  return new ScimError(language.error, `${language.name} can't be read at column ${column}: ${what}`);
}

function found(token: IToken): string {
  if (token.tokenType === EOF) return 'it ends';
  return `${show(token.tokenType === StringLiteral ? literalOf(token) : token.image)} stands`;
}
