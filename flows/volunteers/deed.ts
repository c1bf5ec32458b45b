import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { isDay } from '../../src/rules/dates.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { removeDeed } from '../../src/store/volunteers/deeds.ts';
import { tell } from '../group-right.ts';
import { deedLines, deedScreen, toDiary } from './deed-card.ts';
import { dayProblem, putOff } from './deed-day.ts';
import { openDeedForm } from './deed-form.ts';
import { newDeedRoutes } from './deed-new.ts';
import { sendDeedPhoto } from './deed-photo.ts';
import { deedFor, myDeedFor } from './deed-right.ts';

/** An entry of the diary and what can be done with it; whose it is is asked at every press, for old buttons stay in the chat. */
export function deedRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  newDeedRoutes(app, birge);
  app.callbackQuery(/^vol:deed:(\d{1,15})$/, (ctx) => showDeed(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:deed:(\d{1,15}):(\w{1,10})$/, (ctx) => {
    const act = deedActs.get(ctx.match[2] ?? '') ?? showDeed;
    return act(birge, ctx, Number(ctx.match[1]));
  });
  app.callbackQuery(/^vol:deed:(\d{1,15}):on:(\d{4}-\d\d-\d\d)$/, (ctx) =>
    pressDay(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? ''),
  );
}

type Act = (birge: Birge, ctx: OuterCtx, id: number) => Promise<void>;

/** What can be done with an entry, by the word on the button. */
export const deedActs: ReadonlyMap<string, Act> = new Map<string, Act>(
  Object.entries({
    // A planned one is done by writing it down; one that is done is changed in the same form.
    done: change,
    change,
    photo: showPhoto,
    move: (_birge, ctx, id) => ctx.conversation.enter('deed-day', id),
    drop: askDrop,
    gone: drop,
  } satisfies Record<string, Act>),
);

async function showDeed(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const open = await deedFor(birge, ctx, id);
  if (open) await answer(ctx, deedScreen(birge, ctx.talk, open));
}

async function showPhoto(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const open = await deedFor(birge, ctx, id);
  if (open) await sendDeedPhoto(birge, ctx, open);
}

async function change(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const deed = await myDeedFor(birge, ctx, id);
  if (deed) await openDeedForm(birge, ctx, deed);
}

/** Asks once before an entry goes. */
async function askDrop(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const deed = await myDeedFor(birge, ctx, id);
  if (deed === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const ask = say(deed.state === 'planned' ? 'vol-deed-drop-ask' : 'vol-deed-remove-ask');
  await tell(birge, ctx, `${ask}\n\n${deedLines(birge, deed, language).join('\n')}`, [
    [{ text: say('vol-deed-remove-yes'), data: `vol:deed:${id}:gone` }],
    [{ text: say('vol-deed-remove-no'), data: `vol:deed:${id}` }],
  ]);
}

async function drop(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const deed = await myDeedFor(birge, ctx, id);
  if (deed === undefined) return;
  await removeDeed(birge.store, id, deed.person, birge.now());
  const say = birge.say(languageOf(ctx.talk));
  const key = deed.state === 'planned' ? 'vol-deed-dropped' : 'vol-deed-removed';
  await tell(birge, ctx, say(key), [[{ text: say('vol-new-deed'), data: 'vol:new' }, toDiary(say, deed)]]);
}

/** A day was chosen; it may have passed since the button was shown. */
async function pressDay(birge: Birge, ctx: OuterCtx, id: number, day: string): Promise<void> {
  if (!isDay(day)) return showDeed(birge, ctx, id);
  ctx.talk.note = dayProblem(birge, ctx.talk, day);
  if (ctx.talk.note !== undefined) return ctx.conversation.enter('deed-day', id);
  await answer(ctx, await putOff(birge, ctx.talk, id, day));
}

async function answer(ctx: OuterCtx, screen: Screen): Promise<void> {
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, screen);
}
