/** Something did not come in its time. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/**
 * Waits for `work`, but for `ms` milliseconds at most. What comes later is left alone, also if it is an error.
 * @throws {TooLong} which says `what` was waited for.
 */
export async function within<T>(ms: number, work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLong(`${what}: no answer in ${Math.round(ms)} ms`)), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
