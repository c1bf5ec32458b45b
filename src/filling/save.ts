import type { Birge } from '../context.ts';
import { afterAnswer, withinOf } from '../forms/index.ts';
import type { Outcome, Question } from '../forms/index.ts';
import type { Heard } from '../screens/turns.ts';
import { saveAnswer } from '../store/drafts.ts';
import { NotAnswered } from '../talks/desk.ts';
import type { Talk } from '../talks/talk.ts';
import { walkStateOf } from './opened.ts';
import { otherAnswer, replaced } from './whose.ts';
import type { Opened } from './opened.ts';

/** Stores an answer and where the person goes next, in one call; the talk's draft follows what was stored. */
export async function save(
  birge: Birge,
  talk: Talk,
  open: Opened,
  question: Question,
  outcome: Exclude<Outcome, { is: 'problem' }>,
): Promise<Heard> {
  const { draft } = open;
  if (talk.person === null) return { is: 'again' };
  const taken = outcome.is === 'answer';
  // What was skipped beside a question is not there at all; any other question is answered by skipping it.
  const complete = taken && (question.beside === undefined || outcome.value !== null);
  const answered = new Set(draft.answered);
  if (complete) answered.add(question.id);
  else answered.delete(question.id);
  const before = draft.values[question.id];
  const values = { ...draft.values, [question.id]: { value: outcome.value, rev: before?.rev ?? 0 } };
  const after = { ...draft, answered, values };
  const to = taken
    ? afterAnswer(open.form, walkStateOf(after), question, draft.answered.has(question.id))
    : question.id;
  // From a section one comes to the overview of all of them.
  const within = open.whole !== open.form && to === 'overview' ? withinOf(open.whole, to) : null;
  const saved = await saveAnswer(
    birge.store,
    talk,
    {
      submission: draft.id,
      person: talk.person.id,
      question: question.id,
      value: outcome.value,
      complete,
      rev: open.seenRev ?? before?.rev ?? 0,
      next: to,
      within,
    },
    birge.now(),
  );
  switch (saved.is) {
    case 'stale':
      throw new NotAnswered();
    case 'closed':
      talk.draft = null;
      return { is: 'again' };
    case 'conflict': {
      talk.note = otherAnswer(birge, talk, open, question, { ...saved, refused: outcome.value });
      talk.inPlace = false;
      // Showing reads anew what stands, and that it is an answer.
      talk.draft = null;
      return { is: 'again' };
    }
    case 'saved': {
      const here = { value: outcome.value, rev: saved.rev };
      const moved = { at: to, movedBy: talk.seq };
      // Elsewhere in the form only what is within there is known.
      talk.draft = within
        ? { ...after, ...moved, values: saved.values, within, answered: new Set(Object.keys(saved.values)) }
        : { ...after, ...moved, values: { ...values, [question.id]: here, ...saved.values } };
      talk.note ??= replaced(birge, talk, open, question, outcome);
      return { is: 'again' };
    }
  }
}
