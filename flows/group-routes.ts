import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { isCode } from '../src/store/invitations.ts';
import { askLetGo, describe, letGo, showGroup } from './group-card.ts';
import { chooseForGroup, giveCode } from './group-code.ts';
import { showGroups } from './group-list.ts';
import { tell } from './group-right.ts';

/** The buttons of groups, in private chats. The right is asked at every one of them. */
export function groupRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^grp:list(?::(\d{1,7}))?$/, (ctx) => showGroups(birge, ctx, Number(ctx.match[1] ?? 0)));
  app.callbackQuery('grp:link', (ctx) => chooseForGroup(birge, ctx));
  app.callbackQuery(/^grp:link:(\d{1,15})(?::(\d{1,15}))?$/, (ctx) =>
    giveCode(birge, ctx, Number(ctx.match[1]), ctx.match[2] ? Number(ctx.match[2]) : undefined),
  );
  app.callbackQuery(/^grp:(\d{1,15})$/, (ctx) => showGroup(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^grp:(\d{1,15}):describe$/, (ctx) => describe(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^grp:(\d{1,15}):drop$/, (ctx) => askLetGo(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^grp:(\d{1,15}):dropped$/, (ctx) => letGo(birge, ctx, Number(ctx.match[1])));
}

/** A group's code that comes in a private chat: it belongs into the group, and stays good. */
export function groupCodes(app: Composer<OuterCtx>, birge: Birge): void {
  app.command(['start', 'link'], (ctx, next) => {
    if (!isCode('group', ctx.match)) return next();
    return tell(birge, ctx, birge.say(languageOf(ctx.talk))('grp-code-in-private'));
  });
}
