import type { Composer } from 'grammy';
import { standingOf } from '../../src/centres/plan.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { indicatorsFor } from '../../src/label/instrument.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { actionsOf, beginAction, planMade } from '../../src/store/centres/actions.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import { pressAction, pressDone, pressWhen, pressWho, showAction, showOwed } from './action-press.ts';
import { actionScreen } from './action-card.ts';
import { openAction } from './action-right.ts';
import { toPlan } from './action-words.ts';
import { centreFor } from './centre-right.ts';
import { openScreen, planScreen } from './plan-screen.ts';

/** A centre's action plan and its steps. Each of these asks for the right where it acts. */
export function planRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^jb:plan:(\d{1,15})(?::(\d{1,4}))?$/, (ctx) =>
    showPlan(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2] ?? 0)),
  );
  app.callbackQuery(/^jb:plan:todo:(\d{1,15}):(\d{1,4})$/, (ctx) =>
    showOpen(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
  app.callbackQuery(/^jb:plan:(new|more):(\d{1,15}):(\d{1,3})$/, (ctx) =>
    begin(birge, ctx, Number(ctx.match[2]), Number(ctx.match[3]), ctx.match[1] === 'more'),
  );
  app.callbackQuery(/^jb:plan:made:(\d{1,15})(:yes)?$/, (ctx) =>
    (ctx.match[2] === undefined ? askReady : ready)(birge, ctx, Number(ctx.match[1])),
  );
  app.callbackQuery(/^jb:due:(\d{1,15})$/, (ctx) => showOwed(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:act:(\d{1,15})$/, (ctx) => showAction(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:act:(\d{1,15}):([a-z]+)$/, (ctx) =>
    pressAction(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? ''),
  );
  app.callbackQuery(/^jb:act:(\d{1,15}):on:([\d-]{10})$/, (ctx) =>
    pressDone(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? ''),
  );
  app.callbackQuery(/^jb:act:(\d{1,15}):p:(\d{1,15}):([\da-f]{6})$/, (ctx) =>
    pressWho(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2]), ctx.match[3] ?? ''),
  );
  app.callbackQuery(/^jb:act:(\d{1,15}):by:([\d-]{10}):([\da-f]{6})$/, (ctx) =>
    pressWhen(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? '', ctx.match[3] ?? ''),
  );
}

async function showPlan(birge: Birge, ctx: OuterCtx, id: number, offset: number): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'see-label-work');
  if (centre) await tell(ctx, await planScreen(birge, ctx.talk, centre, offset));
}

async function showOpen(birge: Birge, ctx: OuterCtx, id: number, offset: number): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'see-label-work');
  if (centre) await tell(ctx, await openScreen(birge, ctx.talk, centre, offset));
}

/** Begins a step for an indicator; where somebody has begun one already, that is gone on with, unless `another` is wanted. */
async function begin(birge: Birge, ctx: OuterCtx, id: number, indicator: number, another: boolean): Promise<void> {
  const { talk } = ctx;
  const centre = await centreFor(birge, ctx, id, 'work-on-label');
  if (centre === undefined || talk.person === null) return;
  // A button of the time before the centre's kind was corrected: the plan shows what applies now.
  const applies = indicatorsFor(birge.label, centre.kind).some(({ number }) => number === indicator);
  if (!applies) return tell(ctx, await planScreen(birge, talk, centre, 0));
  const there = another
    ? undefined
    : (await actionsOf(birge.store, id, centre.cycle)).find((action) => action.indicator === indicator);
  if (there !== undefined && standingOf(there) !== 'unsaid') {
    const opened = await openAction(birge, talk, there.id, 'work-on-label');
    const note = birge.say(languageOf(talk))('jb-plan-there');
    return tell(ctx, 'refusal' in opened ? opened.refusal : await actionScreen(birge, talk, opened, note));
  }
  const action =
    there?.id ?? (await beginAction(birge.store, { organisation: id, indicator, by: talk.person.id }, birge.now()));
  await ctx.conversation.enter('centre-action', action);
}

/** Is the plan ready? Asked once, with how many steps it has. */
async function askReady(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'work-on-label');
  if (centre === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const { said, unsaid } = await countedIn(birge, centre);
  if (said === 0) return tell(ctx, await planScreen(birge, ctx.talk, centre, 0, say('jb-plan-ready-empty')));
  const text = [say('jb-plan-ready-ask', { said }), ...(unsaid > 0 ? [say('jb-plan-ready-unsaid', { unsaid })] : [])];
  await tell(ctx, {
    text: text.join('\n\n'),
    buttons: [
      [{ text: say('jb-plan-ready-yes'), data: `jb:plan:made:${id}:yes` }],
      [{ text: say('form-back'), data: `jb:plan:${id}` }],
    ],
  });
}

/** It is: the deadline for making it is met, where the centre has one. */
async function ready(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const { talk } = ctx;
  const centre = await centreFor(birge, ctx, id, 'work-on-label');
  if (centre === undefined || talk.person === null) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  if ((await countedIn(birge, centre)).said === 0) return askReady(birge, ctx, id);
  const fulfilled = await planMade(birge.store, id, talk.person.id, birge.now());
  const title = birge.calendar.kinds.get('action-plan')?.title[language] ?? '';
  await tell(ctx, {
    text: fulfilled > 0 ? say('jb-plan-made', { title }) : say('jb-plan-made-no-deadline'),
    buttons: [toPlan(say, id), [{ text: say('menu-button'), data: 'go:menu' }]],
  });
}

async function countedIn(birge: Birge, centre: Centre): Promise<{ said: number; unsaid: number }> {
  const actions = await actionsOf(birge.store, centre.id, centre.cycle);
  const unsaid = actions.filter((action) => standingOf(action) === 'unsaid').length;
  return { said: actions.length - unsaid, unsaid };
}

async function tell(ctx: OuterCtx, screen: Screen): Promise<void> {
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, screen);
}
