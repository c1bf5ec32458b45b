import { questionOf } from './form.ts';
import type { Form } from './form.ts';
import type { Question } from './questions/index.ts';
import type { Words } from './words.ts';

/** A part of a form that is walked by itself. */
export interface Section {
  /** Its short name if it has one. */
  title: Words;
  /** All of it, with what is opened by hand beside others. */
  questions: readonly Question[];
}

/** The sections of a form that is walked by them, in order; of any other form none. */
export function sectionsOf(form: Form): Section[] {
  if (form.walk !== 'sections') return [];
  const sections: { title: Words; questions: Question[] }[] = [];
  for (const question of form.questions) {
    if (question.section) sections.push({ title: question.section.short ?? question.section.title, questions: [] });
    sections.at(-1)?.questions.push(question);
  }
  return sections;
}

/** What a section is done by, and what its overview tells of: the questions that have to be answered. */
export const required = (questions: readonly Question[]): Question[] =>
  questions.filter(({ optional, beside }) => !optional && beside === undefined);

/**
 * Among which questions somebody walks who stands at a place: those of its section, at the overview all that have to be
 * answered. Null: the form is walked as a whole. An unknown place counts as the overview.
 */
export function withinOf(form: Form, at: string): string[] | null {
  if (form.walk !== 'sections') return null;
  const section = sectionsOf(form).find(({ questions }) => questions.some(({ id }) => id === at));
  return (section?.questions ?? required(form.questions)).map(({ id }) => id);
}

/** The form as it is walked from a place: only the questions within. Its hash is not the form's. */
export function walkedFrom(form: Form, at: string): Form {
  const within = withinOf(form, at);
  return within === null ? form : { ...form, questions: within.flatMap((id) => questionOf(form, id) ?? []) };
}
