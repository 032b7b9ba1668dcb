// What a rule of the document is: data that says what it asks, why, and how to mend what breaks it, around one function
// that looks for that.
import type { Place } from '../layers.js';
import type { Path } from '../yaml-file.js';
import type { AttributePlace, Survey } from './survey.js';

export interface Rule {
  /** A sentence: what goes wrong otherwise, or the clause that asks for it. */
  readonly why: string;
  /** With an example. */
  readonly mend: string;
  find(survey: Survey): Iterable<Found>;
}

export interface Found {
  /** A clause with its subject: `User.badge has no description`. */
  readonly what: string;
  /** Where it is: in the source, or in a file that made no part of one. */
  readonly at: Path | Place;
  /** In place of the rule's own, where more is known. */
  readonly why?: string;
  readonly mend?: string;
}

export type Rules = Readonly<Record<string, Rule>>;

/** What a judge says is wrong with an attribute, after its name: `has no description`; undefined where it is right. */
export type Verdict = string | undefined | false;

/**
 * Looks at every attribute.
 * @param keyword where a fault is to be shown; at the attribute's name where it hasn't got the keyword
 */
export function eachAttribute(judge: (place: AttributePlace, survey: Survey) => Verdict, ...keyword: string[]) {
  return (survey: Survey): Found[] =>
    survey.attributes.flatMap((place) => {
      const verdict = judge(place, survey);
      if (verdict === undefined || verdict === false) return [];
      return [{ what: `${place.title} ${verdict}`, at: [...place.path, ...keyword] }];
    });
}

/** The entries that have a key which an earlier one has. */
export function repeated<T>(entries: readonly T[], keyOf: (entry: T) => string): { entry: T; first: T }[] {
  const seen = new Map<string, T>();
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    const first = seen.get(key);
    if (first !== undefined) return [{ entry, first }];
    seen.set(key, entry);
    return [];
  });
}
