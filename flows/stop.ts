import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { setAnnouncements } from '../src/store/people.ts';

/** Ends announcements to a person and brings them back; whoever has agreed to nothing yet may do so, too. */
export function stopRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.command('stop', (ctx) => stop(birge, ctx));
  app.callbackQuery('set:announcements', (ctx) => bringBack(birge, ctx));
  // A link that somebody opens is no such wish: the button of an announcement in a group is one.
  app.command('start', async (ctx, next) => {
    if (ctx.match === '') await backByStart(birge, ctx);
    await next();
  });
}

/** `/stop`: no announcements any more. What is owed by a date is told all the same, and the way back is said. */
async function stop(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { person } = ctx.talk;
  if (person === null) return;
  await setAnnouncements(birge.store, person.id, false, birge.now());
  person.announcements = false;
  const say = birge.say(languageOf(ctx.talk));
  await tell(birge, ctx, say('stop-done'), [[{ text: say('stop-take-back'), data: 'set:announcements' }]]);
}

/** The button below that: announcements come again. */
async function bringBack(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { person } = ctx.talk;
  if (person === null) return;
  await setAnnouncements(birge.store, person.id, true, birge.now());
  person.announcements = true;
  await tell(birge, ctx, birge.say(languageOf(ctx.talk))('stop-back'), []);
}

/** `/start` brings announcements back, and says so only where they were off. */
async function backByStart(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { person } = ctx.talk;
  if (person === null || person.announcements || ctx.chatId === undefined) return;
  const wereOff = await setAnnouncements(birge.store, person.id, true, birge.now());
  person.announcements = true;
  if (wereOff) await put(ctx.api, ctx.chatId, { text: birge.say(languageOf(ctx.talk))('stop-back') });
}

async function tell(birge: Birge, ctx: OuterCtx, text: string, rows: ScreenButton[][]): Promise<void> {
  if (ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const on = ctx.talk.draft === null ? [] : [{ text: say('go-on'), data: 'go:on' }];
  await put(ctx.api, ctx.chatId, { text, buttons: [...rows, [...on, { text: say('menu-button'), data: 'go:menu' }]] });
}
