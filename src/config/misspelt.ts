import type { Problem } from '../config-error.ts';

/** Other programs have variables of these beginnings too, so only near misses of ours are reported. */
const ours = /^(TELEGRAM|SUPABASE|WEB|WHATSAPP|CHROMIUM)_/;

/**
 * Variables that nobody reads but that look like one of the known ones, which is not set itself.
 * Without this, a slip of the finger would silently leave a channel off.
 */
export function misspelt(given: Record<string, string | undefined>, known: string[]): Problem[] {
  return Object.keys(given).flatMap((name) => {
    if (!ours.test(name) || known.includes(name)) return [];
    const near = known.filter((candidate) => !given[candidate] && isNear(name, candidate));
    const meant = near.toSorted((one, other) => distance(name, one) - distance(name, other))[0];
    return meant ? [{ name, fix: `there is no such setting. Did you mean ${meant}?` }] : [];
  });
}

/** Two slips at most, or a word left out or put in: TELEGRAM_TOKEN. */
function isNear(name: string, known: string): boolean {
  const [words, knownWords] = [name.split('_'), known.split('_')];
  const within = (few: string[], many: string[]) => few.length > 1 && few.every((word) => many.includes(word));
  return distance(name, known) <= 2 || within(words, knownWords) || within(knownWords, words);
}

/** How many letters must be put in, taken out or replaced to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, facing] of [...other].entries())
      next.push(Math.min(at(next, column) + 1, at(row, column + 1) + 1, at(row, column) + (letter === facing ? 0 : 1)));
    row = next;
  }
  return at(row, other.length);
}

const at = (row: number[], index: number): number => row[index] ?? Infinity;
