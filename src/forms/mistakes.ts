import { conditionsOf } from './condition.ts';
import type { Condition } from './condition.ts';
import { placeholders } from './facts.ts';
import { codesOf } from './form.ts';
import type { Form } from './form.ts';
import type { Question } from './questions/index.ts';
import { languages } from './words.ts';
import type { Lang, Wording, Words } from './words.ts';

/** What is wrong with one question, whatever its type. */
export function questionMistakes(question: Question): string[] {
  const mistakes: string[] = [];
  if (question.id === 'overview')
    mistakes.push('id: "overview" is the place after the last question; choose another id');
  if (question.beside === 'overview' && question.button === undefined)
    mistakes.push('button: missing; write what its button at the overview says');
  if (!question.source?.trim() && !question.ours?.trim()) {
    mistakes.push(
      'has neither "source" nor "ours"; cite the item (source: annex 1, item 2) or write why we ask (ours: …)',
    );
  }
  return [
    ...mistakes,
    ...wordingMistakes('text', question.text),
    ...wordingMistakes('hint', question.hint),
    ...plainMistakes('short', question.short),
    ...plainMistakes('button', question.button),
    ...plainMistakes('section.title', question.section?.title),
    ...plainMistakes('section.short', question.section?.short),
    ...plainMistakes('section.note', question.section?.note),
  ];
}

/** What is wrong with the form around its questions. */
export function headMistakes(form: Form): string[] {
  const mistakes = (['title', 'intro', 'thanks'] as const).flatMap((place) => wordingMistakes(place, form[place]));
  if (!form.source && !form.ours)
    mistakes.push('has neither "source" nor "ours"; name the document or write why we have this form');
  if (form.walk === 'sections') {
    for (const { id } of form.questions.filter(({ beside }) => beside === 'overview'))
      mistakes.push(`question "${id}": beside: at the overview of sections nothing is answered; write a question's id`);
  }
  if (form.about === 'none') {
    for (const place of projectPlaces(form)) {
      mistakes.push(`${place}: speaks of a project, but the form is about none; write one text or "about: project"`);
    }
  }
  return mistakes;
}

const projectPlaces = (form: Form): string[] => [
  ...(['title', 'intro', 'thanks'] as const).filter((place) => 'project' in form[place]),
  ...form.questions.flatMap(({ id, text, hint }) =>
    Object.entries({ text, hint }).flatMap(([place, said]) =>
      said && 'project' in said ? [`question "${id}": ${place}`] : [],
    ),
  ),
];

/** What is wrong between questions. `whole`: every one of them could be read. */
export function orderMistakes(questions: readonly Question[], whole: boolean): string[] {
  return questions.flatMap((question, index) => {
    const before = questions.slice(0, index);
    const mistakes = conditionsOf(question).flatMap((condition) => {
      const mistake = conditionMistake(condition, before, questions, whole);
      return mistake ? [`when: ${mistake}`] : [];
    });
    if (
      question.beside !== undefined &&
      question.beside !== 'overview' &&
      !before.some(({ id, beside }) => id === question.beside && beside === undefined)
    )
      mistakes.push(`beside: there is no question "${question.beside}" before this one; write the id of an asked one`);
    if (before.some(({ id }) => id === question.id))
      mistakes.push('the id stands there twice; give each question its own');
    return mistakes.map((mistake) => `question "${question.id}": ${mistake}`);
  });
}

/** Placeholders stand only where a project is certain, and only known ones. */
function wordingMistakes(place: string, wording: Wording | undefined): string[] {
  if (wording === undefined) return [];
  const parts = 'kk' in wording ? { '': wording } : { '.project': wording.project, '.pool': wording.pool };
  return Object.entries(parts).flatMap(([part, texts]) =>
    placeholdersIn(texts).flatMap(({ lang, name }) => {
      const at = `${place}${part}.${lang}: {${name}}`;
      if (!placeholders.some((known) => known === name)) {
        return [`${at} is no placeholder; known: ${placeholders.map((known) => `{${known}}`).join(', ')}`];
      }
      return part === '.project'
        ? []
        : [`${at} needs a project; write the text as "project:" and, without it, "pool:"`];
    }),
  );
}

/** Some texts are the same with and without a project. */
const plainMistakes = (place: string, texts: Words | undefined): string[] =>
  texts
    ? placeholdersIn(texts).map(({ lang, name }) => `${place}.${lang}: {${name}} cannot be filled here; remove it`)
    : [];

const placeholdersIn = (texts: Words): { lang: Lang; name: string }[] =>
  languages.flatMap((lang) => [...texts[lang].matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => ({ lang, name })));

function conditionMistake(
  condition: Condition,
  before: readonly Question[],
  all: readonly Question[],
  whole: boolean,
): string | undefined {
  const asked = before.find((question) => question.id === condition.question);
  if (!asked) {
    if (all.some((question) => question.id === condition.question)) {
      return `question "${condition.question}" is not before this one; a condition looks only at earlier questions`;
    }
    return whole ? `there is no question "${condition.question}"; write the id of an earlier question` : undefined;
  }
  const value = condition.is ?? condition.not ?? condition.includes ?? '';
  const several = asked.type === 'several-choices';
  if (several && condition.is !== undefined)
    return `"is" cannot be asked of several choices; write "includes: ${String(value)}"`;
  if (!several && condition.includes !== undefined)
    return `"includes" is for several choices only; write "is: ${String(value)}"`;
  return valueMistake(value, asked);
}

function valueMistake(value: string | number | boolean, asked: Question): string | undefined {
  const codes = codesOf(asked)?.codes;
  if (codes && !codes.some((code) => code === value)) {
    return `${JSON.stringify(value)} is no option of "${asked.id}"; its options: ${codes.join(', ')}`;
  }
  if (asked.type === 'yes-no' && typeof value !== 'boolean') {
    return `${JSON.stringify(value)} is no answer to "${asked.id}"; write true or false`;
  }
  if ((asked.type === 'scale' || asked.type === 'number') && typeof value !== 'number') {
    return `${JSON.stringify(value)} is no answer to "${asked.id}"; write a number`;
  }
  return asked.type === 'file' ? `an answer to "${asked.id}" is a file; ask a yes-no question before` : undefined;
}
