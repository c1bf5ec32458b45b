import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import { escapeHtml } from '../screens/html.ts';
import { shorten } from '../screens/shorten.ts';
import type { ScreenButton } from '../screens/screen.ts';
import type { Obligation } from '../store/deadlines.ts';
import type { Language } from '../store/talks.ts';
import type { Side } from './side.ts';
import { byWhen, daysLeft, nameOf, whereIs } from './words.ts';

/** What is owed, as it is called; a kind that has left the calendar has no name any more. */
export const titleOf = ({ calendar }: Birge, language: Language, { kind }: Obligation): string =>
  calendar.kinds.get(kind)?.title[language] ?? '…';

/** The same with its own words, where it has some: an action of a plan is told by them. */
export function namedIn(birge: Birge, language: Language, one: Obligation): string {
  const title = titleOf(birge, language, one);
  return one.subject === null ? title : `${title}: ${shorten(one.subject)}`;
}

/** A numbered line of a list: what (and whose, for those who look after it), by when with the days, and where. */
export function lineOf(birge: Birge, language: Language, one: Obligation, number: number, side: Side): string {
  const say = birge.say(language);
  const when = { day: byWhen(one, language, birge.timeZone), left: daysLeft(say, one.dueOn, today(birge)) };
  const where = whereIs(one, language);
  return [
    `<b>${number}.</b> ${escapeHtml(called(birge, language, one, side))}`,
    ...(one.waived ? [say('due-not-theirs')] : []),
    say('due-line', when),
    ...(where === '' ? [] : [escapeHtml(where)]),
  ].join('\n');
}

/** The button that opens the card of a numbered line. */
export function buttonOf(
  birge: Birge,
  language: Language,
  one: Obligation,
  number: number,
  side: Side,
): ScreenButton[] {
  // A button is short: an action's own words tell more than that it is one.
  const words = one.subject !== null && side === 'owner' ? one.subject : called(birge, language, one, side);
  return [{ text: shorten(`${number}. ${words}`, 60), data: `due:${one.id}` }];
}

function called(birge: Birge, language: Language, one: Obligation, side: Side): string {
  const title = namedIn(birge, language, one);
  return side === 'overseer' && one.owned === 'person' ? `${nameOf(birge.say(language), one)} · ${title}` : title;
}
