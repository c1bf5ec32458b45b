import type { Birge, OuterCtx } from '../src/context.ts';
import { readPress } from '../src/filling/press.ts';
import { put } from '../src/screens/put.ts';
import { moveTo } from '../src/store/drafts.ts';
import { NotAnswered } from '../src/talks/desk.ts';
import { makeAgain } from './made.ts';
import { offerDraft } from './menu.ts';

/** A form's button pressed outside of the form: it opens at that question, or the person hears what became of the form. */
export async function oldButton(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  const press = readPress(ctx.callbackQuery?.data ?? '');
  if (press === undefined || talk.person === null) return offerDraft(birge, ctx);
  if (['send', 'sure'].includes(press.act) && ctx.chatId !== undefined) {
    // Sent before, while what it makes could not be made: pressed again it is made now.
    const made = await makeAgain(birge, talk, press.submission);
    if (made) return void (await put(ctx.api, ctx.chatId, made));
  }
  const to = { submission: press.submission, person: talk.person.id, question: press.question, within: null };
  const moved = await moveTo(birge.store, talk, to, birge.now());
  if (moved.is === 'stale') throw new NotAnswered();
  if (moved.is === 'moved') talk.draft = moved.draft;
  await ctx.conversation.enter('form', press.submission);
}
