// Requests as bytes, for what no HTTP client would send.
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/**
 * Sends bytes and reads what comes back.
 * @param text one character a byte
 * @param most so many answers, interim ones apart, are waited for; without it, all until the server closes
 * @returns every answer that came, in their order
 */
export async function sendRaw(url: string, text: string, most = Infinity): Promise<RawAnswer[]> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(text, 'latin1');
  let received = '';
  const answers: RawAnswer[] = [];
  try {
    for await (const chunk of socket) {
      received += (chunk as Buffer).toString('latin1');
      for (let end = endOf(received); end !== undefined; end = endOf(received)) {
        answers.push(answerOf(received.slice(0, end)));
        received = received.slice(end);
      }
      if (answers.filter(({ status }) => status >= 200).length >= most) break;
    }
  } catch (error) {
    // The server may end the connection before it has read all.
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
  } finally {
    socket.destroy();
  }
  return answers;
}

/** Where the first answer ends, once it is there. */
function endOf(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const [, length = '0'] = /^content-length: (\d+)$/im.exec(text.slice(0, head)) ?? [];
  const end = head + 4 + Number(length);
  return text.length < end ? undefined : end;
}

function answerOf(text: string): RawAnswer {
  const [head = '', ...body] = text.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, body: body.join('\r\n\r\n') };
}
