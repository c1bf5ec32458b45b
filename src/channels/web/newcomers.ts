const hour = 60 * 60 * 1000;

/** Lets at most `perHour` new persons in from one address; counts in this process only. */
export function createNewcomers(perHour: number, now: () => number) {
  const arrivals = new Map<string, number[]>();
  return {
    admit(address: string): boolean {
      const since = now() - hour;
      const within = (arrivals.get(address) ?? []).filter((at) => at > since);
      const admitted = within.length < perHour;
      if (admitted) within.push(now());
      arrivals.delete(address);
      arrivals.set(address, within);
      for (const [other, times] of arrivals) {
        if ((times.at(-1) ?? 0) > since) break;
        arrivals.delete(other);
      }
      return admitted;
    },
  };
}
export type Newcomers = ReturnType<typeof createNewcomers>;
