import type { Birge } from '../context.ts';
import { next } from '../forms/index.ts';
import { moveTo } from '../store/drafts.ts';
import { NotAnswered } from '../talks/desk.ts';
import type { Talk } from '../talks/talk.ts';
import type { Opened } from './opened.ts';

/** Goes to a question, or to the overview; undefined: on to the next open one. Nothing is answered by it. */
export async function goTo(birge: Birge, talk: Talk, open: Opened, question: string | undefined): Promise<void> {
  const to = question ?? next(open.form, open.state, open.at);
  if (talk.person === null) return;
  const moved = await moveTo(
    birge.store,
    talk,
    { submission: open.draft.id, person: talk.person.id, question: to },
    birge.now(),
  );
  if (moved.is === 'stale') throw new NotAnswered();
  // Sent meanwhile from another device: the next showing finds no draft and says so.
  talk.draft = moved.is === 'moved' ? moved.draft : null;
}
