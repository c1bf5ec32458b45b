import type { Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';

/** The project with its organisation, in Telegram's HTML. */
export const headOf = ({ projectName, organisationName }: Enrolment, language: Language): string =>
  `<b>${escapeHtml(inWords(projectName, language))}</b>\n${escapeHtml(inWords(organisationName, language))}\n`;

/** What stands with an enrolment, a line each. */
export function standingLines(
  say: Say,
  { from, until, agreement, briefedOn }: Enrolment,
  language: Language,
): string[] {
  const day = (on: string) => ({ day: dayInWords(on, language) });
  const signed = agreement?.signedOn ?? null;
  return [
    say('vol-since', day(from)),
    ...(until === null ? [] : [say('vol-until', day(until))]),
    signed !== null
      ? say('vol-agreement-signed', day(signed))
      : say(agreement === null ? 'vol-agreement-none' : 'vol-agreement-unsigned'),
    briefedOn === null ? say('vol-briefing-none') : say('vol-briefed-on', day(briefedOn)),
  ];
}
