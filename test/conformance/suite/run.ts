// Runs clauses against a server, one after the other.
import type { Chapter, Clause } from './clause.js';
import { Finding, NotApplicable } from './finding.js';
import type { Subject } from './subject.js';

export interface Outcome {
  readonly clause: Clause;
  readonly verdict: 'passed' | 'failed' | 'not applicable';
  /** What was found; or why it does not apply, or not to every resource type. */
  readonly details: readonly string[];
  readonly milliseconds: number;
}

/** Never throws: a check that breaks has failed. */
export async function runClause(subject: Subject, clause: Clause): Promise<Outcome> {
  const start = performance.now();
  const outcome = (verdict: Outcome['verdict'], details: readonly string[]): Outcome => ({
    clause,
    verdict,
    details,
    milliseconds: Math.round(performance.now() - start),
  });
  const missing = clause.needs?.find((feature) => !subject.profile.features.has(feature));
  if (missing !== undefined) return outcome('not applicable', [`/ServiceProviderConfig: ${missing} is not supported`]);
  try {
    return outcome('passed', await clause.check(subject));
  } catch (error) {
    if (error instanceof NotApplicable) return outcome('not applicable', [error.message]);
    if (error instanceof Finding) return outcome('failed', error.message.split('\n'));
    return outcome('failed', [
      `the check broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ]);
  }
}

/** Clauses have nothing to do with each other: a few at a time keep a server that waits for its disk busy. */
const AT_ONCE = 6;

/** All clauses of chapters, in their order. @param each told of them in that order, as soon as it can be */
export async function runAll(
  subject: Subject,
  chapters: readonly Chapter[],
  each: (outcome: Outcome) => void = () => undefined,
): Promise<Outcome[]> {
  const clauses = chapters.flatMap((chapter) => chapter.clauses);
  const outcomes: Outcome[] = [];
  let begun = 0;
  let told = 0;
  const work = async (): Promise<void> => {
    for (let index = begun++; index < clauses.length; index = begun++) {
      const clause = clauses[index];
      if (clause !== undefined) outcomes[index] = await runClause(subject, clause);
      for (let next = outcomes[told]; next !== undefined; next = outcomes[told]) {
        told += 1;
        each(next);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}
