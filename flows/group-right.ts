import { maySomewhere } from '../src/access/rights.ts';
import { mayAnnounce } from '../src/announcing/right.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { readGroup } from '../src/store/groups.ts';
import type { Group } from '../src/store/groups.ts';

/** Where a group lies, as the access check needs it. */
export const placeOfGroup = ({ above, project }: Group) => ({ organisations: above, project: project ?? undefined });

/**
 * The group, for whoever may announce there. Everybody else hears what to do, and that they tried stands in the audit;
 * undefined: it was said why there is nothing to show.
 */
export async function groupFor(birge: Birge, ctx: OuterCtx, chat: number): Promise<Group | undefined> {
  const say = birge.say(languageOf(ctx.talk));
  const group = await readGroup(birge.store, chat);
  if (group === null && maySomewhere(ctx.talk.roles, 'announce')) {
    // An old button of a group that somebody let go is no attempt at anything.
    await tell(birge, ctx, say('grp-none'), [[{ text: say('grp-all'), data: 'grp:list' }]]);
    return undefined;
  }
  const place = group ? placeOfGroup(group) : { organisations: [] };
  const may = await mayAnnounce(birge, ctx.talk, place, { kind: 'group', id: chat });
  if (may && group) return group;
  await tell(birge, ctx, say('refused'));
  return undefined;
}

/** May they announce anywhere? If not, they hear it, and it stands in the audit. */
export async function announcesSomewhere(birge: Birge, ctx: OuterCtx): Promise<boolean> {
  const { roles } = ctx.talk;
  if (maySomewhere(roles, 'announce')) return true;
  await mayAnnounce(birge, ctx.talk, { organisations: [] }, { kind: 'organisation', id: roles[0]?.organisation ?? 0 });
  await tell(birge, ctx, birge.say(languageOf(ctx.talk))('refused'));
  return false;
}

/** Says something with the way to the menu below; `tellsOf`: of which other people. */
export async function tell(
  birge: Birge,
  ctx: OuterCtx,
  text: string,
  rows: ScreenButton[][] = [],
  tellsOf: readonly number[] = [],
): Promise<void> {
  if (ctx.chatId === undefined) return;
  const menu = { text: birge.say(languageOf(ctx.talk))('menu-button'), data: 'go:menu' };
  await put(ctx.api, ctx.chatId, { text, buttons: [...rows, [menu]], tellsOf });
}
