// What may lose a race against other writers starts over on what is there now, for so long and no longer.
import { setTimeout } from 'node:timers/promises';
import { ScimError } from '../errors/scim-error.js';

const ATTEMPTS = 100;

/**
 * Attempts something until it wins.
 * @param attempt gives undefined where it lost
 * @throws ScimError conflict where it loses all the while, and what `attempt` throws
 */
export async function untilWon<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let turn = 1; turn <= ATTEMPTS; turn += 1) {
    const won = await attempt();
    if (won !== undefined) return won;
    // Those that race on keep out of step by waiting a little, longer each time.
    await setTimeout(Math.random() * Math.min(turn, 20));
  }
  throw new ScimError('conflict', 'the resource is being changed concurrently: try again later');
}
