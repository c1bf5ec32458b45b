import type { Composer } from 'grammy';
import { may } from '../../src/access/rights.ts';
import { placeOfCentre } from '../../src/centres/assessed.ts';
import type { Assessed } from '../../src/centres/assessed.ts';
import { radarPicture } from '../../src/centres/pictures.ts';
import { heldText, namedAtOnce, nextOf, nothingAnswered, resultText } from '../../src/centres/result.ts';
import { dayOf, nameLine, toCentre, toResult, whatLine } from '../../src/centres/words.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers } from '../../src/rules/dates.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { put } from '../../src/screens/put.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { answerRoutes } from './answers.ts';
import { assessedFor } from './assessed-for.ts';
import { showDifferences, showPair, showPairs } from './compare.ts';
import { showHistory } from './history.ts';
import { sendReport } from './report.ts';
import { showWhatIf } from './what-if.ts';

/** What an assessment has come to: its result, "what if", its report, two side by side, who answered what. */
export function resultRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^jb:res:(\d{1,15})$/, (ctx) => showResult(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:res:(\d{1,15}):held$/, (ctx) => showHeld(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:if:(\d{1,15})(?::(\d):([\da-z]{1,10}))?$/, (ctx) =>
    showWhatIf(birge, ctx, Number(ctx.match[1]), ctx.match[2], ctx.match[3]),
  );
  app.callbackQuery(/^jb:rep:(\d{1,15})(?::(docx|xlsx))?$/, (ctx) =>
    sendReport(birge, ctx, Number(ctx.match[1]), ctx.match[2]),
  );
  app.callbackQuery(/^jb:cmp:(\d{1,15})$/, (ctx) => showPairs(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:cmp:(\d{1,15}):(\d{1,15})$/, (ctx) =>
    showPair(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
  app.callbackQuery(/^jb:cmp:(\d{1,15}):(\d{1,15}):all$/, (ctx) =>
    showDifferences(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
  app.callbackQuery(/^jb:hist:(\d{1,15}):(\d{1,2})$/, (ctx) =>
    showHistory(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
  answerRoutes(app, birge);
}

/**
 * The result, then its picture. The words do not wait for it where the line is bad; the ways on stand below both, for the
 * picture is what is seen last.
 */
async function showResult(birge: Birge, ctx: OuterCtx, submission: number): Promise<void> {
  const assessed = await assessedFor(birge, ctx, submission);
  if (assessed === undefined || ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const buttons = waysOn(birge, ctx, assessed);
  await put(ctx.api, ctx.chatId, { text: resultText(birge, assessed, language), buttons });
  if (nothingAnswered(birge, assessed)) return;
  const day = dayInNumbers(dayOf(birge, assessed));
  await putFile(ctx.api, ctx.chatId, {
    as: 'picture',
    bytes: await radarPicture(birge, assessed, language),
    name: `jastar-belgisi-${submission}.png`,
    caption: `${nameLine(assessed, language)}\n${whatLine(say, assessed.assessment)}, ${day}`,
    buttons,
  });
}

/** What a reader may go on with; every one of these asks the right itself. */
function waysOn(birge: Birge, { talk }: OuterCtx, assessed: Assessed): ScreenButton[][] {
  const say = birge.say(languageOf(talk));
  const { assessment, centre } = assessed;
  const { id, by, status } = assessment;
  const organisation = centre.id;
  const mine = may(talk.roles, 'work-on-label', placeOfCentre(centre));
  const fills = by === 'centre' ? mine : may(talk.roles, 'assess-as-expert', placeOfCentre(centre));
  const to = (key: string, data: string): ScreenButton[] => [{ text: say(key), data }];
  const next = nextOf(birge, assessed);
  const nothing = nothingAnswered(birge, assessed);
  const named = nothing ? 0 : namedAtOnce;
  return [
    ...(fills && status === 'draft' ? [to('jb-res-assess-button', `jb:as:${organisation}`)] : []),
    ...(next && next.indicators.length > named ? [to('jb-res-held-button', `jb:res:${id}:held`)] : []),
    ...(next ? [to('jb-res-if-button', `jb:if:${id}`)] : []),
    ...(mine ? [to('jb-res-plan-button', `jb:plan:${organisation}`)] : []),
    to('jb-res-answers-button', `jb:ans:${id}`),
    [...to('jb-res-report-button', `jb:rep:${id}`), ...to('jb-res-compare-button', `jb:cmp:${organisation}`)],
    toCentre(say, organisation),
  ];
}

/** All that holds back the next level. */
async function showHeld(birge: Birge, ctx: OuterCtx, submission: number): Promise<void> {
  const assessed = await assessedFor(birge, ctx, submission);
  if (assessed === undefined || ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const tryOut = nextOf(birge, assessed) ? [[{ text: say('jb-res-if-button'), data: `jb:if:${submission}` }]] : [];
  await put(ctx.api, ctx.chatId, {
    text: heldText(birge, assessed, language),
    buttons: [...tryOut, toResult(say, assessed), toCentre(say, assessed.centre.id)],
  });
}
