// A collector of traces: an HTTP server that keeps what it is sent by OTLP.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../support/until.js';

export interface ReceivedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly milliseconds: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly isError: boolean;
  readonly resource: Readonly<Record<string, unknown>>;
}

export interface Collector {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** What came, as it came. */
  readonly bodies: readonly {
    readonly path: string | undefined;
    readonly type: string | undefined;
    readonly body: Buffer;
  }[];
  /** The spans that fit, once there are as many. */
  until(fits: (span: ReceivedSpan) => boolean, count?: number): Promise<ReceivedSpan[]>;
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;
const ERROR = 2;

export async function startCollector(status = 200): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const bodies: Collector['bodies'][number][] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const type = request.headers['content-type'];
      bodies.push({ path: request.url, type, body });
      if (type === 'application/json') spans.push(...spansIn(JSON.parse(body.toString())));
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    async until(fits, count = 1) {
      const find = () => {
        const found = spans.filter(fits);
        return found.length >= count && found;
      };
      return until(find, { patience: PATIENCE_MS, otherwise: () => `there are ${JSON.stringify(spans)}` });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Of an ExportTraceServiceRequest (opentelemetry-proto). */
function spansIn(request: any): ReceivedSpan[] {
  return request.resourceSpans.flatMap(({ resource, scopeSpans }: any) =>
    scopeSpans.flatMap(({ spans }: any) =>
      spans.map((span: any) => ({
        ...span,
        parentSpanId: span.parentSpanId === '' ? undefined : span.parentSpanId,
        milliseconds: (Number(span.endTimeUnixNano) - Number(span.startTimeUnixNano)) / 1e6,
        attributes: attributesOf(span.attributes),
        events: (span.events ?? []).map(({ name, attributes }: any) => ({
          name,
          attributes: attributesOf(attributes),
        })),
        isError: span.status?.code === ERROR,
        resource: attributesOf(resource.attributes),
      })),
    ),
  );
}

function attributesOf(list: any[] = []): Record<string, unknown> {
  return Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]]));
}
