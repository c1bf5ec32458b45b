import { standingOf } from '../../src/centres/plan.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { today } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { isDay } from '../../src/rules/dates.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen } from '../../src/screens/screen.ts';
import type { ActionPart } from '../../src/store/centres/actions.ts';
import { actionOwed, dropAction, reopenAction } from '../../src/store/centres/actions.ts';
import { staffOf } from '../../src/store/centres/centre.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { asking } from './action.ts';
import { meanwhile } from './action-asked.ts';
import { actionScreen, dropScreen, whenDoneScreen } from './action-card.ts';
import type { Asked } from './action-parts.ts';
import { dayProblem, markOf, nextAsked, stands } from './action-parts.ts';
import type { OpenAction } from './action-right.ts';
import { goneScreen, openAction } from './action-right.ts';
import { finish, store } from './action-said.ts';
import { planScreen } from './plan-screen.ts';

/** The card of a step, for whoever may see what the centre does for the label. */
export async function showAction(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const opened = await openAction(birge, ctx.talk, id, 'see-label-work');
  await tell(ctx, 'refusal' in opened ? opened.refusal : await actionScreen(birge, ctx.talk, opened));
}

/** The card of the step that a deadline stands for. */
export async function showOwed(birge: Birge, ctx: OuterCtx, obligation: number): Promise<void> {
  const id = await actionOwed(birge.store, obligation);
  if (id === null) return tell(ctx, goneScreen(birge, ctx.talk));
  return showAction(birge, ctx, id);
}

/** What can be pressed on a card; each is for those who work on the plan. */
const acts = {
  done: async (birge, talk, opened) =>
    standingOf(opened.action) === 'open' ? whenDoneScreen(birge, talk, opened) : actionScreen(birge, talk, opened),
  drop: async (birge, talk, opened) =>
    standingOf(opened.action) === 'done' ? actionScreen(birge, talk, opened) : dropScreen(birge, talk, opened),
  gone: drop,
  open: reopen,
} as const satisfies Record<string, (birge: Birge, talk: Talk, opened: OpenAction) => Promise<Screen>>;

/** What is asked by typing, by the word on the button; `on`: whatever is missing. */
const typed = { on: undefined, what: 'what', who: 'who', when: 'when', day: 'done' } as const;

const isAct = (word: string): word is keyof typeof acts => Object.hasOwn(acts, word);
const isTyped = (word: string): word is keyof typeof typed => Object.hasOwn(typed, word);

/** A button of a card. The right is asked anew: old buttons stay in the chat. */
export async function pressAction(birge: Birge, ctx: OuterCtx, id: number, act: string): Promise<void> {
  if (isTyped(act)) return ask(ctx, id, typed[act]);
  const opened = await openAction(birge, ctx.talk, id, 'work-on-label');
  if ('refusal' in opened) return tell(ctx, opened.refusal);
  return tell(ctx, await (isAct(act) ? acts[act] : actionScreen)(birge, ctx.talk, opened));
}

/** It was done on this day. */
export async function pressDone(birge: Birge, ctx: OuterCtx, id: number, day: string): Promise<void> {
  const opened = await openAction(birge, ctx.talk, id, 'work-on-label');
  if ('refusal' in opened) return tell(ctx, opened.refusal);
  if (!isDay(day)) return tell(ctx, await actionScreen(birge, ctx.talk, opened));
  return tell(ctx, await finish(birge, ctx.talk, opened, day));
}

/** One of the staff was chosen; they may have left since the button was shown. */
export async function pressWho(birge: Birge, ctx: OuterCtx, id: number, person: number, mark: string): Promise<void> {
  await pressPart(birge, ctx, id, { asked: 'who', part: { responsible: { person } }, mark }, async ({ centre }) => {
    const staff = await staffOf(birge.store, centre.id, today(birge));
    if (staff.some((one) => one.person === person)) return undefined;
    return birge.say(languageOf(ctx.talk))('jb-plan-not-staff');
  });
}

/** A day was chosen; it may have passed since the button was shown. */
export async function pressWhen(birge: Birge, ctx: OuterCtx, id: number, day: string, mark: string): Promise<void> {
  if (!isDay(day)) return showAction(birge, ctx, id);
  return pressPart(birge, ctx, id, { asked: 'when', part: { dueOn: day }, mark }, async () =>
    dayProblem(birge, birge.say(languageOf(ctx.talk)), 'when', day),
  );
}

async function pressPart(
  birge: Birge,
  ctx: OuterCtx,
  id: number,
  { asked, part, mark }: { asked: 'who' | 'when'; part: ActionPart; mark: string },
  problem: (opened: OpenAction) => Promise<string | undefined>,
): Promise<void> {
  const { talk } = ctx;
  const opened = await openAction(birge, talk, id, 'work-on-label');
  if ('refusal' in opened) return tell(ctx, opened.refusal);
  const { action } = opened;
  if (action.doneOn !== null) return tell(ctx, await actionScreen(birge, talk, opened));
  // A button of a part whose turn has not come: nobody was shown it.
  if (nextAsked(action, asked) !== asked) return ask(ctx, id, undefined);
  if (!stands(action, part)) {
    talk.note = await problem(opened);
    if (talk.note === undefined && markOf(action, asked) !== mark) talk.note = meanwhile(birge, talk, opened, asked);
    if (talk.note !== undefined) return ask(ctx, id, asked);
  }
  const screen = await store(birge, talk, opened, part);
  return screen === undefined ? ask(ctx, id, undefined) : tell(ctx, screen);
}

/** Enters the conversation at what is asked, or at what is missing. */
async function ask(ctx: OuterCtx, id: number, asked: Asked | undefined): Promise<void> {
  ctx.talk.seen = asked && asking(asked);
  await ctx.conversation.enter('centre-action', id);
}

async function drop(birge: Birge, talk: Talk, { action, centre, person }: OpenAction): Promise<Screen> {
  // Done by somebody meanwhile: what is done is not taken away without a word.
  if (action.doneOn === null) await dropAction(birge.store, action.id, person, birge.now());
  else return actionScreen(birge, talk, { action, centre, person, writes: true });
  return planScreen(birge, talk, centre, 0, birge.say(languageOf(talk))('jb-plan-dropped'));
}

async function reopen(birge: Birge, talk: Talk, opened: OpenAction): Promise<Screen> {
  const { action, person } = opened;
  if (action.doneOn === null) return actionScreen(birge, talk, opened);
  if ((await reopenAction(birge.store, action.id, person, birge.now())) === 'gone') return goneScreen(birge, talk);
  const again = { ...opened, action: { ...action, doneOn: null } };
  return actionScreen(birge, talk, again, birge.say(languageOf(talk))('jb-plan-reopened'));
}

async function tell(ctx: OuterCtx, screen: Screen): Promise<void> {
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, screen);
}
