import type { Logger } from 'pino';

/** Work that repeats at a pause after each end, never beside itself. */
export interface Round {
  /** Ends it; resolves when the run under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `work` every `pause` milliseconds, counted from the end of the last run; an error is logged and the round goes on.
 * `first`: milliseconds until the first run.
 */
export function startRound(
  name: string,
  pause: number,
  work: () => Promise<void>,
  log: Logger,
  first: number = pause,
): Round {
  let timer: NodeJS.Timeout;
  let run: Promise<void> = Promise.resolve();
  let stopped = false;
  const next = (wait: number) => {
    timer = setTimeout(() => {
      run = work()
        .catch((error: unknown) => log.warn({ round: name, err: error }, 'a round failed and will come again'))
        .finally(() => {
          if (!stopped) next(pause);
        });
    }, wait);
  };
  next(first);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await run;
    },
  };
}
