import { z } from 'zod';
import { directions } from './facts.ts';
import type { Facts } from './facts.ts';
import type { Button } from './question.ts';
import { lengthOf, lengthProblem, oneLine, sameText } from './text.ts';
import type { Problem } from './outcome.ts';
import type { Choice } from './value.ts';
import { languages, words } from './words.ts';
import type { Lang } from './words.ts';

/** Acts that mean something else than an option, and must not be codes. */
const reserved = ['skip', 'done', 'clear', 'back', 'pause', 'keep', 'change', 'send'];

const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_]*$/, 'is no code; use a-z, 0-9 and _')
  .max(20, 'is longer than 20 characters, more than a button can carry; choose a shorter code')
  .refine(
    (text) => !reserved.includes(text),
    `is a button of every form; choose a code other than ${reserved.join(', ')}`,
  );

const option = z.strictObject({
  code,
  text: words,
  /** Asks for the person's own words. */
  other: z.literal(true).optional(),
  /** Excludes all others ("none of these"). */
  alone: z.literal(true).optional(),
});
export type Option = z.infer<typeof option>;

const optionList = z.array(option).min(2, 'has fewer than 2 options; write at least 2');
const listOrNone = optionList.optional();

/** One list, or a list for each direction of the project; `otherwise` serves the rest and the pool. */
export const options = z.union([
  optionList,
  z.strictObject({
    by: z.literal('direction'),
    ...(Object.fromEntries(directions.map((direction) => [direction, listOrNone])) as Record<
      (typeof directions)[number],
      typeof listOrNone
    >),
    otherwise: optionList,
  }),
]);

/** A question whose answers are options. */
export interface Choosing {
  options: z.infer<typeof options>;
}

/** The options that this person is asked to choose from. */
export function optionsOf(question: Choosing, facts: Facts): readonly Option[] {
  if (Array.isArray(question.options)) return question.options;
  const direction = directions.find((known) => known === facts.project?.direction);
  return (direction && question.options[direction]) ?? question.options.otherwise;
}

/** Every list of options that the question can show, with the place it stands in. */
export function optionLists({ options: written }: Choosing): { place: string; list: readonly Option[] }[] {
  if (Array.isArray(written)) return [{ place: 'options', list: written }];
  const { by: _, ...lists } = written;
  return Object.entries(lists).flatMap(([key, list]) => (list ? [{ place: `options.${key}`, list }] : []));
}

export const otherOf = (list: readonly Option[]): Option | undefined => list.find((option) => option.other);

/** The option that a typed text names in any language. */
export const optionCalled = (list: readonly Option[], text: string): Option | undefined =>
  list.find((option) => languages.some((lang) => sameText(option.text[lang], text)));

/** Own words in place of an option: one line of at most 200 characters. */
export function readOther(text: string): { words: string } | Problem {
  const said = oneLine(text);
  return lengthProblem(said, 1, 200) ?? { words: said };
}

/** Is the choice among the options, and if it is own words, are they asked for? */
export const isAmong = (list: readonly Option[], choice: Choice): boolean =>
  typeof choice === 'string'
    ? list.some((option) => option.code === choice && !option.other)
    : choice.other !== '' && otherOf(list) !== undefined;

/** A choice as people read it; a code that no list knows shows itself. */
export function showChoice(list: readonly Option[], choice: Choice, lang: Lang): string {
  if (typeof choice === 'string') return list.find((option) => option.code === choice)?.text[lang] ?? choice;
  const label = otherOf(list)?.text[lang];
  return [label, choice.other].filter(Boolean).join(': ');
}

/** Lays buttons out: short ones up to three in a row, otherwise one below the other. */
export function inRows(buttons: Button[]): Button[][] {
  const perRow = buttons.length <= 3 && buttons.every(({ text }) => lengthOf(text) <= 12) ? 3 : 1;
  return perRow === 1 ? buttons.map((button) => [button]) : [buttons];
}

/** Mistakes in lists of options that no single field shows. */
export function optionMistakes(question: Choosing): string[] {
  return optionLists(question).flatMap(({ place, list }) => {
    const mistakes: string[] = [];
    const codes = list.map((option) => option.code);
    for (const twice of new Set(codes.filter((one, index) => codes.indexOf(one) !== index))) {
      mistakes.push(`${place}: code "${twice}" stands there twice; give each option its own code`);
    }
    for (const lang of languages) {
      const texts = list.map((option) => option.text[lang]);
      const twice = texts.find((text, index) => texts.findIndex((before) => sameText(before, text)) !== index);
      if (twice !== undefined)
        mistakes.push(`${place}: "${twice}" (${lang}) stands there twice; word each option differently`);
      const long = texts.find((text) => lengthOf(text) > 60);
      if (long !== undefined) {
        mistakes.push(
          `${place}: "${long}" (${lang}) has ${lengthOf(long)} characters; a button shows at most 60, shorten it`,
        );
      }
    }
    if (list.filter((option) => option.other).length > 1) {
      mistakes.push(`${place}: more than one option has "other: true"; leave one`);
    }
    return mistakes;
  });
}
