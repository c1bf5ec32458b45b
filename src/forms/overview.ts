import { say } from './facts.ts';
import type { Facts } from './facts.ts';
import type { Form } from './form.ts';
import { typeOf } from './questions/index.ts';
import type { Question } from './questions/index.ts';
import { isFinished } from './value.ts';
import type { Value } from './value.ts';
import { visible } from './walk.ts';
import type { Lang } from './words.ts';

/** One question as it is put, all plain text: whoever sends it escapes it. */
export interface Asked {
  /** Title and note of the section that begins here. */
  section?: { title: string; note?: string };
  text: string;
  hint?: string;
  /** What 1 and 5 of a scale mean. */
  ends?: { low: string; high: string };
}

/** The words of a question for this person. */
export function ask(question: Question, lang: Lang, facts: Facts): Asked {
  const { section, hint } = question;
  return {
    ...(section && { section: { title: section.title[lang], ...(section.note && { note: section.note[lang] }) } }),
    text: say(question.text, lang, facts),
    ...(hint && { hint: say(hint, lang, facts) }),
    ...(question.type === 'scale' && { ends: { low: question.ends.low[lang], high: question.ends.high[lang] } }),
  };
}

export interface OverviewLine {
  id: string;
  question: string;
  /** The answer as people read it; null if the question was skipped or is still open. */
  answer: string | null;
  sensitive?: 'contact' | 'health' | 'identity';
}

/** All questions that are asked, with their answers; of what has a button at the overview, what has an answer. */
export function overview(
  form: Form,
  answers: Readonly<Record<string, Value>>,
  lang: Lang,
  facts: Facts,
): OverviewLine[] {
  return visible(form, answers).flatMap((question) => {
    const answer = shown(question, answers[question.id], lang, facts);
    if (question.beside === 'overview' && answer === null) return [];
    const { id, short, text, sensitive } = question;
    return [{ id, question: short?.[lang] ?? say(text, lang, facts), answer, ...(sensitive && { sensitive }) }];
  });
}

/** One answer as people read it; null if it was skipped or is unfinished. */
export function shown(question: Question, value: Value | undefined, lang: Lang, facts: Facts): string | null {
  if (value === undefined || value === null || !isFinished(value)) return null;
  return typeOf(question).show(question, value, lang, facts);
}

/** The question's buttons for what is stored so far, rows of `{ text, act }`; without Back, Skip and Pause. */
export const buttons = (question: Question, current: Value | undefined, facts: Facts, lang: Lang) =>
  typeOf(question).buttons?.(question, current, facts, lang) ?? [];
