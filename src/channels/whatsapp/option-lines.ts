import { isWord, markedOptions, unnumbered } from './marked-options.ts';
import type { MarkedOption, Walks } from './marked-options.ts';
import { italic } from './marks.ts';

/** A button of a call, already checked: it has data or an address. */
export type Button = { text: string; data: string } | { text: string; url: string };

/** How options are written. */
export interface OptionStyle {
  /** Letters instead of numbers. */
  letters: boolean;
  walks: Walks;
  /** What is said before the words that can be written, with its colon. */
  write: string;
}

/**
 * The lines that stand for a message's buttons, in their order: counted options, addresses, and last the words that can
 * be written. Labels that all are numbers (marks, answers to change) share one line. Empty if there are none.
 */
export function optionLines(rows: readonly (readonly Button[])[], { letters, walks, write }: OptionStyle): string {
  const buttons = rows.flat();
  const options = buttons.flatMap((button) => ('data' in button ? [button] : []));
  const marked = markedOptions({ letters, options }, walks);
  const numbers = marked.length > 0 && marked.every(({ own }) => own === 'whole');
  const lines: string[] = [];
  for (const button of buttons) {
    if ('url' in button) lines.push(`${button.text}: ${button.url}`);
    const counted = marked.find(({ option }) => option === button);
    if (counted && !numbers) lines.push(lineOf(counted, letters));
    else if (counted === marked[0] && counted) lines.push(inOneLine(marked.map(({ option }) => option.text)));
  }
  const words = options.filter((option) => isWord(option, walks)).map(({ text }) => text);
  if (words.length > 0) lines.push(italic(`${write} ${words.join(' · ')}`));
  return lines.join('\n');
}

function lineOf({ mark, own, option: { text } }: MarkedOption, letters: boolean): string {
  if (own !== undefined || mark === '') return text;
  return `${mark}. ${letters ? unnumbered(text) : text}`;
}

/** `1 · 2 · ✓ 3`; a sign that all of them have (`✎`) stands once, before the first. */
function inOneLine(labels: readonly string[]): string {
  const signs = new Set(labels.map((label) => /^\D*/.exec(label)?.[0] ?? ''));
  const [sign = ''] = signs;
  if (signs.size > 1) return labels.join(' · ');
  return sign + labels.map((label) => label.slice(sign.length)).join(' · ');
}
