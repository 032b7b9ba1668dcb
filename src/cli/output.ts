// What commands print: a table for people, JSON for programs. Data goes to standard output, everything else to standard
// error. Most of it came from clients: no character of it commands a terminal, or makes a line of its own.
import { pipeline } from 'node:stream/promises';

/** Of both sets, and what ends lines elsewhere; also what JSON lets stand. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const CONTROLS_WITHIN_LINES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;
/** That of a program which a closed pipe has ended, as shells tell it: 128 and SIGPIPE. */
const PIPE_CLOSED = 141;
export const FAILED = 1;

/** The option that each command has. */
export interface Json {
  readonly json?: boolean;
}

export type Row = readonly string[];

/** Columns as wide as their widest cell. */
export function table(head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows.map((row) => row.map(inLine))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return all.map((row) => `${line(row).trimEnd()}\n`).join('');
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function print(text: string): void {
  process.stdout.write(escaped(text, CONTROLS_WITHIN_LINES));
}

/** The same for what a user is told of a failure. */
export function complain(text: string): void {
  process.stderr.write(escaped(`${text}\n`, CONTROLS_WITHIN_LINES));
}

/** Prints lines as fast as they are taken. @throws Error where nobody takes them any more */
export async function printLines(lines: AsyncIterable<string>): Promise<void> {
  await pipeline(
    async function* () {
      for await (const line of lines) yield `${inLine(line)}\n`;
    },
    process.stdout,
    { end: false },
  );
}

/** Whoever reads the output may have seen enough (`| head`): that is no failure to speak of. A full disk is one. */
export function endWithoutOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exitCode = error.code === 'EPIPE' ? PIPE_CLOSED : FAILED;
    if (error.code !== 'EPIPE') complain(`the output can't be written: ${error.message}`);
  });
}

/** A value as a part of a line. */
export function inLine(value: string): string {
  return escaped(value, CONTROLS);
}

/** By the escapes of JSON, so that JSON stays what it is. */
function escaped(text: string, controls: RegExp): string {
  return text.replace(controls, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A time, or nothing. */
export function time(date: Date | undefined): string {
  return date?.toISOString() ?? '';
}
