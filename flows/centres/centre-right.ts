import { may } from '../../src/access/rights.ts';
import type { Action } from '../../src/access/rights.ts';
import { placeOfCentre } from '../../src/centres/assessed.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { readCentre } from '../../src/store/centres/centre.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { tell } from '../group-right.ts';

/** The centre, for whoever may do this there; undefined: it is none of their business, or there is none of this id. */
export async function centreIf(birge: Birge, { roles }: Talk, id: number, action: Action): Promise<Centre | undefined> {
  const centre = await readCentre(birge.store, id);
  return centre !== null && may(roles, action, placeOfCentre(centre)) ? centre : undefined;
}

/** The same; whoever may not was told where to go instead. */
export async function centreFor(birge: Birge, ctx: OuterCtx, id: number, action: Action): Promise<Centre | undefined> {
  const centre = await centreIf(birge, ctx.talk, id, action);
  if (centre === undefined) await refuse(birge, ctx);
  return centre;
}

/** Says that this is not theirs, with the way to what is. */
export async function refuse(birge: Birge, ctx: OuterCtx): Promise<void> {
  await tell(birge, ctx, birge.say(languageOf(ctx.talk))('jb-ctr-refused'), [home(birge, ctx.talk)]);
}

/** The same as a screen, for a running conversation. */
export function refusal(birge: Birge, talk: Talk): Screen {
  const say = birge.say(languageOf(talk));
  return { text: say('jb-ctr-refused'), buttons: [home(birge, talk), [{ text: say('menu-button'), data: 'go:menu' }]] };
}

/** The button that leads to one's own centres. */
export const home = (birge: Birge, talk: Talk): ScreenButton[] => [
  { text: birge.say(languageOf(talk))('jb-ctr-my-centres'), data: 'jb:home' },
];
