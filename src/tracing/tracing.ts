// Traces: observations as spans of OpenTelemetry, a request each with the calls of the database that it waited for.
// Spans have names of the document and of ours, never what a client sent. What the environment says of sampling,
// batches and the collector (OTEL_…), the SDK reads itself.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Attributes, Context, Span } from '@opentelemetry/api';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import { BasicTracerProvider, BatchSpanProcessor, RandomIdGenerator } from '@opentelemetry/sdk-trace-base';
import type { Observe } from '../observe/observation.js';
import { createObserver } from '../observe/observer.js';
import type { TraceContext } from '../observe/trace-context.js';

interface Tracing {
  readonly observe: Observe;
  /** Sends what waits, unless the collector takes too long. */
  close(): Promise<void>;
}

export interface TracingOptions {
  readonly exporter: SpanExporter;
  readonly version: string;
  readonly serviceName: string;
  /** Hears why spans could not be sent. */
  readonly report: (error: unknown) => void;
}

/** The span of a request, and the context of those below it. */
interface Traced {
  readonly span: Span;
  readonly context: Context;
}

const CLOSING_MS = 3_000;

export function createTracing({ exporter, version, serviceName, report }: TracingOptions): Tracing {
  const random = new RandomIdGenerator();
  // That of the request which begins: logs have it already.
  let traceId = '';
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(
        resourceFromAttributes({ 'service.name': serviceName, 'service.version': version, 'process.pid': process.pid }),
      )
      .merge(detectResources({ detectors: [envDetector] })),
    idGenerator: { generateTraceId: () => traceId, generateSpanId: () => random.generateSpanId() },
    spanProcessors: [new BatchSpanProcessor(reporting(exporter, report))],
  });
  const tracer = provider.getTracer('scim-server', version);
  const requests = new AsyncLocalStorage<Traced | undefined>();

  const addCall = (name: string, milliseconds: number, attributes: Attributes, isFailed: boolean): void => {
    const request = requests.getStore();
    if (request?.span.isRecording() !== true) return;
    const end = performance.now();
    const options = { kind: SpanKind.CLIENT, startTime: end - milliseconds, attributes };
    const span = tracer.startSpan(name, options, request.context);
    if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(end);
  };

  const observe = createObserver({
    requestStarted(request) {
      if (request.isCheck) return requests.enterWith(undefined);
      ({ traceId } = request.trace);
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, parentOf(request.trace));
      requests.enterWith({ span, context: trace.setSpan(ROOT_CONTEXT, span) });
    },
    databaseCall: ({ call, milliseconds }) => addCall(`mongodb ${call}`, milliseconds, MONGODB, false),
    databaseCommand: ({ command, milliseconds, isFailed }) =>
      addCall(`mongodb ${command}`, milliseconds, { ...MONGODB, 'db.operation.name': command }, isFailed),
    requestFailed({ error }) {
      const type = error instanceof Error ? error.name : typeof error;
      requests.getStore()?.span.addEvent('exception', { 'exception.type': type });
    },
    requestCompleted({ requestId, method, operationId, status, token, tenant }) {
      const span = requests.getStore()?.span;
      if (span === undefined) return;
      span.updateName(operationId ?? method);
      span.setAttributes({
        'http.request.method': method,
        'http.response.status_code': status,
        'scim.request_id': requestId,
        ...(operationId === undefined ? {} : { 'scim.operation': operationId }),
        ...(token === undefined ? {} : { 'scim.token': token }),
        ...(tenant === undefined ? {} : { 'scim.tenant': tenant }),
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  });
  return {
    observe,
    close: () =>
      Promise.race([
        provider.shutdown().catch(report),
        new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS).unref()),
      ]),
  };
}

const MONGODB = { 'db.system.name': 'mongodb' };

/** The caller's span, where it has one (W3C Trace Context). */
function parentOf({ traceId, parent }: TraceContext): Context {
  if (parent === undefined) return ROOT_CONTEXT;
  const { spanId, isSampled } = parent;
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** The same exporter, whose failures are heard: the SDK would keep them for itself. */
function reporting(exporter: SpanExporter, report: (error: unknown) => void): SpanExporter {
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.error !== undefined) report(result.error);
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
