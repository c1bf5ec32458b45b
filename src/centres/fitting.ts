/** What a message of Telegram holds, in UTF-16 units after its marks were read. */
export const perMessage = 4096;

/**
 * How long each of these texts may be so that together they hold no more than `room` (UTF-16 units): what short ones
 * leave free goes to the longer.
 */
export function capFor(texts: readonly string[], room: number): number {
  const lengths = texts.map(({ length }) => length).toSorted((one, other) => one - other);
  let left = Math.max(0, room);
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return Math.max(0, room);
}
