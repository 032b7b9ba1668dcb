// Outcomes as text for people, as JSON, and as JUnit XML for CI.
import type { Severity } from './clause.js';
import type { Outcome } from './run.js';

export interface Report {
  readonly url: string;
  readonly remarks: readonly string[];
  readonly outcomes: readonly Outcome[];
}

export type Format = 'text' | 'json' | 'junit';

export const FORMATS: Readonly<Record<Format, (report: Report) => string>> = { text, json, junit };

const SEVERITIES: readonly Severity[] = ['MUST', 'SHOULD', 'MAY'];
const VERDICTS: readonly Outcome['verdict'][] = ['passed', 'failed', 'not applicable'];

/** How many outcomes of a severity have a verdict. */
export function count(outcomes: readonly Outcome[], severity: Severity, verdict: Outcome['verdict']): number {
  return outcomes.filter((each) => each.clause.severity === severity && each.verdict === verdict).length;
}

/** One line a clause; what was found stands below it. */
export function line({ clause, verdict, details }: Outcome): string {
  const { severity, id, rfc, section, quote } = clause;
  const head = `${verdict.padEnd(14)} ${severity.padEnd(6)} RFC ${rfc} ${section.padEnd(8)} ${id}`;
  if (verdict === 'passed') return head;
  const words = verdict === 'failed' ? [`“${quote}”`] : [];
  return [head, ...[...words, ...details].map((detail) => `${' '.repeat(15)}${detail}`)].join('\n');
}

function text({ url, remarks, outcomes }: Report): string {
  return [`Conformance of ${url}`, ...remarks, '', ...outcomes.map(line), '', summary(outcomes)].join('\n');
}

/** A table of severities and verdicts. */
export function summary(outcomes: readonly Outcome[]): string {
  const rows = SEVERITIES.map((severity) => {
    const counts = VERDICTS.map((verdict) => `${count(outcomes, severity, verdict)} ${verdict}`.padEnd(20));
    return `${severity.padEnd(8)}${counts.join('')}`.trimEnd();
  });
  return rows.join('\n');
}

function json({ url, remarks, outcomes }: Report): string {
  const clauses = outcomes.map(({ clause: { check: _check, ...clause }, ...outcome }) => ({ ...clause, ...outcome }));
  return JSON.stringify({ url, remarks, clauses }, null, 2);
}

function junit({ url, outcomes }: Report): string {
  const cases = outcomes.map(({ clause, verdict, details, milliseconds }) => {
    const { id, rfc, section, severity, quote } = clause;
    const attributes = `classname="RFC ${rfc} ${section}" name="${severity} ${escaped(id)}" time="${milliseconds / 1000}"`;
    const message = escaped(details.join('\n'));
    if (verdict === 'passed') return `  <testcase ${attributes}/>`;
    if (verdict === 'not applicable') return `  <testcase ${attributes}><skipped message="${message}"/></testcase>`;
    return `  <testcase ${attributes}><failure message="${escaped(quote)}">${message}</failure></testcase>`;
  });
  const failures = outcomes.filter(({ verdict }) => verdict === 'failed').length;
  const skipped = outcomes.filter(({ verdict }) => verdict === 'not applicable').length;
  const totals = `tests="${outcomes.length}" failures="${failures}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="SCIM conformance of ${escaped(url)}" ${totals}>`,
    ...cases,
    '</testsuite>',
  ].join('\n');
}

function escaped(value: string): string {
  return value.replace(/[&<>"\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
