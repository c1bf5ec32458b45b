import { may } from '../../access/rights.ts';
import { placeOfCentre } from '../../centres/assessed.ts';
import { dueLine, indicatorName } from '../../centres/plan-words.ts';
import { standingOf } from '../../centres/plan.ts';
import { today } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { shorten } from '../../screens/shorten.ts';
import { readAction } from '../../store/centres/actions.ts';
import { readCentre } from '../../store/centres/centre.ts';
import { rolesOf } from '../../store/deadlines.ts';
import type { LetterKind } from '../letter.ts';

/**
 * Tells somebody of the centre that a colleague has made them responsible for a step of the plan. Not if it was given to
 * somebody else, done or dropped meanwhile, or they no longer work there.
 */
export const actionGiven: LetterKind = {
  async write(birge, { person, payload, language }) {
    const action = await readAction(birge.store, Number(payload['action']));
    if (person === null || action?.responsible?.person !== person || standingOf(action) !== 'open') return undefined;
    const centre = await readCentre(birge.store, action.organisation);
    const roles = await rolesOf(birge.store, person, today(birge));
    if (centre === null || action.dueOn === null || !may(roles, 'work-on-label', placeOfCentre(centre)))
      return undefined;
    const say = birge.say(language);
    const text = say('jb-given', {
      centre: shorten(inWords(centre.name, language), 150),
      indicator: indicatorName(birge, action.indicator, language),
      what: action.what ?? '',
      when: dueLine(birge, action.dueOn, language),
    });
    return { screen: { text, buttons: [[{ text: say('jb-given-open'), data: `jb:act:${action.id}` }]] } };
  },
};
