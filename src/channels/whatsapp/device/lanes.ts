/** Work that must be done one after another where it shares a key, and at the same time where it does not. */
export interface Lanes {
  /** Does `work` once everything before it in this lane is over, however that ended. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T>;
}

/** Lanes are made when they are needed and forgotten when they are empty. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    async run(lane, work) {
      const before = tails.get(lane);
      const mine = before === undefined ? work() : before.then(work);
      const tail = mine.catch(() => undefined);
      tails.set(lane, tail);
      try {
        return await mine;
      } finally {
        if (tails.get(lane) === tail) tails.delete(lane);
      }
    },
  };
}
