import type { Form, Question, Value } from '../forms/index.ts';
import type { Words } from '../forms/words.ts';
import { markCodes } from '../rules/label-codes.ts';
import type { CentreKind, Mark } from '../rules/label-codes.ts';
import { criteriaFor } from './instrument.ts';
import type { Criterion, Indicator, Instrument } from './instrument.ts';
import type { Marks } from './level.ts';
import { inEach } from './wording.ts';

/** The id of the form for a kind of centre: `label-republican-city`. Answers to the same question have the same id in all. */
export const formIdOf = (kind: CentreKind): string => `label-${kind.replaceAll('_', '-')}`;

/** The ids of an indicator's questions; a type belongs to each ending for ever. */
export const indicatorQuestions = (number: number) => ({
  mark: `i${number}_mark`,
  example: `i${number}_example`,
  files: `i${number}_files`,
});

/** The ids of the two free texts after a criterion. */
export const criterionQuestions = (number: number) => ({
  trends: `c${number}_trends`,
  difficult: `c${number}_difficult`,
});

/**
 * The instrument as a form of the forms engine: of each indicator a mark, and if somebody likes an example and files;
 * after each criterion its two free texts. A criterion is a section; examples and
 * files are opened by hand beside the mark.
 */
export function formOf(instrument: Instrument, kind: CentreKind): Form {
  return {
    id: formIdOf(kind),
    about: 'organisation',
    walk: 'sections',
    source: instrument.source,
    title: instrument.title,
    intro: instrument.form.intro,
    thanks: instrument.form.thanks,
    questions: criteriaFor(instrument, kind).flatMap((criterion) => questionsOf(instrument, criterion)),
  };
}

/** The marks among stored answers; a value that is no mark counts as not answered. */
export function marksOf(answers: Readonly<Record<string, Value>>): Marks {
  const found: Partial<Record<number, Mark>> = {};
  for (const [id, value] of Object.entries(answers)) {
    const [, number] = /^i(\d+)_mark$/.exec(id) ?? [];
    const mark = markCodes.find((known) => known === value);
    if (number !== undefined && mark !== undefined) found[Number(number)] = mark;
  }
  return found;
}

function questionsOf({ form }: Instrument, criterion: Criterion): Question[] {
  const source = `criterion ${criterion.number}`;
  const ids = criterionQuestions(criterion.number);
  const free = (id: string, { short, text, hint }: Asked): Question => ({
    id,
    type: 'long-text',
    optional: true,
    source,
    short: joined(`${criterion.number}. `, criterion.short, ': ', short),
    text: joined(`${criterion.number}. `, criterion.title, '\n\n', text),
    ...(hint && { hint }),
  });
  const questions = criterion.indicators.flatMap((indicator) => indicatorAsked(form, indicator));
  const [first, ...rest] = questions;
  const section = {
    title: joined(`${criterion.number}. `, criterion.title),
    short: joined(`${criterion.number}. `, criterion.short),
  };
  return [
    ...(first ? [{ ...first, section }, ...rest] : []),
    free(ids.trends, form.trends),
    free(ids.difficult, form.difficult),
  ];
}

type Asked = Instrument['form']['trends'];
type Beside = Instrument['form']['example'];

function indicatorAsked(form: Instrument['form'], { number, short, text, note }: Indicator): Question[] {
  const ids = indicatorQuestions(number);
  const source = `indicator ${number}`;
  const about = (asked: Beside) => ({
    optional: true as const,
    beside: ids.mark,
    button: asked.button,
    short: joined(`${number}. `, short, ': ', asked.short),
    text: joined(`${number}. `, short, '\n\n', asked.text),
    ...(asked.hint && { hint: asked.hint }),
    ...(asked.ours === undefined ? { source } : { ours: asked.ours }),
  });
  return [
    {
      id: ids.mark,
      type: 'one-choice',
      source,
      short: joined(`${number}. `, short),
      text: joined(`${number}. `, text),
      ...(note && { hint: note }),
      options: markCodes.map((code) => ({ code, text: form.answers[code] })),
    },
    { id: ids.example, type: 'long-text', ...about(form.example) },
    { id: ids.files, type: 'file', max: 10, ...about(form.files) },
  ];
}

/** Texts one after the other in each language; a plain one is the same in all. */
const joined = (...parts: (string | Words)[]): Words =>
  inEach((language) => parts.map((part) => (typeof part === 'string' ? part : part[language])).join(''));
