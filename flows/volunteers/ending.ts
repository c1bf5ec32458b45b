import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, Ctx, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords, isDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { latestLastDay } from '../../src/rules/notice.ts';
import { hearing } from '../../src/screens/hearing.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen, ScreenButton, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import { setLastDay } from '../../src/store/volunteers/enrolments.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { isOver } from '../../src/volunteers/enrolment-at.ts';
import { typedDay } from '../typed-day.ts';
import { headOf } from './enrolment-words.ts';
import { lastDayProblem } from './last-day.ts';
import { enrolmentFor, enrolmentIf, refusal } from './right.ts';

/** A coordinator ends a volunteer's time in a project; the right is asked at every press. */
export function endingRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:end:(\d{1,15})$/, async (ctx) => {
    const enrolment = await enrolmentFor(birge, ctx, Number(ctx.match[1]), 'look-after-volunteers');
    if (enrolment) await ctx.conversation.enter('volunteer-ending', enrolment.id);
  });
  app.callbackQuery(/^vol:end:(\d{1,15}):([\d-]{10})(:yes)?$/, (ctx) =>
    pressDay(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? '', ctx.match[3] !== undefined),
  );
}

/** On which day a volunteer's time ends: pressed or typed; the topic is the enrolment. */
export function volunteerEnding(birge: Birge): Turns<number> {
  return {
    name: 'volunteer-ending',
    show: (ctx, id) => show(birge, ctx.talk, id),
    hear: (ctx, id) => hear(birge, ctx, id),
  };
}

async function show(birge: Birge, talk: Talk, id: number): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const enrolment = await enrolmentIf(birge, talk, id, 'look-after-volunteers');
  if (enrolment === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  const day = today(birge);
  if (isOver(enrolment, day)) return { is: 'over', screens: [overScreen(birge, talk, enrolment)] };
  const language = languageOf(talk);
  const say = birge.say(language);
  const leaves = enrolment.until === null ? [] : [say('vol-until', { day: dayInWords(enrolment.until, language) })];
  const text = [
    ...(note === undefined ? [] : [note, '']),
    headIn(enrolment, talk),
    ...leaves,
    say('vol-leave-end-when'),
  ];
  const buttons = [[{ text: say('vol-leave-today'), data: `vol:end:${id}:${day}` }], ...wayBack(say, id)];
  const field = { input: 'date', min: day, max: latestLastDay(day) } as const;
  return { is: 'wait', screens: [{ text: text.join('\n'), buttons, field, tellsOf: [enrolment.person] }] };
}

async function hear(birge: Birge, ctx: Ctx, id: number): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const enrolment = await enrolmentIf(birge, talk, id, 'look-after-volunteers');
  if (enrolment === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  if (isOver(enrolment, today(birge))) return { is: 'again' };
  const say = birge.say(languageOf(talk));
  const day = typedDay(birge, talk, heard, 'after', (typed) => lastDayProblem(birge, say, typed));
  return day === undefined ? { is: 'again' } : { is: 'over', screens: [sureScreen(birge, talk, enrolment, day)] };
}

/** A day was pressed: asked once, then done. Either button may be an old one. */
async function pressDay(birge: Birge, ctx: OuterCtx, id: number, day: string, sure: boolean): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'look-after-volunteers');
  if (enrolment === undefined || ctx.chatId === undefined) return;
  const problem = isDay(day) ? lastDayProblem(birge, birge.say(languageOf(ctx.talk)), day) : '';
  if (problem !== undefined && !isOver(enrolment, today(birge))) {
    if (problem !== '') ctx.talk.note = problem;
    await ctx.conversation.enter('volunteer-ending', id);
    return;
  }
  const screen = isOver(enrolment, today(birge))
    ? overScreen(birge, ctx.talk, enrolment)
    : sure
      ? await endOn(birge, ctx.talk, enrolment, day)
      : sureScreen(birge, ctx.talk, enrolment, day);
  await put(ctx.api, ctx.chatId, screen);
}

async function endOn(birge: Birge, talk: Talk, enrolment: Enrolment, day: Day): Promise<Screen> {
  if (talk.person === null) return refusal(birge, talk);
  const language = languageOf(talk);
  const say = birge.say(language);
  const last = { enrolment: enrolment.id, on: day, agreed: false, by: talk.person.id };
  if ((await setLastDay(birge.store, last, birge.now())) === 'gone') return overScreen(birge, talk, enrolment);
  const text = say('vol-leave-end-done', { day: dayInWords(day, language) });
  return {
    text: `${headIn(enrolment, talk)}\n${text}`,
    buttons: wayBack(say, enrolment.id),
    tellsOf: [enrolment.person],
  };
}

function sureScreen(birge: Birge, talk: Talk, enrolment: Enrolment, day: Day): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const text = say('vol-leave-end-ask', { day: dayInWords(day, language) });
  return {
    tellsOf: [enrolment.person],
    text: `${headIn(enrolment, talk)}\n${text}`,
    buttons: [
      [{ text: say('vol-leave-end-yes'), data: `vol:end:${enrolment.id}:${day}:yes` }],
      ...wayBack(say, enrolment.id),
    ],
  };
}

function overScreen(birge: Birge, talk: Talk, enrolment: Enrolment): Screen {
  const say = birge.say(languageOf(talk));
  const text = say('vol-leave-end-over');
  return {
    text: `${headIn(enrolment, talk)}\n${text}`,
    buttons: wayBack(say, enrolment.id),
    tellsOf: [enrolment.person],
  };
}

const headIn = (enrolment: Enrolment, talk: Talk): string =>
  `<b>${escapeHtml(enrolment.name ?? `№ ${enrolment.person}`)}</b>\n${headOf(enrolment, languageOf(talk))}`;

const wayBack = (say: Say, id: number): ScreenButton[][] => [
  [{ text: say('vol-leave-to-volunteer'), data: `vol:v:${id}` }],
  [{ text: say('menu-button'), data: 'go:menu' }],
];
