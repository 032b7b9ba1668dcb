// The worked examples of docs/extending.md: under each heading an overlay, then requests and their answers, as HTTP has
// them. The page is the source; what it says is what is run.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Json } from '../../src/spec/json.js';
import { isObject } from '../../src/spec/json.js';
import type { Overlay } from '../../src/spec/overlay.js';

export interface Example {
  readonly title: string;
  readonly overlay: Overlay;
  /** Each request with its answer, as the page has them. */
  readonly exchanges: readonly (readonly [request: string, answer: string])[];
}

export interface Message {
  /** The line before the headers. */
  readonly start: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

export const PAGE = 'docs/extending.md';

/** @throws Error that names the example which is not of that form */
export function examplesOfPage(): Example[] {
  const [, ...sections] = readFileSync(PAGE, 'utf8').split(/^### /m);
  return sections.map((section) => {
    const title = section.split('\n')[0] ?? '';
    const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text = '']) => ({
      language,
      text,
    }));
    const [overlay, ...messages] = blocks;
    const isOrdered = messages.every(
      ({ language, text }, at) => language === 'http' && text.startsWith('HTTP/') === (at % 2 === 1),
    );
    if (overlay?.language !== 'yaml' || messages.length === 0 || messages.length % 2 === 1 || !isOrdered) {
      throw new Error(`${PAGE}: ${title}: a yaml block, then http blocks: a request, its answer, and so on`);
    }
    const texts = messages.map(({ text }) => text);
    const exchanges = texts.flatMap((text, at) => (at % 2 === 0 ? [[text, texts[at + 1] ?? ''] as const] : []));
    return { title, overlay: parse(overlay.text) as Overlay, exchanges };
  });
}

/** The parts of an HTTP message. */
export function readMessage(text: string): Message {
  const [head = '', ...body] = text.trim().split('\n\n');
  const [start = '', ...headers] = head.split('\n');
  return {
    start,
    headers: Object.fromEntries(
      headers.map((line) => {
        const [name = '', ...value] = line.split(': ');
        return [name.toLowerCase(), value.join(': ')];
      }),
    ),
    body: body.length === 0 ? undefined : (JSON.parse(body.join('\n\n')) as Json),
  };
}

const ID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/;

/** Takes the ids that a real answer has where the page has its own, for the messages that follow. */
export function learnIds(page: Json | undefined, real: Json | undefined, ids: Map<string, string>): void {
  if (typeof page === 'string' && typeof real === 'string') {
    const [id] = ID.exec(page) ?? [];
    const [realId] = ID.exec(real) ?? [];
    if (id !== undefined && realId !== undefined && !ids.has(id)) ids.set(id, realId);
  } else if (Array.isArray(page) && Array.isArray(real)) {
    page.forEach((item, at) => learnIds(item, real[at], ids));
  } else if (isObject(page) && isObject(real)) {
    for (const [name, member] of Object.entries(page)) learnIds(member, real[name], ids);
  }
}
