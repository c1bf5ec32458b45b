import type { Composer } from 'grammy';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { agreementFile } from '../../src/outbox/letters/agreement-document.ts';
import { dayInWords, isDay } from '../../src/rules/dates.ts';
import { signings } from '../../src/rules/volunteer-codes.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { noteAudit } from '../../src/store/people.ts';
import { readAgreement, unsignAgreement } from '../../src/store/volunteers/agreements.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { signIt, wayName, wayScreen } from './agreement-sign.ts';
import { dayProblem } from './agreement-day.ts';
import { headOf } from './enrolment-words.ts';
import { enrolmentFor } from './right.ts';

const ways = signings.join('|');

/** What a coordinator does with a volunteer's agreement; the right is asked at every press. */
export function agreementLeadRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:agc:(\d{1,15})$/, (ctx) => show(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:agc:file:(\d{1,15})$/, (ctx) => sendFile(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:agc:sign:(\d{1,15}):(\d{1,15})$/, async (ctx) => {
    const enrolment = await enrolmentFor(birge, ctx, Number(ctx.match[1]), 'look-after-volunteers');
    if (enrolment) await ctx.conversation.enter('agreement-day', `${enrolment.id}:${ctx.match[2]}`);
  });
  app.callbackQuery(new RegExp(`^vol:agc:(\\d{1,15}):(\\d{1,15}):([\\d-]{10})(?::(${ways}))?$`), async (ctx) => {
    const [, enrolment, agreement, day = '', way] = ctx.match;
    const how = signings.find((known) => known === way);
    await pressDay(birge, ctx, { enrolment: Number(enrolment), agreement: Number(agreement), day, how });
  });
  app.callbackQuery(/^vol:agc:undo:(\d{1,15}):(\d{1,15})(:yes)?$/, (ctx) =>
    undo(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2]), ctx.match[3] !== undefined),
  );
}

/** How it stands; that it was opened stands in the audit. */
async function show(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await opened(birge, ctx, id, 'open-agreement');
  if (enrolment && ctx.chatId !== undefined)
    await put(ctx.api, ctx.chatId, await leadScreen(birge, ctx.talk, enrolment));
}

async function opened(birge: Birge, ctx: OuterCtx, id: number, action: string): Promise<Enrolment | undefined> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'look-after-volunteers');
  const { person } = ctx.talk;
  if (enrolment === undefined || person === null) return undefined;
  await noteAudit(birge.store, { person: person.id, action, subject: { kind: 'membership', id } }, birge.now());
  return enrolment;
}

/** A volunteer's agreement as their coordinator has it before them. */
export async function leadScreen(birge: Birge, talk: Talk, enrolment: Enrolment, note?: string): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const { id } = enrolment;
  const agreement = enrolment.agreement && (await readAgreement(birge.store, enrolment.agreement.id));
  const file = [{ text: say('vol-agr-file'), data: `vol:agc:file:${id}` }];
  const inWords = (day: string) => dayInWords(day, language);
  const shown = (text: string, rows: ScreenButton[][]): Screen => ({
    text: [
      ...(note === undefined ? [] : [note, '']),
      `<b>${escapeHtml(enrolment.name ?? `№ ${enrolment.person}`)}</b>`,
      headOf(enrolment, language),
      text,
    ].join('\n'),
    buttons: [...rows, ...wayBack(say, id)],
    tellsOf: [enrolment.person],
  });
  if (!agreement) return shown(say('vol-agr-lead-none'), []);
  const { signedOn, signedHow } = agreement;
  if (signedOn === null || signedHow === null) {
    return shown(say('vol-agr-lead-made', { day: inWords(agreement.madeOn) }), [
      file,
      [{ text: say('vol-agr-sign'), data: `vol:agc:sign:${id}:${agreement.id}` }],
    ]);
  }
  const signed = { day: inWords(signedOn), way: say(wayName[signedHow]), days: agreement.noticeDays };
  return shown(say('vol-agr-lead-signed', signed), [
    file,
    [{ text: say('vol-agr-undo'), data: `vol:agc:undo:${id}:${agreement.id}` }],
  ]);
}

const wayBack = (say: Say, id: number): ScreenButton[][] => [
  [{ text: say('vol-agr-to-volunteer'), data: `vol:v:${id}` }],
  [{ text: say('menu-button'), data: 'go:menu' }],
];

async function sendFile(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await opened(birge, ctx, id, 'read-agreement');
  if (enrolment === undefined || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const file = await agreementFile(birge, id, languageOf(ctx.talk));
  if (file === undefined) await put(ctx.api, ctx.chatId, await leadScreen(birge, ctx.talk, enrolment));
  else
    await putFile(ctx.api, ctx.chatId, { ...file, buttons: [[{ text: say('vol-agr-back'), data: `vol:agc:${id}` }]] });
}

/** A day was chosen, then the way; either button may be an old one. */
async function pressDay(
  birge: Birge,
  ctx: OuterCtx,
  pressed: { enrolment: number; agreement: number; day: string; how: (typeof signings)[number] | undefined },
): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, pressed.enrolment, 'look-after-volunteers');
  if (enrolment === undefined || ctx.chatId === undefined) return;
  const { agreement, day, how } = pressed;
  const say = birge.say(languageOf(ctx.talk));
  const stands = enrolment.agreement;
  const screen =
    stands?.id !== agreement || stands.signedOn !== null
      ? await leadScreen(birge, ctx.talk, enrolment, say('vol-agr-other-now'))
      : !isDay(day) || dayProblem(birge, ctx.talk, enrolment, day) !== undefined
        ? await leadScreen(birge, ctx.talk, enrolment, dayProblem(birge, ctx.talk, enrolment, day))
        : how === undefined
          ? wayScreen(birge, ctx.talk, { enrolment, agreement, day })
          : await signIt(birge, ctx.talk, { enrolment, agreement, day, how });
  await put(ctx.api, ctx.chatId, screen);
}

/** It was not signed after all: asked once, then what was counted from it goes. */
async function undo(birge: Birge, ctx: OuterCtx, id: number, agreement: number, sure: boolean): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'look-after-volunteers');
  const { person } = ctx.talk;
  if (enrolment === undefined || person === null || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const stands = enrolment.agreement?.id === agreement && enrolment.agreement.signedOn !== null;
  if (!stands) return put(ctx.api, ctx.chatId, await leadScreen(birge, ctx.talk, enrolment)).then(() => undefined);
  if (!sure) {
    const yes = [{ text: say('vol-agr-undo-yes'), data: `vol:agc:undo:${id}:${agreement}:yes` }];
    const back = [{ text: say('form-back'), data: `vol:agc:${id}` }];
    await put(ctx.api, ctx.chatId, { text: say('vol-agr-undo-ask'), buttons: [yes, back] });
    return;
  }
  await unsignAgreement(birge.store, agreement, person.id, birge.now());
  const again = (await enrolmentFor(birge, ctx, id, 'look-after-volunteers')) ?? enrolment;
  await put(ctx.api, ctx.chatId, await leadScreen(birge, ctx.talk, again, say('vol-agr-undone')));
}
