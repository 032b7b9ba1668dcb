// A bound filter: its names are attributes of the model, its literals are typed and folded like the search form that it
// is compared with. What it means stands here, for all that runs it, in memory (evaluate.ts) or in the database:
//
// | node             | true when                                                                                     |
// | ---------------- | --------------------------------------------------------------------------------------------- |
// | values of a path | from the form along the chain, lists flattened at every level                                 |
// | eq co sw ew      | any value is equal to, contains, starts with, ends with the literal; a value of another type  |
// |                  | never does                                                                                    |
// | gt ge lt le      | any value stands so to the literal: strings by code point (so UTF-8 byte order), numbers by    |
// |                  | value, dates by time; a value of another type never does                                      |
// | ne               | any value is not equal. An absent value counts as one that differs: where the path has no      |
// |                  | multi-valued attribute, and in each element that lacks the sub-attribute. No element: false   |
// | presence         | any value is neither null, "", [] nor {}                                                      |
// | and or not       | as in logic: not is true of whatever its operand is false of, absent values included          |
// | valuePath        | an element of the attribute (itself, where it is single-valued) makes the inner filter true;  |
// |                  | false where the attribute is absent, whatever the inner filter is                             |
//
// So `a.type eq "x" and a.value eq "y"` may be true by two elements of a, `a[type eq "x" and value eq "y"]` by one.
// `eq null` has been bound as not present, `ne null` as present.
import type { Attribute } from '../schema/model.js';
import type { AttributePath } from '../schema/path.js';
import type { CompareOp } from './ast.js';

export type BoundValue = string | number | boolean | Date;

export interface BoundComparison {
  readonly kind: 'comparison';
  /** Its leaf is never complex. */
  readonly path: AttributePath;
  readonly operator: CompareOp;
  /** Typed and folded, as the search form has it. */
  readonly value: BoundValue;
  /** As the client wrote it: what a PATCH that creates a value puts in it. */
  readonly literal: string | number | boolean;
}

interface BoundPresence {
  readonly kind: 'presence';
  readonly path: AttributePath;
}

interface BoundAnd {
  readonly kind: 'and';
  readonly operands: readonly BoundFilter[];
}

interface BoundOr {
  readonly kind: 'or';
  readonly operands: readonly BoundFilter[];
}

interface BoundNot {
  readonly kind: 'not';
  readonly operand: BoundFilter;
}

interface BoundValuePath {
  readonly kind: 'valuePath';
  /** Its leaf is complex. */
  readonly path: AttributePath;
  /** Its paths start at that leaf. */
  readonly filter: BoundFilter;
}

export type BoundFilter = BoundComparison | BoundPresence | BoundAnd | BoundOr | BoundNot | BoundValuePath;

/** A PATCH path, bound. */
export interface BoundPath {
  /** To the attribute before the bracket, or to the whole attribute where there is none. */
  readonly path: AttributePath;
  /** Chooses values of the attribute; its paths start there. */
  readonly filter?: BoundFilter;
  /** The sub-attribute after the bracket. */
  readonly sub?: Attribute;
}
