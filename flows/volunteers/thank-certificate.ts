import type { Composer } from 'grammy';
import { thanksFile } from '../../src/certificates/file.ts';
import { makeNumber } from '../../src/certificates/number.ts';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { isDay } from '../../src/rules/dates.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { put } from '../../src/screens/put.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import { confirmedWork, giveThanks, readThanks, thanksOf } from '../../src/store/volunteers/thanks.ts';
import { tell } from '../group-right.ts';
import { enrolmentFor } from './right.ts';

import { certificateScreen, ever } from './thank-preview.ts';
import type { Shown } from './thank-preview.ts';

/** Giving a certificate: for which days, how it will look, yes. The right is asked at every press. */
export function certificateRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:thank:(\d{1,15}):cert$/, (ctx) => choosePeriod(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:thank:(\d{1,15}):(all|year)$/, (ctx) =>
    showFor(birge, ctx, Number(ctx.match[1]), {
      from: ctx.match[2] === 'year' ? `${today(birge).slice(0, 4)}-01-01` : ever,
      until: today(birge),
    }),
  );
  app.callbackQuery(/^vol:thank:(\d{1,15}):days$/, async (ctx) => {
    ctx.talk.seen = undefined;
    await ctx.conversation.enter('thanks-period', Number(ctx.match[1]));
  });
  app.callbackQuery(/^vol:thank:(\d{1,15}):see:([\d-]{10}):([\d-]{10}):(kk|ru|en)$/, (ctx) => {
    const [, id, from = '', until = '', language] = ctx.match;
    return showFor(birge, ctx, Number(id), { from, until }, language as Language);
  });
  app.callbackQuery(/^vol:thank:(\d{1,15}):give:([\d-]{10}):([\d-]{10}):(kk|ru|en):([\d.]{1,8})$/, (ctx) => {
    const [, id, from = '', until = '', language, hours] = ctx.match;
    return give(birge, ctx, Number(id), { from, until, language: language as Language, hours: Number(hours) });
  });
}

async function choosePeriod(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'thank-volunteers');
  if (enrolment === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const to = (text: string, act: string): ScreenButton[] => [{ text, data: `vol:thank:${id}:${act}` }];
  await tell(birge, ctx, say('vol-thx-which-days'), [
    to(say('vol-thx-all-days'), 'all'),
    to(say('vol-thx-this-year', { year: today(birge).slice(0, 4) }), 'year'),
    to(say('vol-thx-other-days'), 'days'),
    [{ text: say('vol-thx-back'), data: `vol:thank:${id}` }],
  ]);
}

/** How the certificate of these days would look; in the volunteer's language unless another one was chosen. */
async function showFor(
  birge: Birge,
  ctx: OuterCtx,
  id: number,
  { from, until }: { from: string; until: string },
  language?: Language,
): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'thank-volunteers');
  if (enrolment === undefined || ctx.chatId === undefined) return;
  if (!isDay(from) || !isDay(until)) return choosePeriod(birge, ctx, id);
  const shown = { from, until, language: language ?? enrolment.language };
  await put(ctx.api, ctx.chatId, await certificateScreen(birge, ctx.talk, enrolment, shown));
}

/** Gives it, if it is still what was shown; pressed twice it is the same one that comes again. */
async function give(birge: Birge, ctx: OuterCtx, id: number, shown: Shown & { hours: number }): Promise<void> {
  const { talk } = ctx;
  const enrolment = await enrolmentFor(birge, ctx, id, 'thank-volunteers');
  if (enrolment === undefined || ctx.chatId === undefined || talk.person === null) return;
  const { from, until, language } = shown;
  if (!isDay(from) || !isDay(until)) return choosePeriod(birge, ctx, id);
  const say = birge.say(languageOf(talk));
  const { person, project } = enrolment;
  const work = await confirmedWork(birge.store, { person, project, from, until });
  const another = work.hours !== shown.hours || work.from !== from || work.until !== until || enrolment.name === null;
  if (another) {
    const note = say('vol-thx-changed');
    return void (await put(ctx.api, ctx.chatId, await certificateScreen(birge, talk, enrolment, shown, note)));
  }
  const before = await sameOf(birge, enrolment, { ...shown, deeds: work.deeds });
  const number = makeNumber();
  const given =
    before === undefined
      ? await giveThanks(
          birge.store,
          { kind: 'certificate', person, project, language, number, from, until, submission: null, by: talk.person.id },
          birge.now(),
        )
      : ({ is: 'given', id: before } as const);
  const thanks = given.is === 'given' ? await readThanks(birge.store, given.id) : null;
  const note = say(before === undefined ? 'vol-thx-certificate-given' : 'vol-thx-given-before');
  const buttons = [
    [{ text: say('vol-thx-back'), data: `vol:thank:${id}` }],
    [{ text: say('menu-button'), data: 'go:menu' }],
  ];
  const file = thanks && (await thanksFile(birge, thanks, { language: languageOf(talk), note, buttons }));
  await (file ? putFile(ctx.api, ctx.chatId, file) : tell(birge, ctx, say('vol-thx-nothing'), buttons.slice(0, 1)));
}

/** The certificate that says the same and holds, if there is one. */
async function sameOf(
  birge: Birge,
  { person, project }: Enrolment,
  wanted: Shown & { hours: number; deeds: number },
): Promise<number | undefined> {
  const fields = ['from', 'until', 'language', 'hours', 'deeds'] as const;
  const given = await thanksOf(birge.store, person, project);
  const same = given.find(
    (one) => one.kind === 'certificate' && !one.withdrawn && fields.every((field) => one[field] === wanted[field]),
  );
  return same?.id;
}
