import type { Birge } from '../context.ts';
import { drawDeedCard } from '../pictures/deed-card.ts';
import { monthOf } from '../rules/months.ts';
import { escapeHtml } from '../screens/html.ts';
import type { Deed } from '../store/volunteers/deeds.ts';
import type { Language } from '../store/talks.ts';
import { activityIn, directionIn } from '../volunteers/deed-words.ts';
import { monthHeading } from './spans.ts';

type ForWords = Pick<Birge, 'say' | 'forms'>;

/** The projects' own names (volunteering-manual-birgemiz-bilim, the seven directions), written the same in all languages. */
const names: Readonly<Record<string, string>> = {
  health: 'SAÝLYQ',
  education: 'BILIM',
  mentoring: 'SABAQTASTYQ',
  heritage: 'ASYL MURA',
  environment: 'TAZA ÁLEM',
  elderly: 'QAMQOR',
  search: 'ÚMIT',
};

/** «BIRGEMIZ BILIM». */
const projectName = (direction: string): string =>
  ['BIRGEMIZ', ...(names[direction] ? [names[direction]] : [])].join(' ');

/**
 * What somebody tells of a good deed, in Telegram's HTML. Own words can hold a name, so neither they nor what was achieved
 * stand in it unless `ownWords` says that they were looked through; the note never does. Four hashtags: the manual's chapter on
 * promotion has 5–7 at most, ours are fewer.
 */
export function shareText(birge: ForWords, deed: Deed, ownWords: boolean, language: Language): string {
  const say = birge.say(language);
  const { hours, people, achieved } = deed;
  const what = ownWords ? activityIn(birge, deed, language) : knownActivity(birge, deed, language);
  const figures = [
    ...(hours !== null && hours > 0 ? [say('vol-share-hours', { hours })] : []),
    ...(people !== null && people > 0 ? [say('vol-share-people', { people })] : []),
  ];
  const tags = [projectName(deed.direction), 'BIRGEMIZ'].map((name) => `#${name.replaceAll(' ', '')}`);
  return [
    say('vol-share-text', {
      what: what ?? say('vol-share-a-deed'),
      direction: directionIn(birge, deed.direction, language),
    }),
    ...(figures.length > 0 ? [figures.join('\n')] : []),
    ...(ownWords && achieved !== null ? [escapeHtml(achieved)] : []),
    say('vol-share-call'),
    [...new Set(tags), say('vol-share-tags')].join(' '),
  ].join('\n\n');
}

/** The deed as a card for social networks, a PNG: nothing of it is what people wrote themselves. */
export function shareCard(birge: ForWords, deed: Deed, language: Language): Promise<Uint8Array> {
  const say = birge.say(language);
  const { hours, people } = deed;
  return drawDeedCard({
    head: projectName(deed.direction),
    what: knownActivity(birge, deed, language) ?? say('vol-share-card-a-deed'),
    direction: directionIn(birge, deed.direction, language),
    figures: [
      ...(hours !== null && hours > 0
        ? [{ value: hours.toLocaleString(language), word: say('vol-share-card-hours', { hours }) }]
        : []),
      ...(people !== null && people > 0
        ? [{ value: people.toLocaleString(language), word: say('vol-share-card-people', { people }) }]
        : []),
    ],
    month: monthHeading(monthOf(deed.on), language),
    foot: say('vol-share-card-foot'),
  });
}

/** A form of activity of the diary's list; undefined: own words, or none. */
const knownActivity = (birge: ForWords, deed: Deed, language: Language): string | undefined =>
  typeof deed.activity === 'string' ? activityIn(birge, deed, language) : undefined;
