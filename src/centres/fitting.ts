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

/** The lines from the first on that together hold no more than `room` (UTF-16 units), and how many others there are. */
export function linesWithin(lines: readonly string[], room: number): { kept: string[]; left: number } {
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += line.length + '\n'.length;
    if (used > room) break;
    kept.push(line);
  }
  return { kept, left: lines.length - kept.length };
}
