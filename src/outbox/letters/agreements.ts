import { may } from '../../access/rights.ts';
import { today } from '../../context.ts';
import type { Birge } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { dayInWords } from '../../rules/dates.ts';
import { rolesOf } from '../../store/deadlines.ts';
import { readAgreement } from '../../store/volunteers/agreements.ts';
import type { Enrolment } from '../../store/volunteers/enrolments.ts';
import { enrolmentAt } from '../../volunteers/enrolment-at.ts';
import type { LetterKind } from '../letter.ts';

/** The volunteer's enrolment, if this is still the agreement that stands there. */
async function enrolmentUnder(birge: Birge, id: number): Promise<Enrolment | undefined> {
  const agreement = await readAgreement(birge.store, id);
  const enrolment = agreement && (await enrolmentAt(birge.store, agreement, today(birge)));
  return enrolment?.agreement?.id === id ? enrolment : undefined;
}

/** Tells a coordinator that a volunteer has made an agreement and it can be signed. Not if it is signed or gone, or they left. */
export const agreementMade: LetterKind = {
  async write(birge, { person, payload, language }) {
    const enrolment = await enrolmentUnder(birge, Number(payload['agreement']));
    if (person === null || enrolment?.agreement?.signedOn !== null) return undefined;
    const roles = await rolesOf(birge.store, person, today(birge));
    const { above: organisations, project } = enrolment;
    if (!may(roles, 'look-after-volunteers', { organisations, project })) return undefined;
    const say = birge.say(language);
    const text = say('vol-agr-letter-made', {
      name: enrolment.name ?? `№ ${enrolment.person}`,
      project: inWords(enrolment.projectName, language),
    });
    const buttons = [[{ text: say('vol-agr-letter-open'), data: `vol:agc:${enrolment.id}` }]];
    return { screen: { text, buttons, tellsOf: [enrolment.person] } };
  },
};

/** Tells a volunteer that their agreement is signed, and what is owed from now on. Not if that was taken back. */
export const agreementSigned: LetterKind = {
  async write(birge, { person, payload, language }) {
    const enrolment = await enrolmentUnder(birge, Number(payload['agreement']));
    const on = enrolment?.agreement?.signedOn ?? null;
    if (enrolment === undefined || enrolment.person !== person || on === null) return undefined;
    const say = birge.say(language);
    const known = { project: inWords(enrolment.projectName, language), day: dayInWords(on, language) };
    const briefing = enrolment.briefedOn === null;
    const text = [
      say('vol-agr-letter-signed', known),
      say('vol-agr-owes-report'),
      ...(briefing ? [say('vol-agr-owes-briefing')] : []),
    ].join('\n');
    const briefingButton = { text: say('vol-agr-to-briefing'), data: `vol:br:${enrolment.id}` };
    return {
      screen: {
        text,
        buttons: [
          ...(briefing ? [[briefingButton]] : []),
          [{ text: say('vol-agr-to-diary'), data: 'vol:diary' }],
          [{ text: say('vol-agr-to-project'), data: `vol:e:${enrolment.id}` }],
        ],
      },
    };
  },
};
