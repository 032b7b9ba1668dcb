// A diff as text, grouped by whom it concerns.
import type { Change } from './change.js';
import type { Diff } from './diff.js';
import type { IndexCost, StoredCount } from './stored.js';

export interface Stored {
  readonly indexes: readonly IndexCost[];
  readonly invalid: readonly StoredCount[];
}

/** @param stored undefined where no database was asked */
export function print({ changes, indexes, sdk }: Diff, stored: Stored | undefined): string {
  const of = (effect: Change['effect']) =>
    changes.filter((change) => change.effect === effect).map(({ where, what }) => `${where}: ${what}`);
  const isChecked = changes.some((change) => change.stored !== undefined);
  const unknown = 'unknown: give MONGODB_URI';
  const groups: readonly [title: string, lines: readonly string[]][] = [
    ['Breaking for clients', of('breaking')],
    ['Not breaking', of('compatible')],
    [
      'Indexes',
      [
        ...indexes.built.map(({ collection, options: { name, unique } }) => {
          const cost = stored?.indexes.find((each) => each.collection === collection && each.name === name);
          const reads = cost === undefined ? unknown : `reads ${cost.documents} documents, ${cost.bytes} bytes`;
          return `built: ${collection} ${name}${unique === true ? ' (unique)' : ''}: ${reads}`;
        }),
        ...indexes.dropped.map(({ collection, options: { name } }) => `dropped: ${collection} ${name}`),
      ],
    ],
    ['Stored resources', stored === undefined ? (isChecked ? [unknown] : []) : stored.invalid.map(lineOf)],
    ['Names in SDKs', [...sdk.removed.map((name) => `- ${name}`), ...sdk.added.map((name) => `+ ${name}`)]],
  ];
  return groups
    .map(
      ([title, lines]) => `${title}\n${(lines.length === 0 ? ['none'] : lines).map((line) => `  ${line}\n`).join('')}`,
    )
    .join('\n');
}

function lineOf({ collection, where, says, resources, examples }: StoredCount): string {
  return `${where}: ${resources} of ${collection} ${says} (${examples.join(', ')})`;
}
