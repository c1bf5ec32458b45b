import type { Birge } from '../context.ts';
import { afterKept, visible, withinOf } from '../forms/index.ts';
import type { Seen } from '../screens/screen.ts';
import { moveTo } from '../store/drafts.ts';
import { NotAnswered } from '../talks/desk.ts';
import type { Talk } from '../talks/talk.ts';
import { languageOf, openDraft, questionAt, revIn } from './opened.ts';
import type { Opened } from './opened.ts';

/** Goes to a question, or to the overview; undefined: on from an answer that is kept. Nothing is answered by it.
 * `onTheWay`: to answer there in the same breath, which has to be done again if the process dies in between. */
export async function goTo(
  birge: Birge,
  talk: Talk,
  open: Opened,
  question: string | undefined,
  onTheWay = false,
): Promise<void> {
  const to = question ?? afterKept(open.form, open.state, open.at);
  const within = withinOf(open.whole, to);
  if (talk.person === null) return;
  // Telegram's contact button would stay under the text field at every question that follows.
  const leavesPhone = questionAt(open)?.type === 'phone' && to !== open.at;
  if (leavesPhone && talk.kind === 'telegram') talk.endContact = 'fill-contact-left';
  const moved = await moveTo(
    birge.store,
    onTheWay ? { ...talk, seq: null } : talk,
    { submission: open.draft.id, person: talk.person.id, question: to, within },
    birge.now(),
  );
  if (moved.is === 'stale') throw new NotAnswered();
  // Sent meanwhile from another device: the next showing finds no draft and says so.
  talk.draft = moved.is === 'moved' ? moved.draft : null;
}

/** Goes to a question and gives the draft there, with what is stored for it; undefined: the draft is no longer open. */
export async function goToOpen(birge: Birge, talk: Talk, open: Opened, question: string): Promise<Opened | undefined> {
  await goTo(birge, talk, open, question, true);
  return talk.draft === null ? undefined : openDraft(birge, talk, open.draft.id);
}

/**
 * What is said without a button is meant for the question that the person sees in this chat; from another device they may
 * have gone on meanwhile. Gives the draft at that question. Undefined: there is something else to be seen first.
 */
export async function goToSeen(birge: Birge, talk: Talk, open: Opened, seen: Seen): Promise<Opened | undefined> {
  const { question } = seen;
  const elsewhere = open.at !== question;
  if (elsewhere) {
    if (!visible(open.whole, open.state.guards).some(({ id }) => id === question)) {
      talk.note ??= birge.say(languageOf(talk))('fill-question-gone');
      return undefined;
    }
    await goTo(birge, talk, open, question, true);
    // It was the other device that left a question.
    talk.endContact = undefined;
  }
  const here = elsewhere ? await openDraft(birge, talk, open.draft.id) : open;
  if (here === undefined || revIn(here.draft, question) === seen.rev) return here;
  // What a colleague has answered meanwhile stands, and what is said now is kept beside it: saving sees to that. Files
  // come to those that are there.
  if (here.draft.organisation !== null)
    return questionAt(here)?.type === 'file' ? here : { ...here, seenRev: seen.rev };
  talk.note = birge.say(languageOf(talk))('fill-changed-elsewhere');
  return undefined;
}
