import { z } from 'zod';
import type { Day } from '../rules/dates.ts';
import type { Store } from './store.ts';
import { draft, storedAnswer } from './talks.ts';
import type { Draft } from './talks.ts';

/** The talk that writes: without its token in force nothing is changed and the answer is `stale`. */
export interface Hold {
  chat: number;
  token: string;
  /** The update that writes; null: a step on the way, after which it still has something to do. */
  seq: number | null;
}

const held = (hold: Hold) => ({ p_chat: hold.chat, p_token: hold.token, p_seq: hold.seq });
const stale = z.object({ is: z.literal('stale') });
const closed = z.object({ is: z.literal('closed') });

/** What a form is filled in about; null: about nothing in particular. */
export type About = Draft['about'];

/** Opens the draft of the person or the organisation, or makes one. `sent`: one was sent before and `anew` does not ask for another; `gone`: what it
 * is about has closed. */
export function openSubmission(
  store: Store,
  hold: Hold,
  open: {
    person: number;
    /** Whose it is, if not the person's; the holders of these roles there fill it in. */
    owner?: { organisation: number; roles: readonly string[] } | undefined;
    form: string;
    hash: string;
    about: About;
    first: string;
    anew: boolean;
    /** What a new one begins with, by question. */
    answers?: Readonly<Record<string, unknown>>;
  },
  now: Date,
) {
  return store.call(
    'open_submission',
    {
      ...held(hold),
      p_person: open.person,
      p_organisation: open.owner?.organisation ?? null,
      p_roles: open.owner?.roles ?? null,
      p_form: open.form,
      p_hash: open.hash,
      p_about_kind: open.about?.kind ?? null,
      p_about_id: open.about?.id ?? null,
      p_first: open.first,
      p_anew: open.anew,
      p_answers: open.answers ?? null,
      p_at: now.toISOString(),
    },
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('open'), begun: z.boolean(), draft }),
      z.object({ is: z.literal('sent'), id: z.number(), at: z.string() }),
      z.object({ is: z.literal('gone') }),
      stale,
    ]),
  );
}

/** One answer on its way into the database. */
export interface AnswerToSave {
  submission: number;
  person: number;
  question: string;
  value: unknown;
  complete: boolean;
  /** The revision the person saw; 0: none. */
  rev: number;
  /** Where the person goes next. */
  next: string;
  /** Among which questions they walk there; null: among those as before. */
  within: string[] | null;
}

const savedAnswer = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('saved'),
    rev: z.number(),
    values: draft.shape.values,
  }),
  storedAnswer.extend({ is: z.literal('conflict') }),
  closed,
  stale,
]);

/** Stores an answer and the next place in one step. `conflict` gives what somebody else answered meanwhile. */
export function saveAnswer(store: Store, hold: Hold, answer: AnswerToSave, now: Date) {
  return store.call(
    'save_answer',
    {
      ...held(hold),
      p_submission: answer.submission,
      p_person: answer.person,
      p_question: answer.question,
      p_value: answer.value,
      p_complete: answer.complete,
      p_rev: answer.rev,
      p_next: answer.next,
      p_within: answer.within,
      p_at: now.toISOString(),
    },
    savedAnswer,
  );
}

/** Goes to another place in the form without answering. */
export function moveTo(
  store: Store,
  hold: Hold,
  to: { submission: number; person: number; question: string; within: string[] | null },
  now: Date,
) {
  return store.call(
    'move_to',
    {
      ...held(hold),
      p_submission: to.submission,
      p_person: to.person,
      p_question: to.question,
      p_within: to.within,
      p_at: now.toISOString(),
    },
    z.discriminatedUnion('is', [z.object({ is: z.literal('moved'), draft }), closed, stale]),
  );
}

/** Lifts a draft into the form's new version; the questions of `again` are asked anew. */
export function carryDraft(
  store: Store,
  hold: Hold,
  carry: { submission: number; person: number; hash: string; again: string[]; at: string; within: string[] | null },
  now: Date,
) {
  const { p_chat, p_token } = held(hold);
  return store.call(
    'carry_draft',
    {
      p_chat,
      p_token,
      p_submission: carry.submission,
      p_person: carry.person,
      p_hash: carry.hash,
      p_again: carry.again,
      p_at_question: carry.at,
      p_within: carry.within,
      p_at: now.toISOString(),
    },
    z.discriminatedUnion('is', [z.object({ is: z.literal('carried'), draft }), closed, stale]),
  );
}

/** Sends a draft; `sent` also when the same press comes a second time. */
export function sendSubmission(
  store: Store,
  hold: Hold,
  send: { submission: number; person: number; hash: string },
  now: Date,
) {
  const { p_chat, p_token } = held(hold);
  return store.call(
    'send_submission',
    {
      p_chat,
      p_token,
      p_submission: send.submission,
      p_person: send.person,
      p_hash: send.hash,
      p_at: now.toISOString(),
    },
    z.discriminatedUnion('is', [z.object({ is: z.literal('sent') }), closed, stale]),
  );
}

/** A draft as a talk needs it; null if there is none of that id that this person may fill in on the day. */
export function draftOf(store: Store, submission: number, person: number, day: Day): Promise<Draft | null> {
  return store.call('draft_of', { p_submission: submission, p_person: person, p_on: day }, draft.nullable());
}
