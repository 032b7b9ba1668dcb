// What a process has used so far, as Linux tells it; undefined elsewhere. CPU time is the number that a busy machine
// disturbs least.
import { readFile, writeFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

/** Microseconds of CPU, of the process with all its threads. */
export async function cpuTime(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // Past the name, which may hold spaces and brackets: field 14 is utime, 15 is stime.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6;
}

export interface Memory {
  /** MB of resident memory. */
  readonly now: number;
  readonly peak: number;
}

/** The resident memory of a process, and its peak since the last `forgetPeak`. */
export async function memory(pid: number): Promise<Memory | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  if (status === undefined) return undefined;
  const megabytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Starts the peak over. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined);
}
