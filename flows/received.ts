import type { Birge, OuterCtx } from '../src/context.ts';
import { answersOf } from '../src/filling/answers.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { noteAudit } from '../src/store/people.ts';
import { answerPart } from './volunteers/candidate-card.ts';
import { questionnaireIf } from './volunteers/candidate-right.ts';

/**
 * Opens somebody's questionnaire, after the right is checked and with a row in the audit. Contacts and health stand
 * behind one more button. In groups nothing personal is ever shown. No other form is ever opened by it: agreements and
 * papers are about projects, too.
 */
export async function openCard(birge: Birge, ctx: OuterCtx, id: number, part: 'open' | 'sensitive'): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined || talk.person === null || talk.chatKind !== 'private') return;
  const say = birge.say(languageOf(talk));
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  const submission = await questionnaireIf(birge, talk, id, 'read-submission');
  if (submission === undefined) {
    await put(ctx.api, ctx.chatId, { text: say('card-refused'), buttons: [menu] });
    return;
  }
  const action = part === 'open' ? 'read-submission' : 'read-sensitive';
  await noteAudit(birge.store, { person: talk.person.id, action, subject: { kind: 'submission', id } }, birge.now());
  const texts = await answersOf(birge, submission, languageOf(talk), part);
  for (const text of texts) await put(ctx.api, ctx.chatId, { text, about: id });
  // Whoever chooses volunteers there answers the candidate from here.
  const answering = await answerPart(birge, talk, submission);
  const more: ScreenButton[][] = part === 'open' ? [[{ text: say('card-sensitive'), data: `card:${id}:more` }]] : [];
  const end = say(part === 'open' ? 'card-end' : 'card-sensitive-end');
  await put(ctx.api, ctx.chatId, {
    about: id,
    text: answering === undefined ? end : `${answering.text}\n\n${end}`,
    buttons: [...(answering?.rows ?? []), ...more, menu],
  });
}
