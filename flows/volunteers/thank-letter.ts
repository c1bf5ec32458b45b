import type { Composer } from 'grammy';
import { languageOfLetter, recommendationForm, workOf } from '../../src/certificates/recommendation.ts';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Opened } from '../../src/filling/opened.ts';
import type { AtOverview } from '../../src/filling/outlook.ts';
import { bringThanks } from '../../src/outbox/letters/thanks-file.ts';
import type { Screen } from '../../src/screens/screen.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import { confirmedWork, giveThanks } from '../../src/store/volunteers/thanks.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { tell } from '../group-right.ts';
import { openForm } from '../questionnaire.ts';
import { enrolmentFor, enrolmentIf, refusal } from './right.ts';
import { ever } from './thank-preview.ts';
import { amountOf, nameIn } from './thank-words.ts';

/** Writing a recommendation letter: in which language, then the form. */
export function letterRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:thank:(\d{1,15}):letter$/, (ctx) => chooseLanguage(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:thank:(\d{1,15}):letter:(kk|ru|en)$/, (ctx) =>
    openLetter(birge, ctx, Number(ctx.match[1]), ctx.match[2] as Language),
  );
}

async function chooseLanguage(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'thank-volunteers');
  if (enrolment === undefined) return;
  // What was begun goes on; its language can be changed there.
  if (hasBegun(ctx.talk, id)) return openLetter(birge, ctx, id, enrolment.language);
  const say = birge.say(languageOf(ctx.talk));
  const ordered = [...new Set([enrolment.language, 'kk', 'ru', 'en'] as const)];
  const rows = ordered.map((language) => [
    { text: say('vol-thx-in-language', { language }), data: `vol:thank:${id}:letter:${language}` },
  ]);
  await tell(birge, ctx, say('vol-thx-letter-language'), [
    ...rows,
    [{ text: say('vol-thx-back'), data: `vol:thank:${id}` }],
  ]);
}

const hasBegun = ({ draft }: Talk, enrolment: number): boolean =>
  draft?.form === recommendationForm && draft.status === 'draft' && draft.about?.id === enrolment;

/** Opens the form; kinds of work come from the diary, and the coordinator's name is known. */
async function openLetter(birge: Birge, ctx: OuterCtx, id: number, language: Language): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'thank-volunteers');
  if (enrolment === undefined) return;
  const done = await workFor(birge, enrolment);
  if (done.hours === 0) return nothingYet(birge, ctx, enrolment);
  const work = workOf(done, language);
  const signer = ctx.talk.person?.name;
  const answers = { letter_language: language, ...(work && { work }), ...(signer && { signer }) };
  await openForm(birge, ctx, recommendationForm, { kind: 'enrolment', id }, true, { answers });
}

const workFor = (birge: Birge, { person, project }: Pick<Enrolment, 'person' | 'project'>) =>
  confirmedWork(birge.store, { person, project, from: ever, until: today(birge) });

async function nothingYet(birge: Birge, ctx: OuterCtx, { id, project }: Enrolment): Promise<void> {
  const say = birge.say(languageOf(ctx.talk));
  await tell(birge, ctx, say('vol-thx-nothing'), [
    [{ text: say('vol-thx-confirm'), data: `vol:conf:${project}` }],
    [{ text: say('vol-thx-back'), data: `vol:thank:${id}` }],
  ]);
}

/** At the overview: for whom the letter is, and what goes into it by itself. */
export async function letterAtOverview(birge: Birge, talk: Talk, { draft }: Opened): Promise<AtOverview> {
  const say = birge.say(languageOf(talk));
  const id = draft.about?.kind === 'enrolment' ? draft.about.id : 0;
  const enrolment = await enrolmentIf(birge, talk, id, 'thank-volunteers');
  // The role has ended while it was being written: nothing of the volunteer is told any more.
  if (enrolment === undefined) return { note: say('vol-refused'), stops: true };
  const done = await workFor(birge, enrolment);
  const note = say('vol-thx-letter-adds', { name: nameIn(enrolment), amount: amountOf(say, done) });
  return { note, tellsOf: [enrolment.person] };
}

/** What follows the sending of the form: the letter is given, and the outbox brings its file to the coordinator. */
export async function letterMade(birge: Birge, talk: Talk, { id, about, answers }: Submission): Promise<Screen> {
  const enrolment =
    about?.kind === 'enrolment' ? await enrolmentIf(birge, talk, about.id, 'thank-volunteers') : undefined;
  if (enrolment === undefined || talk.person === null) return refusal(birge, talk);
  const say = birge.say(languageOf(talk));
  const { person, project } = enrolment;
  const done = await workFor(birge, enrolment);
  const period = { from: done.from ?? today(birge), until: done.until ?? today(birge) };
  const language = languageOfLetter(answers);
  const given = await giveThanks(
    birge.store,
    { kind: 'letter', person, project, language, number: null, ...period, submission: id, by: talk.person.id },
    birge.now(),
  );
  const back = [
    [{ text: say('vol-thx-back'), data: `vol:thank:${enrolment.id}` }],
    [{ text: say('menu-button'), data: 'go:menu' }],
  ];
  if (given.is === 'nothing') {
    const confirm = [{ text: say('vol-thx-confirm'), data: `vol:conf:${project}` }];
    return { text: say('vol-thx-nothing'), buttons: [confirm, ...back] };
  }
  await bringThanks(birge, { person: talk.person.id, chat: talk.chat }, given.id);
  const open = [{ text: say('vol-thx-open-letter'), data: `vol:thx:${given.id}` }];
  return { text: say('vol-thx-letter-given'), buttons: [open, ...back] };
}
