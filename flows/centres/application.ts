import type { Composer } from 'grammy';
import { applicationForm, coverOf } from '../../src/centres/application.ts';
import { applicationFile, mayApply, readApplication } from '../../src/centres/application-file.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { carry } from '../../src/forms/index.ts';
import type { Value } from '../../src/forms/index.ts';
import { readCentre } from '../../src/store/centres/centre.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { bringApplication } from '../../src/outbox/letters/label-application.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { lastSubmissionOf, readSubmission } from '../../src/store/submissions.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { openForm } from '../questionnaire.ts';

/** A centre's application to the programme of the quality label; the right is asked at every press. */
export function applicationRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^jb:app:(\d{1,15})$/, (ctx) => openApplication(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:app:(\d{1,15}):anew$/, (ctx) => fillIn(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:app:(\d{1,15}):again$/, (ctx) => sendLast(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:app:file:(\d{1,15})$/, (ctx) => sendFile(birge, ctx, Number(ctx.match[1])));
}

/** The way in: goes on with what was begun, begins the first one, or asks what to do beside the last one. */
async function openApplication(birge: Birge, ctx: OuterCtx, centre: number): Promise<void> {
  const { talk } = ctx;
  const last = await lastSubmissionOf(birge.store, centre, applicationForm);
  const sent = last === null || hasBegun(talk, centre) ? undefined : await readApplication(birge, talk.roles, last);
  // Nothing to choose from, or nothing that is theirs to see: filling it in asks for the right, too.
  if (sent === undefined) return fillIn(birge, ctx, centre);
  const language = languageOf(talk);
  const say = birge.say(language);
  await answer(birge, ctx, say('jb-app-sent-before', { day: dayInWords(sent.on, language) }), [
    [{ text: say('jb-app-again-button'), data: `jb:app:${centre}:again` }],
    [{ text: say('jb-app-anew-button'), data: `jb:app:${centre}:anew` }],
    [{ text: say('jb-app-centre-button'), data: `jb:c:${centre}` }],
  ]);
}

const hasBegun = ({ draft }: Talk, centre: number): boolean =>
  draft?.form === applicationForm && draft.status === 'draft' && draft.about?.id === centre;

/** Opens the centre's one draft, or begins it; the form's own introduction says what it is about. */
async function fillIn(birge: Birge, ctx: OuterCtx, centre: number): Promise<void> {
  if (!(await mayApply(birge, ctx.talk.roles, centre))) return refuse(birge, ctx);
  const answers = await beginning(birge, centre);
  await openForm(birge, ctx, applicationForm, { kind: 'organisation', id: centre }, true, {
    organisation: centre,
    answers,
  });
}

/** What a new application begins with: the answers of the last one; the first one with what is known of the centre. */
async function beginning({ store, forms }: Birge, centre: number): Promise<Record<string, Value>> {
  const last = await lastSubmissionOf(store, centre, applicationForm);
  const before = last === null ? null : await readSubmission(store, last);
  const form = forms.get(applicationForm);
  if (before && form) {
    const said = Object.entries(before.answers).filter(([, { complete }]) => complete);
    // What is stored has been an answer of the forms engine; what the form no longer takes is asked.
    const values = Object.fromEntries(said.map(([id, { value }]) => [id, value as Value]));
    return carry(form, values, { today: '' }).kept;
  }
  const known = await readCentre(store, centre);
  return known === null ? {} : coverOf(known);
}

async function sendLast(birge: Birge, ctx: OuterCtx, centre: number): Promise<void> {
  const last = await lastSubmissionOf(birge.store, centre, applicationForm);
  await (last === null ? fillIn(birge, ctx, centre) : sendFile(birge, ctx, last));
}

async function sendFile(birge: Birge, ctx: OuterCtx, submission: number): Promise<void> {
  const { talk } = ctx;
  const sent = await readApplication(birge, talk.roles, submission);
  if (sent === undefined) return refuse(birge, ctx);
  if (ctx.chatId === undefined) return;
  await putFile(ctx.api, ctx.chatId, await applicationFile(birge, sent, languageOf(talk)));
}

/**
 * What follows the sending of the form: where the application goes (source: jastar-belgisi, items 16 and 17), and the document,
 * which the outbox brings; a button brings it as often as one likes.
 */
export async function applicationMade(birge: Birge, talk: Talk, { id }: Submission): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const sent = await readApplication(birge, talk.roles, id);
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  if (sent === undefined || talk.person === null) return { text: say('jb-app-refused'), buttons: [menu] };
  await bringApplication(birge, { person: talk.person.id, chat: talk.chat }, id);
  const { address, mark, note } = birge.label.application;
  return {
    text: say('jb-app-made', { address, mark, note: note[language] }),
    buttons: [
      [{ text: say('jb-app-file-button'), data: `jb:app:file:${id}` }],
      [{ text: say('jb-app-centre-button'), data: `jb:c:${sent.centre}` }],
      menu,
    ],
  };
}

async function answer(birge: Birge, ctx: OuterCtx, text: string, rows: ScreenButton[][]): Promise<void> {
  if (ctx.chatId === undefined) return;
  const menu = { text: birge.say(languageOf(ctx.talk))('menu-button'), data: 'go:menu' };
  await put(ctx.api, ctx.chatId, { text, buttons: [...rows, [menu]] });
}

const refuse = (birge: Birge, ctx: OuterCtx): Promise<void> =>
  answer(birge, ctx, birge.say(languageOf(ctx.talk))('jb-app-refused'), []);
