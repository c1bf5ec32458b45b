/**
 * Gives message ids: rising within the process and, as they follow the clock in microseconds, across restarts.
 * They stay below 2^53 until the year 2255 but do not fit into 32 bits.
 */
export function createMessageIds(now: () => number): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor(now() * 1000));
    return last;
  };
}
