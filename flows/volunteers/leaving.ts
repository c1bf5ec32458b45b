import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords, isDay, moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { earliestLastDay } from '../../src/rules/notice.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { setLastDay } from '../../src/store/volunteers/enrolments.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { isOver } from '../../src/volunteers/enrolment-at.ts';
import { endingRoutes } from './ending.ts';
import { headOf } from './enrolment-words.ts';
import { lastDayProblem } from './last-day.ts';
import { home, mineFor } from './right.ts';

/** A volunteer leaves a project, or a coordinator ends their time there. */
export function leavingRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:leave:(\d{1,15})(:anew)?$/, (ctx) =>
    showLeaving(birge, ctx, Number(ctx.match[1]), ctx.match[2] !== undefined),
  );
  app.callbackQuery(/^vol:leave:(\d{1,15}):other$/, async (ctx) => {
    const enrolment = await mineFor(birge, ctx, Number(ctx.match[1]));
    if (enrolment) await ctx.conversation.enter('volunteer-leaving', enrolment.id);
  });
  app.callbackQuery(/^vol:leave:(\d{1,15}):([\d-]{10})(:agreed)?$/, (ctx) =>
    pressDay(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? '', ctx.match[3] !== undefined),
  );
  app.callbackQuery(/^vol:leave:(\d{1,15}):stay$/, (ctx) => stay(birge, ctx, Number(ctx.match[1])));
  endingRoutes(app, birge);
}

/** Asks for the last day; whoever has said it sees it, and can stay. `anew`: another day is wanted. */
export async function showLeaving(birge: Birge, ctx: OuterCtx, id: number, anew = false): Promise<void> {
  const enrolment = await mineFor(birge, ctx, id);
  if (enrolment === undefined || ctx.chatId === undefined) return;
  const screen =
    enrolment.until === null || (anew && !enrolment.endedByOther && !isOver(enrolment, today(birge)))
      ? askScreen(birge, ctx.talk, enrolment)
      : leavesScreen(birge, ctx.talk, enrolment);
  await put(ctx.api, ctx.chatId, screen);
}

/** Days between giving notice and leaving, where a signed agreement says so; undefined: nothing is agreed. */
export const noticeOf = ({ agreement }: Enrolment): number | undefined =>
  agreement === null || agreement.signedOn === null ? undefined : agreement.noticeDays;

/** Which day will be the last? With a signed agreement the first day that its notice allows comes first. */
export function askScreen(birge: Birge, talk: Talk, enrolment: Enrolment, note?: string): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const day = today(birge);
  const notice = noticeOf(enrolment);
  const on = (text: string, chosen: Day): ScreenButton[] => [{ text, data: `vol:leave:${enrolment.id}:${chosen}` }];
  const earliest = earliestLastDay(day, notice ?? 0);
  const inWords = (chosen: Day) => ({ day: dayInWords(chosen, language) });
  const rows =
    notice === undefined
      ? [
          on(say('vol-leave-today'), day),
          on(say('vol-leave-week', inWords(moveDay(day, { days: 7 }))), moveDay(day, { days: 7 })),
        ]
      : notice === 0
        ? [on(say('vol-leave-today'), day)]
        : [on(say('vol-leave-earliest', inWords(earliest)), earliest), on(say('vol-leave-today'), day)];
  const question =
    notice === undefined
      ? say('vol-leave-ask')
      : say('vol-leave-ask-notice', { days: notice, day: dayInWords(earliest, language) });
  return {
    text: [...(note === undefined ? [] : [note]), `${headOf(enrolment, language)}\n${question}`].join('\n\n'),
    buttons: [
      ...rows,
      [{ text: say('vol-leave-other-day'), data: `vol:leave:${enrolment.id}:other` }],
      ...wayBack(say, enrolment.id),
    ],
  };
}

const wayBack = (say: Say, id: number): ScreenButton[][] => [
  [{ text: say('vol-leave-stay'), data: `vol:e:${id}` }],
  [{ text: say('menu-button'), data: 'go:menu' }],
];

/**
 * Makes a day the last one, or says what the agreement says of a day that is earlier than its notice. `agreed`: they have
 * agreed on it with the coordinator.
 */
