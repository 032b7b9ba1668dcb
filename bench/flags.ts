// The command line of `npm run bench`.
import { parseArgs } from 'node:util';

/** What a run is made of. */
const PARTS = ['ceilings', 'peers', 'users', 'members', 'memory', 'guards', 'sight'] as const;
/** With --build. */
const ALL = [...PARTS, 'builds'] as const;
export type PartName = (typeof ALL)[number];

export interface Flags {
  /** The operations to measure; all, where none is named. */
  readonly only: readonly string[];
  /** The operation to profile instead. */
  readonly profile: string | undefined;
  /** The folder of another build of the server: what is profiled, or compared with this one. */
  readonly build: string | undefined;
  readonly parts: readonly PartName[];
  readonly sizes: readonly number[];
  /** Users in the comparison with the ceilings. */
  readonly users: number;
  /** Users in the comparison with peers, which keep all in memory and scan. */
  readonly peerUsers: number;
  readonly rounds: number;
  readonly seconds: number;
  /** Seconds of each scenario before it is measured. */
  readonly warmUp: number;
  readonly concurrencies: readonly number[];
  /** Nothing is left out: fit to be published. */
  readonly isWhole: boolean;
}

const FULL = {
  sizes: '1000,10000,100000,1000000',
  users: '100000',
  peerUsers: '10000',
  rounds: '5',
  seconds: '2',
  warmUp: '8',
};
const QUICK = { sizes: '1000,10000', users: '1000', peerUsers: '1000', rounds: '2', seconds: '0.2', warmUp: '0.2' };

/** @throws Error for a flag, or a part, that there isn't */
export function readFlags(args: string[]): Flags {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      profile: { type: 'string' },
      build: { type: 'string' },
      parts: { type: 'string' },
      quick: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      users: { type: 'string' },
      'peer-users': { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      'warm-up': { type: 'string' },
      concurrency: { type: 'string', default: '1,32' },
    },
  });
  const defaults = values.quick ? QUICK : FULL;
  const parts = (values.parts ?? (values.build === undefined ? PARTS.join(',') : 'builds')).split(',').map(partNamed);
  return {
    only: values.only?.split(',') ?? [],
    profile: values.profile,
    build: values.build,
    parts,
    isWhole: !values.quick && values.only === undefined && values.parts === undefined && values.build === undefined,
    sizes: numbers(values.sizes ?? defaults.sizes),
    users: Number(values.users ?? defaults.users),
    peerUsers: Number(values['peer-users'] ?? defaults.peerUsers),
    rounds: Number(values.rounds ?? defaults.rounds),
    seconds: Number(values.seconds ?? defaults.seconds),
    warmUp: Number(values['warm-up'] ?? defaults.warmUp),
    concurrencies: numbers(values.concurrency),
  };
}

function partNamed(text: string): PartName {
  const part = ALL.find((name) => name === text);
  if (part === undefined) throw new Error(`--parts takes ${ALL.join(', ')}; not ${text}`);
  return part;
}

function numbers(text: string): number[] {
  return text.split(',').map(Number);
}
