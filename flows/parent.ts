import { maySomewhere } from '../src/access/rights.ts';
import { parentsOf } from '../src/access/kinds.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { organisationsOf, placeBelow, readOrganisation } from '../src/store/organisations.ts';

/** Below which organisation another one stands: a career centre below its mobility centre, a team below its movement. */
export async function chooseParent(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const language = languageOf(ctx.talk);
  const organisation = await mine(birge, ctx, id);
  if (organisation === null) return tell(birge, ctx, 'refused', []);
  const found = await organisationsOf(birge.store, parentsOf(organisation.kind), 50);
  const rows = found
    .filter((parent) => parent.id !== id)
    .map((parent): ScreenButton[] => [
      { text: shorten(parent.name[language] ?? parent.name.kk, 60), data: `go:below:${id}:${parent.id}` },
    ]);
  await tell(birge, ctx, rows.length > 0 ? 'parent-choose' : 'parent-none', rows);
}

/** Puts it there: from now on those above reach it too. */
export async function putBelow(birge: Birge, ctx: OuterCtx, id: number, parent: number): Promise<void> {
  const organisation = await mine(birge, ctx, id);
  const above = organisation && (await readOrganisation(birge.store, parent));
  if (organisation === null || above === null || !parentsOf(organisation.kind).includes(above.kind)) {
    return tell(birge, ctx, 'refused', []);
  }
  const placed = await placeBelow(birge.store, id, parent);
  const invite = { text: birge.say(languageOf(ctx.talk))('menu-invite'), data: `go:invite:${id}` };
  await tell(birge, ctx, placed === 'placed' ? 'parent-set' : 'parent-circle', [[invite]]);
}

/** The organisation, for those who may make organisations; nobody else moves them. */
async function mine(birge: Birge, { talk }: OuterCtx, id: number) {
  return maySomewhere(talk.roles, 'make-organisation') ? readOrganisation(birge.store, id) : null;
}

async function tell(birge: Birge, ctx: OuterCtx, key: string, rows: ScreenButton[][]): Promise<void> {
  if (ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const menu = { text: say('menu-button'), data: 'go:menu' };
  await put(ctx.api, ctx.chatId, { text: say(key), buttons: [...rows, [menu]] });
}
