// The log: observations as JSON lines by pino.
import type { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Observe } from '../observe/observation.js';
import type { Hearing } from '../observe/observer.js';
import { createObserver } from '../observe/observer.js';
import { loggedError } from './error.js';
import { createOutput } from './output.js';

/** Lines that wait for who reads them. At 300 a request, those of some seconds of a busy server. */
const MOST_WAITING = 8 * 1024 * 1024;

export interface LoggerOptions {
  readonly level: string;
  /** What each line has on top: which process wrote it, where there are several. */
  readonly base: { readonly pid: number } | null;
  readonly stream: Writable;
  /** Hides what no line may show. */
  readonly mask: (line: string) => string;
  /** Hears of each line that is dropped because nobody reads, or the disk is full. */
  readonly dropped: () => void;
}

interface Log {
  readonly observe: Observe;
  /** Writes what waits. */
  close(): Promise<void>;
}

/** What JSON lets stand, and a terminal or a reader of lines takes for more than text (C1, U+2028, U+2029). */
const CONTROLS = /[\u007f-\u009f\u2028\u2029]/g;
const escaped = (line: string) =>
  line.replace(CONTROLS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Writes observations to a stream. */
export function createLogger({ level, base, stream, mask, dropped }: LoggerOptions): Log {
  const output = createOutput({
    stream,
    most: MOST_WAITING,
    dropped,
    recovered: (lines) =>
      log.warn({ lines }, 'log lines were dropped: they could not be written, or were not read in time'),
  });
  const options = { level, base, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: loggedError } };
  const log = pino(options, { write: (line) => output.write(escaped(mask(line))) });
  const hearing: Hearing = {
    starting: ({ what }) => log.info(what),
    listening: ({ url }) => log.info({ url }, 'listening'),
    settingIgnored: ({ setting, why }) => log.warn({ setting, why }, 'a setting has no effect'),
    stopping: ({ why }) => log.info({ why }, 'stopping'),
    stopped: () => log.info('stopped'),
    workerLost: ({ pid, code }) => log.error({ worker: pid, code }, 'a worker ended; another one starts'),
    certificateLoaded: ({ validTo }) => log.info({ validTo }, 'certificate loaded'),
    certificateRefused: ({ error }) => log.error({ err: error }, 'the new certificate is refused; the old one stays'),
    clientRefused: ({ why }) => log.warn({ why }, 'a client was refused by its certificate'),
    crashed: ({ error }) => log.fatal({ err: error }, 'the process ends: unexpected error'),
    logLineDropped: null,
    requestStarted: null,
    requestCompleted: ({ kind: _kind, isCheck, ...request }) => log[isCheck ? 'debug' : 'info'](request, 'request'),
    requestFailed: ({ requestId, traceId, error }) => log.error({ requestId, traceId, err: error }, 'request failed'),
    jobFailed: ({ job, error }) => log.error({ job, err: error }, 'a job failed'),
    auditEventSetAside: ({ tenant, event, error }) =>
      log.error({ tenant, event, err: error }, 'an audit event is set aside: the log refuses it'),
    requestRefused: ({ kind: _kind, ...refused }) => log.debug(refused, 'a request was refused'),
    brakeReached: ({ kind: _kind, mode, ...brake }) =>
      mode === 'stop'
        ? log.error(brake, 'deactivation is stopped: npm run scim -- tenant release allows it again')
        : log.warn(brake, 'many resources are being deactivated'),
    tokenRefused: ({ reason, why }) => log.warn({ reason, why }, 'token refused'),
    searched: null,
    requestSlow: ({ kind: _kind, ...request }) => log.warn(request, 'slow request'),
    requestsUnderWay: null,
    deviationTolerated: ({ deviation, profile }) => log.debug({ deviation, profile }, 'deviation tolerated'),
    databaseCommand: null,
    databaseCall: null,
    databaseBatch: null,
    databasePool: null,
  };
  return { observe: createObserver(hearing), close: () => output.close() };
}
