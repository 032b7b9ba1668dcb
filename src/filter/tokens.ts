// The tokens of filters and PATCH paths, and the value of a literal. A token's label is how an error calls it.
import type { IToken, TokenType } from 'chevrotain';
import { Lexer, createToken } from 'chevrotain';
import { TOO_MANY_MARKS } from '../schema/data-types.js';
import type { CompValue as LiteralValue } from './ast.js';

/**
 * An attribute with all of its URN and sub-attribute. It takes in more than attrPath of the grammar does, as a schema's
 * URN has dots and colons of its own: the model decides what it names.
 */
export const AttrPath = createToken({
  name: 'AttrPath',
  pattern: /[A-Za-z$_](?:[\w$.:~%+/@-]*[\w$-])?/,
  label: 'an attribute',
});

/** A literal of any type. */
export const CompValue = createToken({
  name: 'CompValue',
  pattern: Lexer.NA,
  label: 'a value (text in double quotes, a number, true, false or null)',
});

export const Or = word('Or', /or/i);
export const And = word('And', /and/i);
export const Not = word('Not', /not/i);
export const Pr = word('Pr', /pr/i);
export const CompareOp = word('CompareOp', /eq|ne|co|sw|ew|gt|ge|lt|le/i);
const Constant = word('Constant', /true|false|null/i, [CompValue]);

// These two take in what is no JSON, up to where it seems to end, so that literalOf can say what is wrong with it, and
// so that the lexer never goes back over a text.
export const StringLiteral = createToken({
  name: 'StringLiteral',
  pattern: /"(?:[^"\\]|\\[^])*"?/,
  categories: [CompValue],
});
const NumberLiteral = createToken({ name: 'NumberLiteral', pattern: /[-+]?\d[\w.+-]*/, categories: [CompValue] });

export const LParen = createToken({ name: 'LParen', pattern: '(', label: '"("' });
export const RParen = createToken({ name: 'RParen', pattern: ')', label: '")"' });
export const LBracket = createToken({ name: 'LBracket', pattern: '[', label: '"["' });
export const RBracket = createToken({ name: 'RBracket', pattern: ']', label: '"]"' });
export const SubAttr = createToken({ name: 'SubAttr', pattern: /\.[A-Za-z$_][\w$-]*/, label: 'a sub-attribute' });
const Space = createToken({ name: 'Space', pattern: /[ \t\n\r]+/, group: Lexer.SKIPPED });

/** Words stand before AttrPath, which would match them too; `longer_alt` gives `order` to AttrPath nevertheless. */
export const TOKENS: TokenType[] = [
  Space,
  Or,
  And,
  Not,
  Pr,
  CompareOp,
  Constant,
  AttrPath,
  CompValue,
  StringLiteral,
  NumberLiteral,
  LParen,
  RParen,
  LBracket,
  RBracket,
  SubAttr,
];

/** A word of the grammar. It is an AttrPath as well, since contributors may name an attribute so. */
function word(name: string, pattern: RegExp, categories: readonly TokenType[] = []): TokenType {
  return createToken({ name, pattern, longer_alt: AttrPath, categories: [AttrPath, ...categories] });
}

/** What no text of a resource holds: NUL, and half a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** The value of a literal. Returns undefined for what is no JSON, or no value that a resource could have. */
export function literalOf({ image, tokenType }: IToken): LiteralValue | undefined {
  try {
    const value = JSON.parse(tokenType === Constant ? image.toLowerCase() : image) as LiteralValue;
    if (typeof value === 'string') return UNSTORABLE.test(value) || TOO_MANY_MARKS.test(value) ? undefined : value;
    if (typeof value !== 'number') return value;
    // Zero has one sign only, so that printing and parsing again gives an equal tree.
    return Number.isFinite(value) ? value + 0 : undefined;
  } catch {
    return undefined;
  }
}
