import { may } from '../../access/rights.ts';
import { placeOfCentre } from '../../centres/assessed.ts';
import { whatLine } from '../../centres/words.ts';
import { today } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { shorten } from '../../screens/shorten.ts';
import { readAssessment } from '../../store/centres/assessments.ts';
import { readCentre } from '../../store/centres/centre.ts';
import { rolesOf } from '../../store/deadlines.ts';
import type { LetterKind } from '../letter.ts';

/** Tells those who lead a centre that experts have finished assessing it; not whoever no longer leads it. */
export const assessmentFinished: LetterKind = {
  async write(birge, { person, payload, language }) {
    const assessment = await readAssessment(birge.store, Number(payload['submission']));
    if (person === null || assessment?.by !== 'expert' || assessment.status === 'draft') return undefined;
    const centre = await readCentre(birge.store, assessment.organisation);
    const roles = await rolesOf(birge.store, person, today(birge));
    const leading = roles.filter(({ role }) => role === 'head' || role === 'coordinator');
    if (centre === null || !may(leading, 'work-on-label', placeOfCentre(centre))) return undefined;
    const say = birge.say(language);
    const text = say('jb-expert-news', {
      centre: shorten(inWords(centre.name, language), 150),
      what: whatLine(say, assessment),
    });
    const buttons = [
      [{ text: say('jb-ctr-result'), data: `jb:res:${assessment.id}` }],
      [{ text: say('jb-plan-button'), data: `jb:plan:${centre.id}` }],
    ];
    return { screen: { text, buttons } };
  },
};
