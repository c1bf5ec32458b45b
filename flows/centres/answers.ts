import type { Composer } from 'grammy';
import { criteriaText, criterionText } from '../../src/centres/answers.ts';
import { criteriaOf } from '../../src/centres/assessed.ts';
import type { Assessed } from '../../src/centres/assessed.ts';
import { toCentre, toResult } from '../../src/centres/words.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Criterion } from '../../src/label/instrument.ts';
import { put } from '../../src/screens/put.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { assessedFor } from './assessed-for.ts';
import { refuse } from './centre-right.ts';
import { toChange } from './change-button.ts';
import { sendEvidence } from './evidence.ts';

/** Numbers of indicators that stand side by side on a phone. */
const inARow = 4;

/** Reading an assessment: what was answered, by whom, with which examples, photos and documents. */
export function answerRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^jb:ans:(\d{1,15})$/, (ctx) => showCriteria(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:ans:(\d{1,15}):(\d)$/, (ctx) =>
    showCriterion(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
  app.callbackQuery(/^jb:ev:(\d{1,15}):(\d{1,2})$/, (ctx) =>
    sendEvidence(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
}

/** The criteria with how much of each is answered; each opens by its button. */
async function showCriteria(birge: Birge, ctx: OuterCtx, submission: number): Promise<void> {
  const assessed = await assessedFor(birge, ctx, submission);
  if (assessed === undefined || ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  await put(ctx.api, ctx.chatId, {
    text: criteriaText(birge, assessed, language),
    buttons: [
      ...criteriaOf(birge.label, assessed).map(({ number, short }) => [
        { text: shorten(`${number}. ${short[language]}`, 60), data: `jb:ans:${submission}:${number}` },
      ]),
      toResult(say, assessed),
      toCentre(say, assessed.centre.id),
    ],
  });
}

/** What was answered to the indicators of a criterion; each opens with its example and evidence by its number. */
async function showCriterion(birge: Birge, ctx: OuterCtx, submission: number, number: number): Promise<void> {
  const assessed = await assessedFor(birge, ctx, submission);
  if (assessed === undefined || ctx.chatId === undefined) return;
  const criterion = criteriaOf(birge.label, assessed).find((one) => one.number === number);
  if (criterion === undefined) return refuse(birge, ctx);
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const numbers = criterion.indicators.map((indicator) => ({
    text: String(indicator.number),
    data: `jb:hist:${submission}:${indicator.number}`,
  }));
  await put(ctx.api, ctx.chatId, {
    text: criterionText(birge, assessed, criterion, language),
    buttons: [
      ...inRows(numbers),
      ...toChange(say, ctx.talk, assessed, 'jb-res-change-from-button', firstToChange(criterion, assessed)),
      [{ text: say('jb-res-criteria-button'), data: `jb:ans:${submission}` }],
      toResult(say, assessed),
    ],
  });
}

/** The first indicator of a criterion that is not "yes": what a change is for; the first of all where each of them is. */
function firstToChange({ indicators }: Criterion, { assessment: { marks } }: Assessed): number {
  const open = indicators.find(({ number }) => marks[number] !== 'yes');
  return (open ?? indicators[0])?.number ?? 1;
}

function inRows(buttons: readonly ScreenButton[]): ScreenButton[][] {
  const rows: ScreenButton[][] = [];
  for (let from = 0; from < buttons.length; from += inARow) rows.push(buttons.slice(from, from + inARow));
  return rows;
}
