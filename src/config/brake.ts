// The brake on mass deactivation: how much of a tenant may be taken out of use in a time, and what happens beyond.
import type { Environment } from './whole-number.js';
import { row, wholeNumber } from './whole-number.js';

export interface BrakeSettings {
  /** Whether what is too much is refused, or only told. */
  readonly mode: 'warn' | 'stop';
  /** Percent of the resources of a type. */
  readonly share: number;
  /** So many may go whatever their share is: a small tenant may lose its one user. */
  readonly least: number;
  readonly seconds: number;
}

const BRAKE = {
  share: row('BRAKE_SHARE', 10, 1, 100),
  least: row('BRAKE_LEAST', 100, 1, 1_000_000),
  seconds: row('BRAKE_WINDOW', 3_600, 60, 30 * 86_400),
} as const;

/**
 * @returns undefined where the brake is off
 * @throws Error in one line that says which setting is wrong and what it takes
 */
export function readBrake(environment: Environment): BrakeSettings | undefined {
  const mode = environment['BRAKE'] ?? 'warn';
  const settings = {
    share: wholeNumber(BRAKE.share, environment),
    least: wholeNumber(BRAKE.least, environment),
    seconds: wholeNumber(BRAKE.seconds, environment),
  };
  if (mode === 'off') return undefined;
  if (mode === 'warn' || mode === 'stop') return { mode, ...settings };
  throw new Error('BRAKE: takes off, warn or stop');
}
