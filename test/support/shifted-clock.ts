// Loaded before a server (`--import`): its wall clock is off by the seconds that the file CLOCK_FILE has, as after a
// jump. What measures durations (performance.now, timers) goes on as it was, as on a real machine.
import { readFileSync } from 'node:fs';

const FILE = process.env['CLOCK_FILE'] ?? '';
const Real = Date;
const now = () => Real.now() + Number(readFileSync(FILE, 'utf8')) * 1000;

globalThis.Date = new Proxy(Real, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
