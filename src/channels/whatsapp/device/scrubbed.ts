/**
 * An error of the page or the library without what may name a person: WhatsApp's errors like to tell whose id was wrong.
 * For the log, and for the cause of another error.
 */
export function scrubbed(error: unknown): Error {
  const clean = (words: string) => words.replaceAll(/\d{5,}/g, '…');
  if (!(error instanceof Error)) return new Error(clean(String(error)));
  const copy = new Error(clean(error.message));
  copy.name = error.name;
  copy.stack = clean(error.stack ?? '');
  return copy;
}
