// The metrics: observations counted for Prometheus. Labels hold names of the document, of MongoDB and of our own, never
// what a client sent: so there is an end to their number.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Observe } from '../observe/observation.js';
import { TOKEN_REASONS } from '../observe/observation.js';
import { createObserver } from '../observe/observer.js';

export interface Metrics {
  readonly registry: Registry;
  readonly observe: Observe;
}

/** Seconds: from an answer out of memory to one that nobody waits for. */
const REQUEST_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COMMAND_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const BATCH_SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 1000];
/** Of the operation, where the path names none: health, the published document, a path that isn't there. */
const NO_OPERATION = 'none';

/** @param version of the server */
export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, buckets: number[], labelNames: readonly L[]) =>
    new Histogram({ name, help, buckets, labelNames, registers });
  /** Observed often, read seldom: the latest value is kept, and asked for. */
  const latest = (name: string, help: string) => {
    let value = 0;
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value);
      },
    });
    return (now: number) => {
      value = now;
    };
  };

  const expiry = new Gauge({
    name: 'scim_tls_certificate_expiry_timestamp_seconds',
    help: 'When the TLS certificate that is served expires.',
    aggregator: 'min',
    registers,
  });
  // There may be no certificate.
  expiry.remove();
  const build = { name: 'scim_build_info', help: 'The version that runs, as labels; always 1.' };
  new Gauge({ ...build, labelNames: ['version', 'node'], aggregator: 'first', registers }).set(
    { version, node: process.version },
    1,
  );
  const requests = counter('scim_requests_total', 'Requests that were answered.', ['operation', 'status']);
  const durations = histogram(
    'scim_request_duration_seconds',
    'From the head of a request to the head of its answer.',
    REQUEST_SECONDS,
    ['operation'],
  );
  const underWay = latest('scim_requests_under_way', 'Requests of SCIM that are being answered.');
  const refused = counter('scim_requests_refused_total', 'Requests refused for the sake of others.', ['reason']);
  const slow = counter('scim_requests_slow_total', 'Requests that took SLOW_REQUEST_MS or longer.', ['operation']);
  const failures = counter('scim_failures_total', 'Faults of the server: a 5xx, or an answer that was cut.');
  const brakes = counter('scim_brakes_reached_total', 'Times that more was deactivated than the brake allows.', [
    'mode',
  ]);
  const tokens = counter('scim_tokens_refused_total', 'JWTs that were not accepted.', ['reason']);
  // There before the first: a rate of what has never been is none.
  for (const mode of ['warn', 'stop']) brakes.inc({ mode }, 0);
  for (const reason of TOKEN_REASONS) tokens.inc({ reason }, 0);
  // Not `job`, which is Prometheus's own.
  const jobFailures = counter('scim_job_failures_total', 'Work beside requests that failed.', ['task']);
  const setAside = counter('scim_audit_events_set_aside_total', 'Events that the audit log refuses, kept beside it.');
  const deviations = counter('scim_deviations_total', 'Deviations of clients from the RFCs that were tolerated.', [
    'deviation',
    'profile',
  ]);
  const commands = histogram(
    'scim_database_command_duration_seconds',
    'Commands to MongoDB, including the wait for a connection.',
    COMMAND_SECONDS,
    ['command'],
  );
  const commandErrors = counter('scim_database_command_errors_total', 'Commands to MongoDB that failed.', ['command']);
  const batches = histogram(
    'scim_database_batch_size',
    'Calls that went to MongoDB together because they waited at the same time.',
    BATCH_SIZES,
    ['call'],
  );
  const poolWaiting = latest('scim_database_pool_waiting', 'Commands that wait for a connection to MongoDB.');
  const poolInUse = latest('scim_database_pool_in_use', 'Connections to MongoDB that are in use.');

  const dropped = counter(
    'scim_log_lines_dropped_total',
    'Log lines that were dropped because they could not be written, or were not read in time.',
  );

  const observe = createObserver({
    logLineDropped: () => dropped.inc(),
    requestCompleted({ operationId: operation = NO_OPERATION, status, milliseconds }) {
      requests.inc({ operation, status });
      durations.observe({ operation }, milliseconds / 1000);
    },
    certificateLoaded: ({ validTo }) => expiry.set(validTo.getTime() / 1000),
    clientRefused: () => refused.inc({ reason: 'certificate' }),
    requestsUnderWay: ({ count }) => underWay(count),
    requestSlow: ({ operationId: operation = NO_OPERATION }) => slow.inc({ operation }),
    requestRefused: ({ reason }) => refused.inc({ reason }),
    requestFailed: () => failures.inc(),
    brakeReached: ({ mode }) => brakes.inc({ mode }),
    tokenRefused: ({ reason }) => tokens.inc({ reason }),
    jobFailed: ({ job: task }) => jobFailures.inc({ task }),
    auditEventSetAside: () => setAside.inc(),
    deviationTolerated: ({ deviation, profile }) => deviations.inc({ deviation, profile }),
    databaseCommand({ command, milliseconds, isFailed }) {
      commands.observe({ command }, milliseconds / 1000);
      if (isFailed) commandErrors.inc({ command });
    },
    databaseBatch: ({ call, size }) => batches.observe({ call }, size),
    databasePool({ waiting, inUse }) {
      poolWaiting(waiting);
      poolInUse(inUse);
    },
  });
  return { registry, observe };
}
