import type { Birge } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dueFrom } from '../../src/recording/recordable.ts';
import { dayInNumbers, dayInWords } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { signings } from '../../src/rules/volunteer-codes.ts';
import type { Signing } from '../../src/rules/volunteer-codes.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { signAgreement } from '../../src/store/volunteers/agreements.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { refusal } from './right.ts';

/** How it was signed, in words. */
export const wayName: Readonly<Record<Signing, string>> = {
  paper: 'vol-agr-way-paper',
  electronic: 'vol-agr-way-electronic',
  other: 'vol-agr-way-other',
};

/** Which agreement was signed, and on which day. */
interface SignedOn {
  enrolment: Enrolment;
  agreement: number;
  day: Day;
}

/** Asks how it was signed. */
export function wayScreen(birge: Birge, talk: Talk, { enrolment, agreement, day }: SignedOn): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  return {
    tellsOf: [enrolment.person],
    text: `<b>${nameOf(enrolment)}</b>\n${say('vol-agr-which-way', { day: dayInWords(day, language) })}`,
    buttons: [
      ...signings.map((way): ScreenButton[] => [
        { text: say(wayName[way]), data: `vol:agc:${enrolment.id}:${agreement}:${day}:${way}` },
      ]),
      [{ text: say('form-back'), data: `vol:agc:${enrolment.id}` }],
    ],
  };
}

/** Records that it was signed, and says what follows. The right was asked and the day looked at by whoever calls. */
export async function signIt(birge: Birge, talk: Talk, signed: SignedOn & { how: Signing }): Promise<Screen> {
  if (talk.person === null) return refusal(birge, talk);
  const { enrolment, agreement: id, day: on, how } = signed;
  const language = languageOf(talk);
  const say = birge.say(language);
  const { calendar, holidays } = birge;
  const volunteer = { organisationKind: 'volunteer-organisation', role: 'volunteer' };
  const due = dueFrom(calendar, holidays, 'agreement-signed', volunteer, on);
  const done = await signAgreement(birge.store, { id, on, how, due, by: talk.person.id }, birge.now());
  const back = [{ text: say('vol-agr-to-volunteer'), data: `vol:v:${enrolment.id}` }];
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  if (done === 'gone') return { text: say('vol-agr-gone'), buttons: [back, menu] };
  const titleOf = (kind: string): string => calendar.kinds.get(kind)?.title[language] ?? kind;
  const text = [
    `<b>${nameOf(enrolment)}</b>`,
    say('vol-agr-was-signed', { day: dayInWords(on, language), way: say(wayName[how]) }),
    '',
    say('vol-agr-follows'),
    say('vol-agr-monthly', { title: titleOf('volunteer-report') }),
    // Whoever was briefed before has it behind them.
    ...(enrolment.briefedOn === null
      ? due.map(({ kind, dueOn }) => say('vol-agr-due', { title: titleOf(kind), day: dayInNumbers(dueOn) }))
      : []),
  ];
  const undo = [{ text: say('vol-agr-undo'), data: `vol:agc:undo:${enrolment.id}:${id}` }];
  return { text: text.join('\n'), buttons: [undo, back, menu], tellsOf: [enrolment.person] };
}

const nameOf = ({ name, person }: Enrolment): string => escapeHtml(name ?? `№ ${person}`);
