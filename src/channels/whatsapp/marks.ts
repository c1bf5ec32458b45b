import { plainText, readTelegramHtml, safeLink } from '../telegram-html.ts';
import type { Mark, TextPiece } from '../telegram-html.ts';

/** WhatsApp's marks; it has none for the others. Three backticks are read by every version of the app, one is not. */
const markOf: Readonly<Partial<Record<Mark, string>>> = { b: '*', i: '_', s: '~', code: '```', pre: '```' };

/** A piece of one line under the same marks, the outermost first. */
interface Run {
  text: string;
  marks: readonly string[];
}

/**
 * Telegram's HTML subset in WhatsApp's marks. WhatsApp reads a mark only on one line, at the beginning of a word and at
 * the end of one; where it would not, the words stay without it. `*`, `_` and `~` that people wrote stay as they are, and
 * words with such a sign in them are not put between two of the same. Nothing is added that would be copied along.
 */
export function whatsappText(html: string): string {
  const blocks: { quote: boolean; runs: Run[] }[] = [];
  flatten(readTelegramHtml(html), [], false, (text, marks, quote) => {
    const last = blocks.at(-1);
    if (last?.quote === quote) last.runs.push({ text, marks });
    else blocks.push({ quote, runs: [{ text, marks }] });
  });
  const shown = blocks.map(({ quote, runs }) => ({ quote, text: linesOf(runs).map((line) => withMarks(line)) }));
  return joined(shown.map(({ quote, text }) => ({ quote, text: text.join('\n') }))).trim();
}

/** Words in italics, as far as WhatsApp can show them so. */
export const italic = (text: string): string => withMarks([{ text, marks: ['_'] }]);

type Add = (text: string, marks: readonly string[], quote: boolean) => void;

function flatten(pieces: readonly TextPiece[], marks: readonly string[], quote: boolean, add: Add): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      add(piece, marks, quote);
      continue;
    }
    const { mark, href, inside } = piece;
    const sign = markOf[mark];
    const around = sign === undefined || marks.includes(sign) || marks.includes('```') ? marks : [...marks, sign];
    flatten(inside, sign === '```' ? ['```'] : around, quote || mark === 'blockquote', add);
    if (href !== undefined) add(addressAfter(inside, href), marks, quote);
  }
}

/** The address after the words of a link; nothing if the words are the address. */
function addressAfter(inside: TextPiece[], href: string): string {
  const words = plainText(inside).trim();
  const address = href.replace(/^(mailto|tel):/, '');
  if (words === '') return address;
  return words === address || safeLink(words) === href ? '' : `: ${address}`;
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const { text, marks } of runs) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, marks });
    });
  }
  return lines;
}

/** Writes a line's runs; those that begin with the same mark share it. */
function withMarks(runs: readonly Run[], before = '', after = ''): string {
  let written = '';
  for (let from = 0; from < runs.length;) {
    const mark = runs[from]?.marks[0];
    let to = from + 1;
    while (to < runs.length && runs[to]?.marks[0] === mark) to += 1;
    const group = runs.slice(from, to);
    const next = runs[to]?.text[0] ?? after;
    if (mark === undefined) written += textOf(group);
    else written += marked(group, mark, written.at(-1) ?? before, next);
    from = to;
  }
  return written;
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** One stretch between two marks, which stand at its words and not at the spaces around them. */
function marked(group: readonly Run[], mark: string, before: string, after: string): string {
  const inner = group.map(({ text, marks }) => ({ text, marks: marks.slice(1) }));
  const [, lead = '', words = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(textOf(group)) ?? [];
  if (words === '' || words.includes(mark[0] ?? mark)) return withMarks(inner, before, after);
  const begins = lead !== '' || before === '' || /[\s*_~]/.test(before);
  const ends = trail !== '' || !/[\p{L}\p{N}]/u.test(after);
  const doubled = (lead === '' && before === mark) || (trail === '' && after === mark);
  if (mark !== '```' && !(begins && ends && !doubled)) return withMarks(inner, before, after);
  return lead + mark + withMarks(trimmed(inner), mark, mark) + mark + trail;
}

/** The runs without the spaces before the first and after the last word. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  for (let first = kept[0]; first && (first.text = first.text.trimStart()) === ''; first = kept[0]) kept.shift();
  for (let last = kept.at(-1); last && (last.text = last.text.trimEnd()) === ''; last = kept.at(-1)) kept.pop();
  return kept;
}

/** Quotes stand on lines of their own, each with its sign. */
function joined(blocks: readonly { quote: boolean; text: string }[]): string {
  return blocks.reduce((whole, { quote, text }) => {
    const shown = quote ? text.trim().replace(/^/gm, '> ') : text;
    if (whole === '') return shown;
    return whole.endsWith('\n') || shown.startsWith('\n') ? whole + shown : `${whole}\n${shown}`;
  }, '');
}