export async function leaveOn(
  birge: Birge,
  talk: Talk,
  enrolment: Enrolment,
  { day, agreed }: { day: Day; agreed: boolean },
): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  const problem = lastDayProblem(birge, say, day);
  if (problem !== undefined) return askScreen(birge, talk, enrolment, problem);
  const earliest = earliestLastDay(today(birge), noticeOf(enrolment) ?? 0);
  if (day < earliest && !agreed) return earlyScreen(birge, talk, enrolment, { day, earliest });
  const said = { enrolment: enrolment.id, on: day, agreed: agreed && day < earliest, by: enrolment.person };
  const set = await setLastDay(birge.store, said, birge.now());
  return leavesScreen(
    birge,
    talk,
    set === 'set' ? { ...enrolment, until: day, endedByOther: false } : { ...enrolment, until: '0001-01-01' },
  );
}

function earlyScreen(
  birge: Birge,
  talk: Talk,
  enrolment: Enrolment,
  { day, earliest }: { day: Day; earliest: Day },
): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const days = noticeOf(enrolment) ?? 0;
  const inWords = (on: Day) => dayInWords(on, language);
  return {
    text: say('vol-leave-early', { days, day: inWords(day), earliest: inWords(earliest) }),
    buttons: [
      [{ text: say('vol-leave-earliest', { day: inWords(earliest) }), data: `vol:leave:${enrolment.id}:${earliest}` }],
      [{ text: say('vol-leave-agreed'), data: `vol:leave:${enrolment.id}:${day}:agreed` }],
      ...wayBack(say, enrolment.id),
    ],
  };
}

/** Their last day is known: thanks, what remains, and until then the way to stay. */
export function leavesScreen(birge: Birge, talk: Talk, enrolment: Enrolment): Screen {
  const language: Language = languageOf(talk);
  const say = birge.say(language);
  const remains: ScreenButton[][] = [
    [{ text: say('vol-diary'), data: 'vol:diary' }],
    [{ text: say('vol-my-thanks'), data: 'vol:mythx' }],
    home(birge, talk),
    [{ text: say('menu-button'), data: 'go:menu' }],
  ];
  const { id, until } = enrolment;
  if (until === null || isOver(enrolment, today(birge))) return { text: say('vol-leave-over'), buttons: remains };
  return {
    text: `${headOf(enrolment, language)}\n${say('vol-leave-thanks', { day: dayInWords(until, language) })}`,
    buttons: [
      // What a coordinator has ended they do not take back by themselves.
      ...(enrolment.endedByOther
        ? []
        : [
            [{ text: say('vol-leave-stay-after-all'), data: `vol:leave:${id}:stay` }],
            [{ text: say('vol-leave-anew'), data: `vol:leave:${id}:anew` }],
          ]),
      ...remains,
    ],
  };
}

/** A day was pressed; it may be an old button. */
async function pressDay(birge: Birge, ctx: OuterCtx, id: number, day: string, agreed: boolean): Promise<void> {
  const enrolment = await mineFor(birge, ctx, id);
  if (enrolment === undefined || ctx.chatId === undefined) return;
  const sooner = enrolment.until === null || day < enrolment.until;
  const possible =
    isDay(day) && !isOver(enrolment, today(birge)) && (sooner || (!enrolment.endedByOther && day !== enrolment.until));
  const screen = possible
    ? await leaveOn(birge, ctx.talk, enrolment, { day, agreed })
    : enrolment.until === null
      ? askScreen(birge, ctx.talk, enrolment)
      : leavesScreen(birge, ctx.talk, enrolment);
  await put(ctx.api, ctx.chatId, screen);
}

/** They stay after all: the day that was to come is taken back. */
async function stay(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await mineFor(birge, ctx, id);
  if (enrolment === undefined || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const back = { enrolment: id, on: null, agreed: false, by: enrolment.person };
  const stays = !isOver(enrolment, today(birge)) && (await setLastDay(birge.store, back, birge.now())) === 'set';
  const screen: Screen = stays
    ? {
        text: say('vol-leave-stays'),
        buttons: [
          [{ text: say('vol-leave-to-project'), data: `vol:e:${id}` }],
          [{ text: say('menu-button'), data: 'go:menu' }],
        ],
      }
    : leavesScreen(birge, ctx.talk, enrolment);
  await put(ctx.api, ctx.chatId, screen);
}
