// What a process has used so far, as Linux tells it; undefined elsewhere. CPU time is the number that a busy machine
// disturbs least.
import { readFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

/** Microseconds of CPU, of the process with all its threads. */
export async function cpuTime(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // Past the name, which may hold spaces and brackets: field 14 is utime, 15 is stime.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6;
}
