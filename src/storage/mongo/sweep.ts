// Looks again and again for what others left: soon where something was found or is being written, ever less often where
// there is nothing. So what is idle costs next to nothing.
import { detached } from '../../observe/detached.js';

interface Sweep {
  /** Looks at once, and from then on. */
  start(): void;
  /** Tells that there is something to look for: the next look is a soon one. */
  hasten(): void;
  /** Looks no more, and waits for the look that is under way. */
  close(): Promise<void>;
}

const SOON_MS = 5_000;
const LATEST_MS = 600_000;

/**
 * @param look tells whether it found something
 * @param report hears why a look failed
 */
export function createSweep(look: () => Promise<boolean>, report: (error: unknown) => void): Sweep {
  let pause = 0;
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let underWay = Promise.resolve();

  const schedule = () => {
    pause = Math.min(Math.max(pause * 2, SOON_MS), LATEST_MS);
    timer = detached(() => setTimeout(sweep, pause).unref());
  };
  const sweep = () => {
    timer = undefined;
    underWay = lookOnce();
  };
  const lookOnce = async () => {
    try {
      if (await look()) pause = 0;
    } catch (error) {
      report(error);
    }
    if (isRunning) schedule();
  };
  return {
    start() {
      isRunning = true;
      detached(sweep);
    },
    hasten() {
      if (pause <= SOON_MS) return;
      pause = 0;
      if (timer === undefined) return;
      clearTimeout(timer);
      schedule();
    },
    async close() {
      isRunning = false;
      clearTimeout(timer);
      timer = undefined;
      await underWay;
    },
  };
}
