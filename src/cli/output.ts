// What commands print: a table for people, JSON for programs. Data goes to standard output, everything else to standard
// error.

/** The option that each command has. */
export interface Json {
  readonly json?: boolean;
}

export type Row = readonly string[];

/** Columns as wide as their widest cell. */
export function table(head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return all.map((row) => `${line(row).trimEnd()}\n`).join('');
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function print(text: string): void {
  process.stdout.write(text);
}

/** A time, or nothing. */
export function time(date: Date | undefined): string {
  return date?.toISOString() ?? '';
}
