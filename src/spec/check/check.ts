// Holds a document to the rules: all of them, in one table, each looked at by the same few lines.
import type { Json } from '../json.js';
import type { Layer, Place } from '../layers.js';
import { locate } from '../layers.js';
import type { Source } from '../source.js';
import { CHARACTERISTIC_RULES } from './characteristics.js';
import { COMMON_RULES } from './common.js';
import { EDGE_RULES } from './edges.js';
import { FILE_RULES, OVERLAY_RULES } from './files.js';
import { KEYWORD_RULES } from './keywords.js';
import { NAME_RULES } from './names.js';
import { OPERATION_RULES } from './operations.js';
import { REQUIRED_RULES } from './required.js';
import { RESOURCE_TYPE_RULES } from './resource-types.js';
import type { Found, Rules } from './rule.js';
import { SCHEMA_RULES } from './schemas.js';
import { SHAPE_RULES } from './shapes.js';
import type { Survey } from './survey.js';
import { isReadable, survey } from './survey.js';
import { URN_RULES } from './urns.js';
import { VALUE_RULES } from './values.js';

/** Rules that look at one thing at a time, and pass by what can't be read. */
const EACH: Rules = {
  ...OVERLAY_RULES,
  ...KEYWORD_RULES,
  ...NAME_RULES,
  ...SHAPE_RULES,
  ...VALUE_RULES,
  ...CHARACTERISTIC_RULES,
};

/** Rules that hold things to each other: they need all of them. */
const TOGETHER: Rules = {
  ...COMMON_RULES,
  ...REQUIRED_RULES,
  ...EDGE_RULES,
  ...URN_RULES,
  ...SCHEMA_RULES,
  ...RESOURCE_TYPE_RULES,
  ...OPERATION_RULES,
};

/** Every rule by its id. */
export const RULES: Rules = { ...FILE_RULES, ...EACH, ...TOGETHER };

/** A breach of a rule. */
export interface Fault extends Place {
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  readonly mend: string;
}

/**
 * Every fault of a source, in the order of its files.
 * @param layers the files that it was made of
 * @param below what each overlay among them was laid over
 */
export function findFaults(source: Source, layers: readonly Layer[], below?: Survey['below']): Fault[] {
  const unreadable = faultsOf(FILE_RULES, { ...EMPTY, source, layers });
  if (unreadable.length > 0) return unreadable;
  const whole = survey(source, layers, below);
  const faults = [...faultsOf(EACH, whole), ...(isReadable(whole) ? faultsOf(TOGETHER, whole) : [])];
  const rank = new Map(layers.map(({ yaml }, index) => [yaml.file, index]));
  const place = ({ file }: Fault) => rank.get(file) ?? 0;
  return faults.sort((a, b) => place(a) - place(b) || a.line - b.line || a.column - b.column);
}

/** `file:line:column  rule  what is wrong. Why. How to fix: …` */
export function printFault({ file, line, column, rule, what, why, mend }: Fault): string {
  return `${file}:${line}:${column}  ${rule}  ${what.replace(/\?$/, '')}${what.endsWith('?') ? '?' : '.'} ${why}. How to fix: ${mend}`;
}

const EMPTY = { below: new Map(), vocabulary: [], attributes: [] };

function faultsOf(rules: Rules, whole: Survey): Fault[] {
  return Object.entries(rules).flatMap(([rule, { why, mend, find }]) =>
    [...find(whole)].map(({ at, ...found }) => ({ rule, why, mend, ...found, ...placeOf(at, whole) })),
  );
}

function placeOf(at: Found['at'], { source, layers }: Survey): Place {
  if ('file' in at) return at;
  return locate(layers, source as unknown as Json, at) ?? { file: 'the document', line: 1, column: 1 };
}
