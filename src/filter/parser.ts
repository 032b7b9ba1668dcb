// The grammar as Chevrotain rules whose actions build the syntax tree; grammar.abnf has the same rules in the RFC's
// notation. Knows nothing of errors for clients: parse.ts is the door.
import type { IParserErrorMessageProvider, ParserMethod } from 'chevrotain';
import { EmbeddedActionsParser, tokenLabel } from 'chevrotain';
import type { PathText } from '../schema/path.js';
import { splitPath } from '../schema/path.js';
import type { CompareOp as Operator, Filter, PatchPath } from './ast.js';
import { and, comparison, not, or, patchPath, presence, valuePath } from './ast.js';
import {
  And,
  AttrPath,
  CompValue,
  CompareOp,
  LBracket,
  LParen,
  Not,
  Or,
  Pr,
  RBracket,
  RParen,
  SubAttr,
  TOKENS,
  literalOf,
} from './tokens.js';

/** An attribute's test, waiting for the attribute. */
type Test = (path: PathText) => Filter;

const A_TERM = 'an attribute, "(" or "not ("';
const A_TEST = 'an operator (eq, ne, co, sw, ew, gt, ge, lt, le or pr)';
const A_TEST_OR_BRACKET = `${A_TEST} or "["`;

/** The message of a parser's error is what it expected; parse.ts makes the sentence. */
const EXPECTED: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNotAllInputParsedMessage: ({ ruleName }) => (ruleName === 'path' ? 'the end' : '"and", "or" or the end'),
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? A_TERM,
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? A_TERM,
};

/** Keeps the state of the parse under way: one instance serves any number of parses, one after the other. */
export class FilterGrammar extends EmbeddedActionsParser {
  readonly filter: ParserMethod<[], Filter> = this.RULE('filter', () => {
    const operands = [this.SUBRULE(this.conjunction)];
    this.MANY(() => {
      this.CONSUME(Or);
      operands.push(this.SUBRULE2(this.conjunction));
    });
    return this.ACTION(() => or(operands));
  });

  readonly path: ParserMethod<[], PatchPath> = this.RULE('path', () => {
    const path = this.SUBRULE(this.attrPath);
    const filter = this.OPTION(() => this.SUBRULE(this.brackets));
    const sub = this.OPTION2({
      GATE: () => filter !== undefined,
      DEF: () => this.SUBRULE(this.subAttr),
    });
    return this.ACTION(() => patchPath(path, filter, sub));
  });

  private readonly conjunction: ParserMethod<[], Filter> = this.RULE('conjunction', () => {
    const operands = [this.SUBRULE(this.term)];
    this.MANY(() => {
      this.CONSUME(And);
      operands.push(this.SUBRULE2(this.term));
    });
    return this.ACTION(() => and(operands));
  });

  private readonly term: ParserMethod<[], Filter> = this.RULE('term', () =>
    this.OR({
      DEF: [
        {
          // `not` is a name unless a parenthesis follows.
          GATE: () => this.LA(2).tokenType === LParen,
          ALT: () => {
            this.CONSUME(Not);
            const operand = this.SUBRULE(this.group);
            return this.ACTION(() => not(operand));
          },
        },
        { ALT: () => this.SUBRULE2(this.group) },
        { ALT: () => this.SUBRULE(this.expression) },
      ],
      ERR_MSG: A_TERM,
      IGNORE_AMBIGUITIES: true,
    }),
  );

  private readonly group: ParserMethod<[], Filter> = this.RULE('group', () => {
    this.CONSUME(LParen);
    const filter = this.SUBRULE(this.filter);
    this.CONSUME(RParen);
    return filter;
  });

  private readonly expression: ParserMethod<[], Filter> = this.RULE('expression', () => {
    const path = this.SUBRULE(this.attrPath);
    return this.OR({
      DEF: [
        {
          ALT: () => {
            const filter = this.SUBRULE(this.brackets);
            const more = this.OPTION(() => this.SUBRULE(this.subTest));
            return this.ACTION(() => valuePath(path, more === undefined ? filter : and([filter, more])));
          },
        },
        {
          ALT: () => {
            const test = this.SUBRULE(this.test);
            return this.ACTION(() => test(path));
          },
        },
      ],
      ERR_MSG: A_TEST_OR_BRACKET,
    });
  });

  private readonly brackets: ParserMethod<[], Filter> = this.RULE('brackets', () => {
    this.CONSUME(LBracket);
    const filter = this.SUBRULE(this.filter);
    this.CONSUME(RBracket);
    return filter;
  });

  private readonly subTest: ParserMethod<[], Filter> = this.RULE('subTest', () => {
    const name = this.SUBRULE(this.subAttr);
    const test = this.SUBRULE(this.test);
    return this.ACTION(() => test({ name }));
  });

  private readonly test: ParserMethod<[], Test> = this.RULE('test', () =>
    this.OR({
      DEF: [
        {
          ALT: (): Test => {
            this.CONSUME(Pr);
            return presence;
          },
        },
        {
          ALT: (): Test => {
            const operator = this.CONSUME(CompareOp);
            const literal = this.CONSUME(CompValue);
            // parse.ts has refused literals without a value.
            return (path) => comparison(path, operator.image.toLowerCase() as Operator, literalOf(literal) ?? null);
          },
        },
      ],
      ERR_MSG: A_TEST,
    }),
  );

  private readonly attrPath: ParserMethod<[], PathText> = this.RULE('attrPath', () => {
    const { image } = this.CONSUME(AttrPath);
    return this.ACTION(() => splitPath(image));
  });

  private readonly subAttr: ParserMethod<[], string> = this.RULE('subAttr', () => {
    const { image } = this.CONSUME(SubAttr);
    return this.ACTION(() => image.slice(1));
  });

  constructor() {
    super(TOKENS, { maxLookahead: 1, errorMessageProvider: EXPECTED });
    this.performSelfAnalysis();
  }
}
