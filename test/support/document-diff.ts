// What spec:diff says of an edit of a document.
import type { Diff } from '../../scripts/spec/diff/diff.js';
import { diff } from '../../scripts/spec/diff/diff.js';
import { plainSource } from './temporary-document.js';

const source = plainSource();

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
