import { isDeepStrictEqual } from 'node:util';
import type { Birge } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Opened } from '../../src/filling/opened.ts';
import type { AtOverview } from '../../src/filling/outlook.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { deedsOf, readDeed } from '../../src/store/volunteers/deeds.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import type { Talk } from '../../src/talks/talk.ts';

/** Hours of a day. */
const dayLong = 24;

/** What of an entry a coordinator confirms; a change of it takes the confirmation away. */
const confirmed = ['on', 'direction', 'activity', 'hours', 'people'] as const satisfies readonly (keyof Deed)[];

/**
 * At the overview of an entry: of which project it is, whether its day would have more than 24 hours, and whether the change
 * takes a confirmation away. Nothing of it stops anybody.
 */
export async function deedOutlook(birge: Birge, talk: Talk, open: Opened): Promise<AtOverview> {
  const { about } = open.draft;
  if (talk.person === null) return {};
  const language = languageOf(talk);
  const say = birge.say(language);
  const changed = about?.kind === 'deed' ? await readDeed(birge.store, about.id) : null;
  const value = (question: string): unknown => open.draft.values[question]?.value;
  const project = changed?.projectName ? inWords(changed.projectName, language) : open.facts.project?.name;
  const loses = changed?.confirmed && confirmed.some((part) => !isDeepStrictEqual(changed[part], value(part) ?? null));
  const on = value('on');
  const hours = value('hours');
  const others = typeof on === 'string' ? await deedsOf(birge.store, talk.person.id, { from: on, until: on }) : [];
  const sum = others
    .filter(({ id, state }) => id !== changed?.id && state === 'done')
    .reduce((so, deed) => so + (deed.hours ?? 0), typeof hours === 'number' ? hours : 0);
  // Hours have two decimals; added as floats they have more.
  const all = Math.round(sum * 100) / 100;
  const notes = [
    ...(project === undefined ? [] : [say('vol-deed-of', { project })]),
    ...(loses ? [say('vol-deed-unconfirms')] : []),
    ...(all > dayLong && typeof on === 'string'
      ? [say('vol-deed-long-day', { day: dayInWords(on, language), hours: all })]
      : []),
  ];
  return notes.length > 0 ? { note: notes.join('\n') } : {};
}
