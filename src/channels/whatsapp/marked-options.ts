import type { Offer } from '../channel.ts';
import { leadsBack } from './spoken.ts';

type Option = Offer['options'][number];

/** Whether a button only leads somewhere (back, skip, menu, …), by its data: those are words to be written. */
export type Walks = (data: string) => boolean;

/** An option with the number or letter that stands for it; none: only its words do. */
export interface MarkedOption {
  mark: string;
  option: Option;
  /** The label says its number itself, so that it is not written before it once more. */
  own: 'whole' | 'head' | undefined;
}

/** A label that begins with a number of its own: `2. Own assessment`. */
const numberedLabel = /^(\d{1,3})\. (?=\S)/;

/**
 * The words of a lettered message: where its lines (by a bold number) and labels count, the lines get the letters of these labels
 * (`1. …` becomes `A. …`). Who reads "1." would write 1, and a number answers the talk's question.
 */
export function letteredText(text: string, marked: readonly MarkedOption[]): string {
  const letters = new Map(marked.map(({ mark, option }) => [numberedLabel.exec(option.text)?.[1], mark]));
  return text.replace(/^\*(\d{1,3})\.\*/gm, (line, number: string) => {
    const letter = letters.get(number);
    return letter ? `*${letter}.*` : line;
  });
}

/** A label without the number that its letter takes the place of. */
export const unnumbered = (label: string): string => label.replace(numberedLabel, '');

/** Is the option a word to be written, without a number? Back always is. */
export const isWord = ({ text, data }: Option, walks: Walks): boolean => walks(data) || leadsBack(text);

/** The options that are counted, in their order; reading an answer and writing a question count the same way. */
export function markedOptions({ letters, options }: Pick<Offer, 'letters' | 'options'>, walks: Walks): MarkedOption[] {
  const counted = options.filter((option) => !isWord(option, walks));
  return letters ? counted.map(lettered) : numbered(counted);
}

const lettered = (option: Option, index: number): MarkedOption => ({
  option,
  mark: index < 26 ? String.fromCodePoint(65 + index) : '',
  own: undefined,
});

/** A label that is a number, or begins with one (`11. …`), keeps it; the others go on from the highest. */
function numbered(options: Option[]): MarkedOption[] {
  const owned = options.map(({ text }) => ownNumber(text));
  const own = owned.flatMap((one) => (one ? [one.number] : []));
  if (new Set(own).size < own.length) {
    return options.map((option, index) => ({ option, mark: String(index + 1), own: undefined }));
  }
  let next = Math.max(0, ...own);
  return options.map((option, index) => {
    const said = owned[index];
    if (said) return { option, mark: String(said.number), own: said.own };
    next += 1;
    return { option, mark: String(next), own: undefined };
  });
}

function ownNumber(label: string): { number: number; own: 'whole' | 'head' } | undefined {
  const whole = /^[^\p{L}\p{N}]*(\d{1,3})[^\p{L}\p{N}]*$/u.exec(label)?.[1];
  if (whole !== undefined) return { number: Number(whole), own: 'whole' };
  const head = numberedLabel.exec(label)?.[1];
  return head === undefined ? undefined : { number: Number(head), own: 'head' };
}
