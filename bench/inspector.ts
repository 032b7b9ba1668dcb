// A line to the inspector of a Node process (the protocol of Chrome DevTools): profiles exactly the time that counts,
// where --cpu-prof would take the start along.
import { WebSocket } from 'undici';

export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly children?: readonly number[];
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

/** @param port that of --inspect */
export async function attach(port: number) {
  const listed = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await listed.json()) as { webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '');
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));

  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let calls = 0;
  const call = (method: string) => {
    const id = (calls += 1);
    socket.send(JSON.stringify({ id, method }));
    return new Promise<unknown>((resolve) => waiting.set(id, resolve));
  };

  await call('Profiler.enable');
  return {
    async profile<T>(run: () => Promise<T>): Promise<{ result: T; profile: CpuProfile }> {
      await call('Profiler.start');
      const result = await run();
      const { profile } = (await call('Profiler.stop')) as { profile: CpuProfile };
      return { result, profile };
    },
    close: () => socket.close(),
  };
}
