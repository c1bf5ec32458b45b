import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import { carry, formHash, next, questionOf, visible, walkedFrom, withinOf } from '../forms/index.ts';
import type { Facts, Form, Value, WalkState } from '../forms/index.ts';
import { carryDraft, draftOf } from '../store/drafts.ts';
import { readSubmission } from '../store/submissions.ts';
import type { Draft, Language, Project, Words } from '../store/talks.ts';
import type { Talk } from '../talks/talk.ts';
import { NotAnswered } from '../talks/desk.ts';
import { writePress } from './press.ts';

/** A draft together with its form, ready to be walked. */
export interface Opened {
  /** The form as it is walked where the person stands: all of it, or the section. */
  form: Form;
  /** All of the form; its hash is the draft's. */
  whole: Form;
  draft: Draft;
  state: WalkState;
  facts: Facts;
  /** The question where the person stands, or `overview`. */
  at: string;
  /** The revision that the person saw when they answered, where that is not the one that stands. */
  seenRev?: number;
}

/** Opens the draft of this talk; undefined: there is no such draft of this person any more (sent, or erased). */
export async function openDraft(birge: Birge, talk: Talk, submission: number): Promise<Opened | undefined> {
  if (talk.person === null) return undefined;
  if (talk.draft?.id !== submission) talk.draft = await draftOf(birge.store, submission, talk.person.id, today(birge));
  const { draft } = talk;
  if (draft === null || draft.status !== 'draft') return undefined;
  const form = birge.forms.get(draft.form);
  if (form === undefined) return undefined;
  if (draft.hash !== formHash(form)) return carryOver(birge, talk, draft, form);
  return opened(birge, talk, draft, form);
}

function opened(birge: Birge, talk: Talk, draft: Draft, whole: Form): Opened {
  const state = walkStateOf(draft);
  // What is stored has been an answer of the forms engine.
  const recent = draft.recent as Record<string, Value[]>;
  const facts = { ...factsOf(birge, draft.project, languageOf(talk)), recent };
  const at = whole.walk === 'sections' ? placeAmong(whole, draft.at) : whereToStand(whole, state, draft.at);
  return { form: walkedFrom(whole, at), whole, draft, state, facts, at };
}

/** Of a form that is walked by sections the overview can be stood at always; a place that is no more leads there. */
const placeAmong = (form: Form, at: string | null): string =>
  at !== null && questionOf(form, at) !== undefined ? at : 'overview';

/** Does the draft carry what its place needs? Not when the place has just become another, or the form's sections changed. */
export const carriesItsPlace = ({ whole, draft, at }: Opened): boolean =>
  at === draft.at && JSON.stringify(withinOf(whole, at)) === JSON.stringify(draft.within);

/** Keeps to the place where the person was, unless that question is not asked any more. */
function whereToStand(form: Form, state: WalkState, at: string | null): string {
  if (at === null) return next(form, state);
  if (at !== 'overview') return visible(form, state.guards).some(({ id }) => id === at) ? at : next(form, state);
  return next(form, state) === 'overview' ? 'overview' : next(form, state);
}

/** The content changed since the draft was begun: answers stay, only what is new or no longer holds is asked. */
async function carryOver(birge: Birge, talk: Talk, draft: Draft, form: Form): Promise<Opened | undefined> {
  const whole = await readSubmission(birge.store, draft.id);
  if (whole === null || talk.person === null) return undefined;
  const facts = factsOf(birge, draft.project, languageOf(talk));
  const values = Object.fromEntries(Object.entries(whole.answers).map(([id, { value }]) => [id, value as Value]));
  const { kept, again } = carry(form, values, facts);
  const answered = new Set(Object.keys(kept).filter((id) => whole.answers[id]?.complete));
  const lifted = { submission: draft.id, person: talk.person.id, hash: formHash(form), again };
  // The question on the screen comes first, if it is still asked: what is being typed is meant for it.
  const seen = visible(form, kept).find(({ id }) => id === draft.at);
  const at = seen?.id ?? (form.walk === 'sections' ? 'overview' : next(form, { answered, guards: kept }));
  const carried = await carryDraft(birge.store, talk, { ...lifted, at, within: withinOf(form, at) }, birge.now());
  if (carried.is === 'stale') throw new NotAnswered();
  // It was sent meanwhile, or it has just been lifted from another chat: then it goes on there.
  talk.draft =
    carried.is === 'carried' ? carried.draft : await draftOf(birge.store, draft.id, talk.person.id, today(birge));
  if (talk.draft?.status !== 'draft' || talk.draft.hash !== lifted.hash) return undefined;
  talk.note = birge.say(languageOf(talk))('fill-new-version');
  return opened(birge, talk, talk.draft, form);
}

/** How far the draft is, as the pure walk reads it. */
export function walkStateOf(draft: Draft): WalkState {
  const guards = Object.fromEntries(Object.entries(draft.values).map(([id, { value }]) => [id, value as Value]));
  return { answered: draft.answered, guards };
}

/** The value stored for a question so far, when the draft carries it. */
export const valueIn = (draft: Draft, question: string): Value | undefined =>
  draft.values[question]?.value as Value | undefined;

/** The revision of the answer so far, when the draft carries it; 0: none. */
export const revIn = (draft: Draft, question: string): number => draft.values[question]?.rev ?? 0;

/** What forms may know beside answers: the day and the project, in the person's language. */
export function factsOf(birge: Birge, project: Project | null, language: Language): Facts {
  const day = today(birge);
  if (project === null) return { today: day };
  const { name, place, purpose, activities, direction } = project;
  const inWords = (words: Words) => words[language] ?? words.kk;
  return {
    today: day,
    project: {
      name: inWords(name),
      place: inWords(place),
      purpose: inWords(purpose),
      activities: inWords(activities),
      direction,
    },
  };
}

/** The person's language; Kazakh where there is no person. */
export const languageOf = (talk: Talk): Language => talk.person?.language ?? 'kk';

/** The question where an opened draft stands; undefined at the overview. */
export const questionAt = ({ whole, at }: Opened) => questionOf(whole, at);

/** Writes the data of the buttons that belong to one question of this draft, or to its overview. */
export const pressOf = (open: Opened, question: string) => (act: string) =>
  writePress({ version: formHash(open.whole), submission: open.draft.id, question, act });
