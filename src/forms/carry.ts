import type { Facts } from './facts.ts';
import { questionOf } from './form.ts';
import type { Form } from './form.ts';
import { typeOf } from './questions/index.ts';
import { isFinished } from './value.ts';
import type { Value } from './value.ts';
import type { WalkState } from './walk.ts';

export interface Carried {
  /** Answers that hold under the new definition, unfinished ones included. */
  kept: Record<string, Value>;
  /** Questions to be asked again: their answer has codes that vanished, or was skipped and may not be any more. */
  again: string[];
  /** Answered questions that the form no longer has; their answers stay stored and are exported. */
  orphans: string[];
}

/** Moves answers of a draft to the form's current definition. */
export function carry(form: Form, answers: Readonly<Record<string, Value>>, facts: Facts): Carried {
  const carried: Carried = { kept: {}, again: [], orphans: [] };
  for (const [id, value] of Object.entries(answers)) {
    const question = questionOf(form, id);
    if (!question) carried.orphans.push(id);
    else if (value === null ? question.optional : !isFinished(value) || typeOf(question).fits(question, value, facts)) {
      carried.kept[id] = value;
    } else carried.again.push(id);
  }
  return carried;
}

/** What walking needs to know of the answers. */
export function walkState(answers: Readonly<Record<string, Value>>): WalkState {
  const finished = Object.entries(answers).filter(([, value]) => isFinished(value));
  return { answered: new Set(finished.map(([id]) => id)), guards: answers };
}
