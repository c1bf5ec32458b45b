import type { Birge } from '../context.ts';
import { next } from '../forms/index.ts';
import type { Outcome, Question, Value } from '../forms/index.ts';
import type { Heard } from '../screens/turns.ts';
import { saveAnswer } from '../store/drafts.ts';
import { NotAnswered } from '../talks/desk.ts';
import type { Talk } from '../talks/talk.ts';
import { languageOf, walkStateOf } from './opened.ts';
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
  const complete = outcome.is === 'answer';
  const answered = new Set(draft.answered);
  if (complete) answered.add(question.id);
  else answered.delete(question.id);
  const before = draft.values[question.id];
  const values = { ...draft.values, [question.id]: { value: outcome.value, rev: before?.rev ?? 0 } };
  const after = { ...draft, answered, values };
  const to = complete ? next(open.form, walkStateOf(after), question.id) : question.id;
  const saved = await saveAnswer(
    birge.store,
    talk,
    {
      submission: draft.id,
      person: talk.person.id,
      question: question.id,
      value: outcome.value,
      complete,
      rev: before?.rev ?? 0,
      next: to,
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
      talk.note = birge.say(languageOf(talk))('fill-changed-elsewhere');
      talk.inPlace = false;
      const newest = { ...draft.values, [question.id]: { value: saved.value as Value, rev: saved.rev } };
      talk.draft = { ...draft, values: newest, at: question.id, movedBy: talk.seq };
      return { is: 'again' };
    }
    case 'saved': {
      const here = { value: outcome.value, rev: saved.rev };
      const stored = { ...values, [question.id]: here, ...saved.values };
      talk.draft = { ...after, values: stored, at: to, movedBy: talk.seq };
      return { is: 'again' };
    }
  }
}
