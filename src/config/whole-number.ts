// A setting that is a whole number within bounds.

export type Environment = Readonly<Record<string, string | undefined>>;

interface Bounds {
  readonly least: number;
  /** Beyond it the setting would hold nothing any more: a stack, MongoDB or the memory would end first. */
  readonly most: number;
}

export interface Row extends Bounds {
  readonly setting: string;
  /** Without the setting. */
  readonly usual: number;
}

export const row = (setting: string, usual: number, least: number, most: number): Row => ({
  setting,
  usual,
  least,
  most,
});

/** The number that an input is; undefined where it is no whole one within the bounds. */
export function readWhole(input: string | number, { least, most }: Bounds): number | undefined {
  const value = Number(input);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

export function takesWhole({ least, most }: Bounds): string {
  return `takes a whole number, ${least} to ${most}`;
}

/**
 * @param otherwise what the setting takes too
 * @throws Error in one line that says what the setting takes
 */
export function wholeNumber(row: Row, environment: Environment, otherwise = ''): number {
  const { setting, usual } = row;
  const value = readWhole(environment[setting] ?? usual, row);
  if (value === undefined) throw new Error(`${setting}: ${takesWhole(row)}${otherwise}`);
  return value;
}

/** The same, or `off`. */
export function wholeNumberOrOff(row: Row, environment: Environment): number | undefined {
  return environment[row.setting] === 'off' ? undefined : wholeNumber(row, environment, ', or off');
}
