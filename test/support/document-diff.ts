// What spec:diff says of an edit of the document of the repository.
import type { Diff } from '../../scripts/spec/diff/diff.js';
import { diff } from '../../scripts/spec/diff/diff.js';
import { readSource } from '../../src/spec/source.js';

const source = readSource('openapi');

export type Edit = (source: any) => void;

/** The changes that an edit makes, as text; `!` before those that break clients. */
export function changesOf(edit: Edit, before?: Edit): string[] {
  return diffOf(edit, before).changes.map(
    ({ effect, where, what }) => `${effect === 'breaking' ? '! ' : ''}${where}: ${what}`,
  );
}

/** @param before an edit that both documents have */
export function diffOf(edit: Edit, before: Edit = () => undefined): Diff {
  const was = structuredClone(source);
  before(was);
  const is = structuredClone(was);
  edit(is);
  return diff(was, is);
}
