// What the server is to reach, as a ratio to Koa with the one call that the operation needs, by concurrency.
export const GOALS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'get by id': { 1: 0.75, 32: 2 },
  'userName eq': { 1: 0.75, 32: 2 },
  'emails[type and value]': { 1: 0.75, 32: 2 },
  create: { 1: 0.65, 32: 1.5 },
  'PATCH active': { 1: 0.55, 32: 1 },
  PUT: { 1: 0.55, 32: 1 },
  'member add': { 1: 0.5, 32: 1.5 },
  'member remove': { 1: 0.5, 32: 1.5 },
  'first page of 100': { 1: 0.7, 32: 0.7 },
  'first page sorted by userName': { 1: 0.7, 32: 0.7 },
  'page of 100 at 90 %': { 1: 0.7, 32: 0.7 },
  'group without members': { 1: 0.75, 32: 0.75 },
};

/** How much more an operation may cost in the largest database than in the smallest. */
export function growthGoal(operation: string): string {
  return operation === 'group with all members' ? 'in proportion' : '<= 1.3';
}

/** MB of resident memory while a large request is answered. */
export const MEMORY = 300;
