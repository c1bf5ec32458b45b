import { conditionsOf, holds } from './condition.ts';
import { codesOf, questionOf } from './form.ts';
import type { Form } from './form.ts';
import type { Question } from './questions/index.ts';
import type { Value } from './value.ts';

/** How far somebody is: enough to go on, without the answers themselves. */
export interface WalkState {
  /** Ids of questions with a finished answer; a skipped one counts. */
  answered: ReadonlySet<string>;
  /** Answers to the questions that conditions look at (`guardsOf`). */
  guards: Readonly<Record<string, Value>>;
}

/** Ids of the questions that others depend on. */
export const guardsOf = (form: Form): Set<string> =>
  new Set(form.questions.flatMap((question) => conditionsOf(question).map((condition) => condition.question)));

/** The questions that are asked, given the answers so far. What hangs on a hidden question is hidden too. */
export function visible(form: Form, guards: WalkState['guards']): Question[] {
  const shown = new Set<string>();
  return form.questions.filter((question) => {
    const asked = conditionsOf(question).every((condition) => {
      const guard = shown.has(condition.question) ? questionOf(form, condition.question) : undefined;
      return guard && holds(condition, guards[guard.id], codesOf(guard)?.other);
    });
    if (asked) shown.add(question.id);
    return asked;
  });
}

/** The questions that are walked: those that are shown, without what is opened by hand beside another one. */
const walked = (form: Form, guards: WalkState['guards']): Question[] =>
  visible(form, guards).filter(({ beside }) => beside === undefined);

/** The first open question after `after`; if none, the first open one at all; if none, the overview. */
export function next(form: Form, { answered, guards }: WalkState, after?: string): string {
  const open = walked(form, guards).filter(({ id }) => !answered.has(id));
  const position = (id: string | undefined) => form.questions.findIndex((question) => question.id === id);
  const from = position(after);
  return (open.find(({ id }) => position(id) > from) ?? open[0])?.id ?? 'overview';
}

/**
 * Where one goes from a question that had an answer already: of a whole form on to what is open; of a section to the one
 * after it, so that all of the section can be gone through, and then to the overview.
 */
export function afterKept(form: Form, state: WalkState, at: string): string {
  if (form.walk !== 'sections') return next(form, state, at);
  const ids = walked(form, state.guards).map(({ id }) => id);
  return ids[ids.indexOf(questionOf(form, at)?.beside ?? at) + 1] ?? 'overview';
}

/**
 * Where one goes when a question has been answered: on, or from what was opened by hand back to what it stands beside.
 * `before`: it had an answer already.
 */
export function afterAnswer(form: Form, state: WalkState, { id, beside }: Question, before: boolean): string {
  if (beside === 'overview') return next(form, state);
  if (beside !== undefined && !state.answered.has(beside)) return beside;
  const open = next(form, state, beside ?? id);
  return before || (beside !== undefined && open === 'overview') ? afterKept(form, state, id) : open;
}

/** The asked question before `at`; before the overview stands the last one, and what is opened by hand leads back. */
export function previous(form: Form, { guards }: WalkState, at: string): string | undefined {
  const ids = walked(form, guards).map(({ id }) => id);
  if (at === 'overview') return ids.at(-1);
  const home = questionOf(form, at)?.beside;
  if (home !== undefined) return home;
  const position = form.questions.findIndex(({ id }) => id === at);
  const before = new Set(form.questions.slice(0, Math.max(position, 0)).map(({ id }) => id));
  return ids.findLast((id) => before.has(id));
}

/** "7 of 23": the question's number among those asked, of one opened by hand that of its home; 0 if it is not asked on the way. */
export function place(form: Form, { guards }: WalkState, at: string): { number: number; of: number } {
  const ids = walked(form, guards).map(({ id }) => id);
  return { number: ids.indexOf(questionOf(form, at)?.beside ?? at) + 1, of: ids.length };
}

/** How many of the questions asked have an answer: "17 of 23 saved". */
export function saved(form: Form, { answered, guards }: WalkState): { number: number; of: number } {
  const asked = walked(form, guards);
  return { number: asked.filter(({ id }) => answered.has(id)).length, of: asked.length };
}
