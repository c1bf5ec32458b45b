import { isOnlyHere } from '../../src/certificates/reach.ts';
import { today } from '../../src/context.ts';
import type { Birge } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import { confirmedWork } from '../../src/store/volunteers/thanks.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { spanOf } from './thank-words.ts';

/** Of which days a certificate is to be, and in which language. */
export interface Shown {
  from: Day;
  until: Day;
  language: Language;
}

/** Before it nobody wrote a diary here: the beginning of all that was done. */
export const ever = '2000-01-01';

const languages = ['kk', 'ru', 'en'] as const satisfies Language[];

/**
 * What will stand in the certificate, with the button that gives it. Its period goes from the first to the last confirmed day
 * among those chosen (ours: nobody was at work before or after).
 */
export async function certificateScreen(
  birge: Birge,
  talk: Talk,
  enrolment: Enrolment,
  { from: first, until: last, language }: Shown,
  note?: string,
): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  const { id, person, project, name } = enrolment;
  const { hours, deeds, from, until } = await confirmedWork(birge.store, { person, project, from: first, until: last });
  const to = (text: string, act: string): ScreenButton => ({ text, data: `vol:thank:${id}:${act}` });
  const end = [
    [to(say('vol-thx-choose-days'), 'cert')],
    [{ text: say('vol-thx-back'), data: `vol:thank:${id}` }],
    [{ text: say('menu-button'), data: 'go:menu' }],
  ];
  if (from === null || until === null || hours === 0) return { text: say('vol-thx-days-none'), buttons: end };
  if (name === null) return { text: say('vol-thx-no-name'), buttons: end.slice(1) };
  const facts = say('vol-thx-preview', {
    name,
    project: inWords(enrolment.projectName, language),
    organisation: inWords(enrolment.organisationName, language),
    period: spanOf(say, { from, until }, languageOf(talk)),
    hours: say('vol-thx-hours', { hours }),
    deeds: say('vol-thx-deeds', { deeds }),
    coordinator: talk.person?.name ?? '—',
    day: dayInWords(today(birge), languageOf(talk)),
    language: say('vol-thx-language', { language }),
  });
  const days = `${from}:${until}`;
  const others = languages.filter((other) => other !== language);
  return {
    text: [
      ...(note === undefined ? [] : [note]),
      facts,
      ...(isOnlyHere(birge.address) ? [say('vol-thx-only-here', { address: birge.address })] : []),
    ].join('\n\n'),
    tellsOf: [person],
    buttons: [
      [to(say('vol-thx-give'), `give:${days}:${language}:${hours}`)],
      others.map((other) => to(say('vol-thx-in-language', { language: other }), `see:${days}:${other}`)),
      ...end,
    ],
  };
}
