import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { agreementFile } from '../../src/outbox/letters/agreement-document.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { putFile } from '../../src/screens/put-file.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { readAgreement } from '../../src/store/volunteers/agreements.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import { isOver } from '../../src/volunteers/enrolment-at.ts';
import { tell } from '../group-right.ts';
import { fillInAgreement } from './agreement-form.ts';
import { agreementLeadRoutes } from './agreement-lead.ts';
import { headOf } from './enrolment-words.ts';
import { mineFor } from './right.ts';

/** The agreement of a volunteer and an organisation (volunteering-manual-birgemiz-bilim, stage III and annex 2). */
export function agreementRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:agr:(\d{1,15})$/, (ctx) => showAgreement(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:agr:fill:(\d{1,15})$/, (ctx) => begin(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:agr:file:(\d{1,15})$/, (ctx) => sendFile(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:agr:(own|theirs):(\d{1,15})$/, (ctx) =>
    showTerms(birge, ctx, ctx.match[1] === 'own', Number(ctx.match[2])),
  );
  agreementLeadRoutes(app, birge);
}

/** How it stands with one's own agreement, and what comes next. */
async function showAgreement(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await mineFor(birge, ctx, id);
  if (enrolment === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const head = headOf(enrolment, language);
  const agreement = enrolment.agreement && (await readAgreement(birge.store, enrolment.agreement.id));
  const over = isOver(enrolment, today(birge));
  if (!agreement) {
    const fill = [{ text: say('vol-agr-make'), data: `vol:agr:fill:${id}` }];
    await tell(birge, ctx, `${head}\n${say(over ? 'vol-agr-over' : 'vol-agr-none')}`, [
      ...termRows(say, id),
      ...(over ? [] : [fill]),
      toProject(say, id),
    ]);
    return;
  }
  const stands =
    agreement.signedOn === null
      ? say('vol-agr-made', { day: dayInWords(agreement.madeOn, language) })
      : say('vol-agr-signed', { day: dayInWords(agreement.signedOn, language), days: agreement.noticeDays });
  const change = agreement.signedOn === null && !over;
  await tell(birge, ctx, `${head}\n${stands}`, [
    [{ text: say('vol-agr-file'), data: `vol:agr:file:${id}` }],
    ...(change ? [[{ text: say('vol-agr-change'), data: `vol:agr:fill:${id}` }]] : []),
    ...termRows(say, id),
    toProject(say, id),
  ]);
}

/** Who owes and may do what, in short: one's own part, and the organisation's. */
const termRows = (say: Say, id: number): ScreenButton[][] => [
  [
    { text: say('vol-agr-own-button'), data: `vol:agr:own:${id}` },
    { text: say('vol-agr-theirs-button'), data: `vol:agr:theirs:${id}` },
  ],
];

const toProject = (say: Say, id: number): ScreenButton[] => [{ text: say('vol-agr-to-project'), data: `vol:e:${id}` }];

async function showTerms(birge: Birge, ctx: OuterCtx, own: boolean, id: number): Promise<void> {
  if ((await mineFor(birge, ctx, id)) === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const other = own
    ? { text: say('vol-agr-theirs-button'), data: `vol:agr:theirs:${id}` }
    : { text: say('vol-agr-own-button'), data: `vol:agr:own:${id}` };
  await tell(birge, ctx, say(own ? 'vol-agr-own' : 'vol-agr-theirs'), [
    [other],
    [{ text: say('vol-agr-back'), data: `vol:agr:${id}` }],
  ]);
}

/** The form, with what is known. A signed agreement is not changed. */
async function begin(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await mineFor(birge, ctx, id);
  if (enrolment === undefined) return;
  if (isFixed(enrolment) || isOver(enrolment, today(birge))) return showAgreement(birge, ctx, id);
  await fillInAgreement(birge, ctx, enrolment);
}

const isFixed = ({ agreement }: Enrolment): boolean => agreement !== null && agreement.signedOn !== null;

async function sendFile(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await mineFor(birge, ctx, id);
  if (enrolment === undefined || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const file = await agreementFile(birge, id, languageOf(ctx.talk));
  if (file === undefined) return showAgreement(birge, ctx, id);
  const caption = `${file.caption}\n${say('vol-agr-print')}`;
  await putFile(ctx.api, ctx.chatId, {
    ...file,
    caption,
    buttons: [[{ text: say('vol-agr-back'), data: `vol:agr:${id}` }]],
  });
}
