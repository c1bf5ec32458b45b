/** How long a wrong number counts, in milliseconds. */
export const window = 60_000;

/**
 * A brake against trying numbers: an address may name so many wrong ones within a minute. Counts in this process only, and
 * remembers the addresses that asked last.
 */
export function createGuesses(limits: { wrong: number; addresses: number }, now: () => number) {
  /** When each address named numbers that are wrong, or may yet turn out to be. The one that asked last stands last. */
  const asked = new Map<string, number[]>();
  return {
    /** Counts before anything is looked up, so that many at once are no way around it. */
    admit(address: string): boolean {
      const since = now() - window;
      const within = (asked.get(address) ?? []).filter((at) => at > since);
      const admitted = within.length < limits.wrong;
      if (admitted) within.push(now());
      asked.delete(address);
      asked.set(address, within);
      const [oldest] = asked.keys();
      if (asked.size > limits.addresses && oldest !== undefined) asked.delete(oldest);
      return admitted;
    },
    /** It was no guess: the number is right, or nobody could look it up. */
    forgive(address: string): void {
      asked.get(address)?.pop();
    },
  };
}
