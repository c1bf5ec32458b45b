import { may } from '../../src/access/rights.ts';
import { placeOfCentre } from '../../src/centres/assessed.ts';
import type { Birge } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { readAction } from '../../src/store/centres/actions.ts';
import type { Action } from '../../src/store/centres/actions.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { centreIf, home, refusal } from './centre-right.ts';

/** A step of a centre's plan as somebody sees it. */
export interface OpenAction {
  person: number;
  centre: Centre;
  action: Action;
  /** May they change it? Whoever only looks after centres reads. */
  writes: boolean;
}

/** Opens a step for whoever may read it or work on it there today; otherwise gives the words of refusal. */
export async function openAction(
  birge: Birge,
  talk: Talk,
  id: number,
  right: 'see-label-work' | 'work-on-label',
): Promise<OpenAction | { refusal: Screen }> {
  const action = await readAction(birge.store, id);
  if (action === null || talk.person === null) return { refusal: goneScreen(birge, talk) };
  const centre = await centreIf(birge, talk, action.organisation, right);
  if (centre === undefined) return { refusal: refusal(birge, talk) };
  return { person: talk.person.id, centre, action, writes: worksOn(talk, centre) };
}

/** May this person change the plan of the centre? Who answers for a step and works there no longer may not. */
export const worksOn = ({ roles }: Talk, centre: Centre): boolean => may(roles, 'work-on-label', placeOfCentre(centre));

/** There is no such step, or somebody has dropped it. */
export function goneScreen(birge: Birge, talk: Talk): Screen {
  const say = birge.say(languageOf(talk));
  return { text: say('jb-plan-gone'), buttons: [home(birge, talk), [{ text: say('menu-button'), data: 'go:menu' }]] };
}
