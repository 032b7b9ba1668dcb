// Plays the scenario at a server, and makes examples of what went over the wire.
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Examples, NamedExamples } from '../../src/spec/examples.js';
import type { JsonObject } from '../../src/spec/json.js';
import { isObject } from '../../src/spec/json.js';
import type { OpenApiDocument, Operation } from '../../src/spec/publish.js';
import { fixed } from './fixed.js';
import type { Step } from './scenario/step.js';

/** Settings of a server that has a user of the token, takes one request at a time, no guesses, and one deactivation. */
export const SETTINGS = {
  SCIM_TOKEN_SUBJECT: '01900000-0000-7000-8000-00000000abcd',
  MAX_CONCURRENT_REQUESTS: '1',
  AUTH_FAILURES: '1',
  BRAKE: 'stop',
  BRAKE_LEAST: '1',
};

export interface Subject {
  readonly url: string;
  readonly token: string;
  /** One that may only read. */
  readonly readToken: string;
}

type Drafts = Record<string, Record<string, Record<string, NamedExamples[string]>>>;

/** The examples that a server gives. @throws Error where an answer has a status that the document doesn't name */
export async function record(
  subject: Subject,
  document: OpenApiDocument,
  scenario: readonly Step[],
): Promise<Examples> {
  const operations = new Map(
    Object.values(document.paths).flatMap((item) => Object.values(item).map((one) => [one.operationId, one] as const)),
  );
  const ids = new Map<string, string>();
  const drafts: Drafts = { operations: {}, responses: {} };
  const keep = (kind: string, owner: string, part: string, { name, summary }: Step, value: JsonObject) => {
    const parts = ((drafts[kind] ??= {})[`${owner} ${part}`] ??= {});
    parts[name] = { summary, value };
  };
  for (const step of scenario) {
    const filled = JSON.parse(fill(JSON.stringify(step), ids)) as Step;
    const { status, body } = await play(subject, filled);
    if (body === undefined) throw new Error(`${step.operation} ${step.name} answered ${status} without a body`);
    if (status === 201) ids.set(step.name, String(body['id']));
    const shared = sharedResponse(operations.get(step.operation), step, status);
    if (shared !== undefined) keep('responses', shared, '', step, body);
    else {
      keep('operations', step.operation, String(status), step, body);
      if (isObject(filled.body)) keep('operations', step.operation, 'request', step, filled.body);
    }
  }
  return fixed(toExamples(drafts), subject.url);
}

/** The name of the component that the answer is described by; undefined where the operation describes it itself. */
function sharedResponse(operation: Operation | undefined, { operation: id, name }: Step, status: number) {
  const responses = operation?.['responses'] as Record<string, JsonObject> | undefined;
  const response = responses?.[String(status)];
  if (response === undefined) throw new Error(`${id} answered ${name} by ${status}, which the document doesn't name`);
  return typeof response['$ref'] === 'string' ? response['$ref'].split('/').at(-1) : undefined;
}

function toExamples(drafts: Drafts): Examples {
  const operations: Record<string, Record<string, NamedExamples>> = {};
  for (const [key, examples] of Object.entries(drafts['operations'] ?? {})) {
    const [id = '', part = ''] = key.split(' ');
    operations[id] = { ...operations[id], [part]: examples };
  }
  const responses = Object.entries(drafts['responses'] ?? {}).map(([key, examples]) => [key.trim(), examples] as const);
  return { operations, responses: Object.fromEntries(responses) };
}

function fill(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{(\w+)\}/g, (_match, name: string) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no step before has created ${name}`);
    return id;
  });
}

async function play(subject: Subject, step: Step): Promise<{ status: number; body: JsonObject | undefined }> {
  const free = step.isBusy === true ? await occupy(subject) : async () => undefined;
  const [method = '', path = ''] = step.request.split(' ');
  const body = step.text ?? (step.body === undefined ? undefined : JSON.stringify(step.body));
  const headers = new Headers({
    Authorization: `Bearer ${step.readsOnly === true ? subject.readToken : subject.token}`,
    ...(body === undefined ? {} : { 'Content-Type': 'application/scim+json' }),
    ...step.headers,
  });
  if (headers.get('Authorization') === '') headers.delete('Authorization');
  const answer = await fetch(`${subject.url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  await free();
  return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as JsonObject) };
}

/** Sends the head of a request, which is under way until its body comes. */
async function occupy({ url, token }: Subject): Promise<() => Promise<undefined>> {
  const slow = httpRequest(`${url}/.search`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', expect: '100-continue' },
  });
  slow.flushHeaders();
  await once(slow, 'continue');
  return async () => {
    slow.end('{"schemas":[]}');
    const [answer] = (await once(slow, 'response')) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    return undefined;
  };
}
