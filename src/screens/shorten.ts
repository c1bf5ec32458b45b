const longest = 90;
const segmenter = new Intl.Segmenter();

/** One line of at most 90 characters as people see them; the full text stays stored. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const letters = [...segmenter.segment(line)].map(({ segment }) => segment);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
}
