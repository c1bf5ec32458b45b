const segmenter = new Intl.Segmenter();

/** One line of at most so many characters as people see them, never half of one; the full text stays stored. */
export function shorten(text: string, longest = 90): string {
  const line = text.replace(/\s+/g, ' ');
  const letters = [...segmenter.segment(line)].map(({ segment }) => segment);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
}
