// A setting that is a whole number within bounds.

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Row {
  readonly setting: string;
  /** Without the setting. */
  readonly usual: number;
  readonly least: number;
  /** Beyond it the setting would hold nothing any more: a stack, MongoDB or the memory would end first. */
  readonly most: number;
}

export const row = (setting: string, usual: number, least: number, most: number): Row => ({
  setting,
  usual,
  least,
  most,
});

/**
 * @param otherwise what the setting takes too
 * @throws Error in one line that says what the setting takes
 */
export function wholeNumber({ setting, usual, least, most }: Row, environment: Environment, otherwise = ''): number {
  const value = Number(environment[setting] ?? usual);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${setting}: takes a whole number, ${least} to ${most}${otherwise}`);
}

/** The same, or `off`. */
export function wholeNumberOrOff(row: Row, environment: Environment): number | undefined {
  return environment[row.setting] === 'off' ? undefined : wholeNumber(row, environment, ', or off');
}
