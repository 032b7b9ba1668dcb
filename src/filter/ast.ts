// The syntax tree of filters and of PATCH paths: what the text says, before the schema is asked. Each node is frozen
// and built by the one function that bears its name.
import type { PathText } from '../schema/path.js';

export type CompareOp = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';
export type CompValue = null | boolean | number | string;

export interface Comparison {
  readonly kind: 'comparison';
  readonly path: PathText;
  readonly operator: CompareOp;
  readonly value: CompValue;
}

interface Presence {
  readonly kind: 'presence';
  readonly path: PathText;
}

/** Two operands or more, none of them an `and` itself. */
export interface And {
  readonly kind: 'and';
  readonly operands: readonly Filter[];
}

/** Two operands or more, none of them an `or` itself. */
export interface Or {
  readonly kind: 'or';
  readonly operands: readonly Filter[];
}

export interface Not {
  readonly kind: 'not';
  readonly operand: Filter;
}

interface ValuePath {
  readonly kind: 'valuePath';
  readonly path: PathText;
  /** Its paths start at the attribute before the bracket. */
  readonly filter: Filter;
}

export type Filter = Comparison | Presence | And | Or | Not | ValuePath;

export interface PatchPath {
  readonly kind: 'patchPath';
  /** The attribute, or the one before the bracket. */
  readonly path: PathText;
  readonly filter?: Filter;
  /** The sub-attribute after the bracket; without a bracket `path` has it. */
  readonly sub?: string;
}

export function comparison(path: PathText, operator: CompareOp, value: CompValue): Comparison {
  return Object.freeze({ kind: 'comparison', path: Object.freeze(path), operator, value });
}

export function presence(path: PathText): Presence {
  return Object.freeze({ kind: 'presence', path: Object.freeze(path) });
}

/** The conjunction of one operand or more; one operand stands for itself. */
export function and(operands: readonly Filter[]): Filter {
  const flat = flatten('and', operands);
  return sole(flat) ?? Object.freeze({ kind: 'and', operands: flat });
}

/** The disjunction of one operand or more; one operand stands for itself. */
export function or(operands: readonly Filter[]): Filter {
  const flat = flatten('or', operands);
  return sole(flat) ?? Object.freeze({ kind: 'or', operands: flat });
}

export function not(operand: Filter): Not {
  return Object.freeze({ kind: 'not', operand });
}

export function valuePath(path: PathText, filter: Filter): ValuePath {
  return Object.freeze({ kind: 'valuePath', path: Object.freeze(path), filter });
}

export function patchPath(path: PathText, filter?: Filter, sub?: string): PatchPath {
  return Object.freeze({
    kind: 'patchPath',
    path: Object.freeze(path),
    ...(filter === undefined ? {} : { filter }),
    ...(sub === undefined ? {} : { sub }),
  });
}

function flatten(kind: 'and' | 'or', operands: readonly Filter[]): readonly Filter[] {
  return Object.freeze(operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand])));
}

function sole(operands: readonly Filter[]): Filter | undefined {
  return operands.length === 1 ? operands[0] : undefined;
}
