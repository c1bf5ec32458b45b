import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { isDay } from '../../src/rules/dates.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { put } from '../../src/screens/put.ts';
import { decisionsOf, undoDecision } from '../../src/store/centres/centre.ts';
import { tell } from '../group-right.ts';
import { centreFor } from './centre-right.ts';
import { nameIn } from './centre-words.ts';
import { problemWith } from './decision-day.ts';
import { confirmScreen, recordIt } from './decision-record.ts';
import { decisionLine, verdictIn, verdictName, verdicts } from './decision-words.ts';

/** What was decided on the label, kept by administrators; the right is asked at every press. */
export function decisionRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^jb:dec:(\d{1,15})$/, (ctx) => askVerdict(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:dec:(\d{1,15}):undo:(\d{1,15})$/, (ctx) =>
    undoIt(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
  app.callbackQuery(/^jb:dec:(\d{1,15}):([a-z]+)$/, async (ctx, next) => {
    if (verdictIn(ctx.match[2]) === undefined) return next();
    await ctx.conversation.enter('label-decision', `${ctx.match[1]}:${ctx.match[2]}`);
  });
  app.callbackQuery(/^jb:dec:(\d{1,15}):([a-z]+):(\d{4}-\d\d-\d\d)(?::yes:(\d{1,3}))?$/, async (ctx, next) => {
    const [, organisation, written, day = '', cycle] = ctx.match;
    const verdict = verdictIn(written);
    if (verdict === undefined || !isDay(day) || ctx.chatId === undefined) return next();
    const centre = await centreFor(birge, ctx, Number(organisation), 'keep-label-register');
    if (centre === undefined) return;
    const decided = { verdict, day };
    const problem = await problemWith(birge, ctx.talk, centre, decided);
    const act = () =>
      cycle === undefined
        ? confirmScreen(birge, ctx.talk, centre, decided)
        : recordIt(birge, ctx.talk, centre, decided, Number(cycle));
    await put(ctx.api, ctx.chatId, problem ?? (await act()));
  });
}

/** What was decided so far, and the four things that can be decided now. */
async function askVerdict(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'keep-label-register');
  if (centre === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const decisions = await decisionsOf(birge.store, id);
  const lines = decisions.map((decision) => decisionLine(birge, decision, language, 'named'));
  const rows = verdicts.map((verdict): ScreenButton[] => [
    { text: verdictName(birge, verdict, language), data: `jb:dec:${id}:${verdict}` },
  ]);
  const [newest] = decisions;
  if (newest) rows.push([{ text: say('jb-ctr-undo'), data: `jb:dec:${id}:undo:${newest.id}` }]);
  rows.push([{ text: say('jb-ctr-card'), data: `jb:card:${id}` }]);
  const text = [`<b>${nameIn(centre, language)}</b>`, ...lines, '', say('jb-ctr-what-decided')];
  await tell(birge, ctx, text.join('\n'), rows);
}

/** It was not so. Only the newest decision can be taken back, while nothing has been assessed after it. */
async function undoIt(birge: Birge, ctx: OuterCtx, id: number, decision: number): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'keep-label-register');
  const { person } = ctx.talk;
  if (centre === undefined || person === null) return;
  const say = birge.say(languageOf(ctx.talk));
  // The number of another centre's decision is no button of ours.
  const its = (await decisionsOf(birge.store, id)).some((one) => one.id === decision);
  const undone = its && (await undoDecision(birge.store, decision, person.id, birge.now()));
  await tell(birge, ctx, say(undone ? 'jb-ctr-undone' : 'jb-ctr-not-undone'), [
    [{ text: say('jb-ctr-decision'), data: `jb:dec:${id}` }],
    [{ text: say('jb-ctr-card'), data: `jb:card:${id}` }],
  ]);
}
