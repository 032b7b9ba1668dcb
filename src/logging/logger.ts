// The log: observations as JSON lines by pino.
import { pino } from 'pino';
import type { Observe } from '../observe/observation.js';
import type { Hearing } from '../observe/reader.js';
import { createReader } from '../observe/reader.js';

/** What JSON lets stand, and a terminal or a reader of lines takes for more than text (C1, U+2028, U+2029). */
 
const CONTROLS = /[\u007f-\u009f\u2028\u2029]/g;
const escaped = (line: string) =>
  line.replace(CONTROLS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Writes observations to standard output.
 * @param base what each line has on top: which process wrote it, where there are several
 */
export function createLogger(level: string, base: { readonly pid: number } | null): Observe {
  const log = pino({ level, base, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: escaped } });
  const hearing: Hearing = {
    starting: ({ what }) => log.info(what),
    listening: ({ url }) => log.info({ url }, 'listening'),
    stopping: ({ why }) => log.info({ why }, 'stopping'),
    stopped: () => log.info('stopped'),
    workerLost: ({ pid, code }) => log.error({ worker: pid, code }, 'a worker ended; another one starts'),
    certificateLoaded: ({ validTo }) => log.info({ validTo }, 'certificate loaded'),
    certificateRefused: ({ error }) => log.error({ err: error }, 'the new certificate is refused; the old one stays'),
    clientRefused: ({ why }) => log.warn({ why }, 'a client was refused by its certificate'),
    requestStarted: null,
    requestCompleted: ({ kind: _kind, ...request }) => log.info(request, 'request'),
    requestFailed: ({ requestId, traceId, error }) => log.error({ requestId, traceId, err: error }, 'request failed'),
    jobFailed: ({ job, error }) => log.error({ job, err: error }, 'a job failed'),
    requestRefused: ({ kind: _kind, ...refused }) => log.debug(refused, 'a request was refused'),
    brakeReached: ({ kind: _kind, mode, ...brake }) =>
      mode === 'stop'
        ? log.error(brake, 'deactivation is stopped: scim tenant release lets it go on')
        : log.warn(brake, 'many resources are deactivated'),
    requestsUnderWay: null,
    deviationTolerated: ({ deviation, profile }) => log.debug({ deviation, profile }, 'deviation tolerated'),
    databaseCommand: null,
    databaseBatch: null,
    databasePool: null,
  };
  return createReader(hearing);
}
