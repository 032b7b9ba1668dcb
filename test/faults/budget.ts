// How long it all runs: FAULTS_OPERATIONS requests, a few thousand where nothing is said.

const OPERATIONS = 5_000;

/** A share of all requests. */
export function budget(share: number): number {
  return Math.ceil(Number(process.env['FAULTS_OPERATIONS'] ?? OPERATIONS) * share);
}
