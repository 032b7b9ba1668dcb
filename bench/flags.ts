// The command line of `npm run bench`.
import { parseArgs } from 'node:util';

export interface Flags {
  readonly only: string | undefined;
  readonly profile: string | undefined;
  readonly parts: readonly string[];
  readonly sizes: readonly number[];
  /** Users in the comparison with the ceilings. */
  readonly users: number;
  /** Users in the comparison with peers, which keep all in memory and scan. */
  readonly peerUsers: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly concurrencies: readonly number[];
}

const FULL = { sizes: '1000,10000,100000,1000000', users: '100000', peerUsers: '10000', rounds: '5', seconds: '2' };
const QUICK = { sizes: '1000,10000', users: '1000', peerUsers: '1000', rounds: '2', seconds: '0.2' };

/** @throws TypeError for a flag that there isn't */
export function readFlags(args: string[]): Flags {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      profile: { type: 'string' },
      parts: { type: 'string', default: 'ceilings,peers,growth,memory' },
      quick: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      users: { type: 'string' },
      'peer-users': { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      concurrency: { type: 'string', default: '1,32' },
    },
  });
  const defaults = values.quick ? QUICK : FULL;
  return {
    only: values.only,
    profile: values.profile,
    parts: values.parts.split(','),
    sizes: numbers(values.sizes ?? defaults.sizes),
    users: Number(values.users ?? defaults.users),
    peerUsers: Number(values['peer-users'] ?? defaults.peerUsers),
    rounds: Number(values.rounds ?? defaults.rounds),
    seconds: Number(values.seconds ?? defaults.seconds),
    concurrencies: numbers(values.concurrency),
  };
}

function numbers(text: string): number[] {
  return text.split(',').map(Number);
}
