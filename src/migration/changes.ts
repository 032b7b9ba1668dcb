// What of the stored form changes between two shapes. A change is what needs a migration; an attribute that is new, or
// no longer there, needs none.
import type { Pair, Shape } from './shape.js';
import { isText, pairsOf } from './shape.js';

export interface ShapeChange {
  /** Where the value is stored, e.g. `EnterpriseUser.division`. */
  readonly path: string;
  /** What becomes of it, in words. */
  readonly what: readonly string[];
}

const several = ({ multiValued }: Shape) => (multiValued ? 'several values' : 'one value');

/** Text is stored alike whatever it means, and a whole number is a decimal one. */
const isAlike = (was: Shape, is: Shape) =>
  was.type === is.type || (isText(was) && isText(is)) || (was.type === 'integer' && is.type === 'decimal');

/** Each kind of change: says what it is where a pair has it. */
const KINDS: readonly ((pair: Pair) => string | undefined)[] = [
  ({ was, is }) => (was.name === is.name ? undefined : `becomes ${is.name}`),
  ({ was, is }) => (isAlike(was, is) ? undefined : `${was.type} becomes ${is.type}`),
  ({ was, is }) => (was.multiValued === is.multiValued ? undefined : `${several(was)} become ${several(is)}`),
  ({ was, is }) => (was.secret === is.secret ? undefined : is.secret === undefined ? 'is no secret' : 'is a secret'),
  ({ was, is }) =>
    was.caseExact === is.caseExact || !isText(was) || !isText(is)
      ? undefined
      : `letter case ${is.caseExact ? 'counts' : 'no longer counts'}`,
  ({ was, is }) => (was.hidden === is.hidden ? undefined : is.hidden ? 'filters no longer see it' : 'filters see it'),
  ({ was, is }) => (was.left === is.left ? undefined : 'is there again'),
  ({ was, is }) => (hasPrimary(was) === hasPrimary(is) ? undefined : 'one value may be primary'),
];

/** Where there is a primary value, the search form says of the others that they aren't. */
function hasPrimary({ multiValued, parts }: Shape): boolean {
  return multiValued && parts.some(({ name, type, left }) => name === 'primary' && type === 'boolean' && !left);
}

/** The changes of all attributes, at any depth. */
export function changesOf(before: readonly Shape[], after: readonly Shape[], above = ''): readonly ShapeChange[] {
  return pairsOf(before, after).flatMap((pair) => {
    const path = `${above}${pair.was.name}`;
    const what = KINDS.flatMap((kind) => kind(pair) ?? []);
    return [...(what.length > 0 ? [{ path, what }] : []), ...changesOf(pair.was.parts, pair.is.parts, `${path}.`)];
  });
}
