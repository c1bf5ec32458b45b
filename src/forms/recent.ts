import { createHash } from 'node:crypto';
import type { Facts } from './facts.ts';
import { inRows, isAmong, optionsOf } from './options.ts';
import type { Choosing, Option } from './options.ts';
import type { Button } from './question.ts';
import { cut } from './text.ts';
import { isChoice } from './value.ts';
import type { Choice, Value } from './value.ts';
import type { Lang } from './words.ts';

/** A question that offers first what the person chose lately, if it says `recent`. */
interface Recently extends Choosing {
  id: string;
  recent?: true | undefined;
}

/** Characters that a button with somebody's own words shows. */
const longest = 40;

/** What was chosen lately and can be chosen now, newest first, each once; own words only where they are asked for. */
export function chosenLately(question: Recently, facts: Facts): Choice[] {
  if (!question.recent) return [];
  const list = optionsOf(question, facts);
  const before = (facts.recent?.[question.id] ?? []).filter(isChoice).filter((choice) => isAmong(list, choice));
  return before.filter((choice, index) => before.findIndex((newer) => isSame(newer, choice)) === index);
}

/** What a press of the choice means: its code, or for own words a text that is no code and the same for the same words. */
export const actOf = (choice: Choice): string =>
  typeof choice === 'string' ? choice : `=${createHash('sha256').update(choice.other).digest('hex').slice(0, 12)}`;

/** The buttons of all options; what was chosen lately stands first, own words among it. */
export function optionButtons(question: Recently, current: Value | undefined, facts: Facts, lang: Lang): Button[][] {
  const list = optionsOf(question, facts);
  const lately = chosenLately(question, facts);
  const tick = (chosen: boolean) => (chosen ? '✓ ' : '');
  const first = lately.map((choice) => ({
    text: tick(isSame(choice, current)) + labelOf(list, choice, lang),
    act: actOf(choice),
  }));
  const others = list.filter(({ code, other }) => other || !lately.includes(code));
  const offered = lately.some((choice) => isSame(choice, current));
  const rest = others.map((option) => ({
    text: tick(!offered && isOf(option, current)) + option.text[lang],
    act: option.code,
  }));
  return inRows([...first, ...rest]);
}

const labelOf = (list: readonly Option[], choice: Choice, lang: Lang): string =>
  typeof choice === 'string'
    ? (list.find(({ code }) => code === choice)?.text[lang] ?? choice)
    : cut(choice.other, longest);

const isOf = (option: Option, value: Value | undefined): boolean =>
  isChoice(value) && (typeof value === 'string' ? value === option.code : option.other === true);

const isSame = (choice: Choice, value: Value | undefined): boolean =>
  isChoice(value) &&
  (typeof choice === 'string' ? choice === value : typeof value === 'object' && value.other === choice.other);
