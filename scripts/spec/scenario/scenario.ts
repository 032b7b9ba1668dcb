// The requests whose answers are the examples of the document, in their order: a small company moves in.
import { groups } from './groups.js';
import { refused } from './refused.js';
import type { Step } from './step.js';
import { discovery, me, together } from './together.js';
import { users } from './users.js';

export const SCENARIO: readonly Step[] = [...users, ...groups, ...together, ...me, ...discovery, ...refused];
