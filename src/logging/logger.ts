// The log: observations as JSON lines by pino.
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Observation, Observe } from '../observe/observation.js';

type Kind = Observation['kind'];
type Of<K extends Kind> = Extract<Observation, { kind: K }>;
type Writers = { readonly [K in Kind]: (log: Logger, observation: Of<K>) => void };

const WRITERS: Writers = {
  starting: (log, { what }) => log.info(what),
  listening: (log, { url }) => log.info({ url }, 'listening'),
  stopping: (log, { why }) => log.info({ why }, 'stopping'),
  stopped: (log) => log.info('stopped'),
  workerLost: (log, { pid, code }) => log.error({ worker: pid, code }, 'a worker ended; another one starts'),
  requestCompleted: (log, { kind: _kind, ...request }) => log.info(request, 'request'),
  requestFailed: (log, { requestId, error }) => log.error({ requestId, err: error }, 'request failed'),
  requestRefused: (log, { kind: _kind, ...refused }) => log.debug(refused, 'a request was refused'),
  brakeReached: (log, { kind: _kind, mode, ...brake }) =>
    mode === 'stop'
      ? log.error(brake, 'deactivation is stopped: scim tenant release lets it go on')
      : log.warn(brake, 'many resources are deactivated'),
  jobFailed: (log, { job, error }) => log.error({ job, err: error }, 'a job failed'),
  deviationTolerated: (log, { deviation }) => log.debug({ deviation }, 'deviation tolerated'),
};

/**
 * Writes observations to standard output.
 * @param base what each line has on top: which process wrote it, where there are several
 */
export function createLogger(level: string, base: { readonly pid: number } | null): Observe {
  const log = pino({ level, base, timestamp: pino.stdTimeFunctions.isoTime });
  return (observation) => {
    const write = WRITERS[observation.kind] as (log: Logger, observation: Observation) => void;
    write(log, observation);
  };
}
