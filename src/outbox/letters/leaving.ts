import { may } from '../../access/rights.ts';
import { today } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { dayInWords } from '../../rules/dates.ts';
import { rolesOf } from '../../store/deadlines.ts';
import { readEnrolment } from '../../store/volunteers/enrolments.ts';
import type { LetterKind } from '../letter.ts';

/** Tells a coordinator that a volunteer leaves, and when, or that they stay after all. Not if it is otherwise by now. */
export const volunteerLeaves: LetterKind = {
  async write(birge, { person, payload, language }) {
    const enrolment = await readEnrolment(birge.store, Number(payload['enrolment']));
    if (person === null || enrolment === null || enrolment.until !== payload['on']) return undefined;
    const { above: organisations, project } = enrolment;
    const roles = await rolesOf(birge.store, person, today(birge));
    if (!may(roles, 'look-after-volunteers', { organisations, project })) return undefined;
    const say = birge.say(language);
    const about = {
      name: enrolment.name ?? `№ ${enrolment.person}`,
      project: inWords(enrolment.projectName, language),
    };
    const text =
      enrolment.until === null
        ? say('vol-leave-letter-stays', about)
        : say('vol-leave-letter', { ...about, day: dayInWords(enrolment.until, language) });
    const buttons = [[{ text: say('vol-leave-letter-card'), data: `vol:v:${enrolment.id}` }]];
    return { screen: { text, buttons, tellsOf: [enrolment.person] } };
  },
};

/** Tells a volunteer that a coordinator has ended their time in a project. Not if the day is another by now. */
export const enrolmentEnded: LetterKind = {
  async write(birge, { person, payload, language }) {
    const enrolment = await readEnrolment(birge.store, Number(payload['enrolment']));
    if (enrolment === null || enrolment.person !== person || enrolment.until !== payload['on']) return undefined;
    const say = birge.say(language);
    const text = say('vol-leave-letter-ended', {
      project: inWords(enrolment.projectName, language),
      day: dayInWords(enrolment.until ?? '', language),
    });
    return {
      screen: {
        text,
        buttons: [
          [{ text: say('vol-my-thanks'), data: 'vol:mythx' }],
          [{ text: say('vol-leave-other-projects'), data: 'go:projects' }],
        ],
      },
    };
  },
};
