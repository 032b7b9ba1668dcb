// Sends spans to a collector by OTLP over HTTP, in the form that the environment asks for. Only that is loaded.
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';

/** By the names of OTEL_EXPORTER_OTLP_PROTOCOL. */
const EXPORTERS = {
  'http/protobuf': () => import('@opentelemetry/exporter-trace-otlp-proto'),
  'http/json': () => import('@opentelemetry/exporter-trace-otlp-http'),
} as const;

type Protocol = keyof typeof EXPORTERS;

/** By which headers it sends, and with what patience, OTEL_EXPORTER_OTLP_… says. */
export async function createExporter(protocol: Protocol, url: string): Promise<SpanExporter> {
  const { OTLPTraceExporter } = await EXPORTERS[protocol]();
  return new OTLPTraceExporter({ url });
}
