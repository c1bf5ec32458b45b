import type { Birge, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { activityIn, directionIn } from '../../src/volunteers/deed-words.ts';
import { ideaText } from '../../src/volunteers/ideas.ts';
import type { OpenDeed } from './deed-right.ts';

/** An entry with what can be done with it; `note` (HTML) is said before. Who is not its owner only reads. */
export function deedScreen(birge: Birge, talk: Talk, { deed, mine }: OpenDeed, note?: string): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const rows = mine ? ownRows(say, deed) : readersRows(say, deed);
  const text = [note, deedLines(birge, deed, language).join('\n')].filter(Boolean).join('\n\n');
  const buttons = [...rows, [{ text: say('menu-button'), data: 'go:menu' }]];
  return { text, buttons, tellsOf: [deed.person] };
}

/** What an entry says, a line each, in Telegram's HTML. */
export function deedLines(birge: Birge, deed: Deed, language: Language): string[] {
  const say = birge.say(language);
  const day = dayInWords(deed.on, language);
  const what = deed.state === 'planned' ? ideaText(birge, deed.idea, language) : activityIn(birge, deed, language);
  return [
    deed.state === 'planned' ? say('vol-deed-planned-for', { day }) : `<b>${day}</b>`,
    deed.projectName === null ? say('vol-deed-no-project') : escapeHtml(inWords(deed.projectName, language)),
    escapeHtml(directionIn(birge, deed.direction, language)),
    ...(what === undefined ? [] : [escapeHtml(what)]),
    ...hoursLine(say, deed),
    ...(deed.people === null ? [] : [say('vol-deed-people', { people: deed.people })]),
    ...(deed.achieved === null ? [] : [say('vol-deed-achieved', { achieved: deed.achieved })]),
    ...(deed.note === null ? [] : [say('vol-deed-note', { note: deed.note })]),
    ...(deed.questioned ? [say('vol-deed-questioned')] : []),
  ];
}

function hoursLine(say: Say, { hours, project, confirmed }: Deed): string[] {
  if (hours === null) return [];
  const said = say('vol-deed-hours', { hours });
  if (confirmed) return [say('vol-deed-confirmed', { hours: said })];
  return [project === null ? said : say('vol-deed-waiting', { hours: said })];
}

function ownRows(say: Say, deed: Deed): ScreenButton[][] {
  const to = (key: string, act: string): ScreenButton => ({ text: say(key), data: `vol:deed:${deed.id}:${act}` });
  const diary = [toDiary(say, deed)];
  if (deed.state === 'planned') {
    return [[to('vol-deed-done', 'done')], [to('vol-deed-move', 'move'), to('vol-deed-drop', 'drop')], diary];
  }
  return [
    ...(deed.photo === null ? [] : [[to('vol-deed-photo', 'photo')]]),
    [to('vol-deed-change', 'change'), to('vol-deed-remove', 'drop')],
    [toShare(say, deed)],
    diary,
  ];
}

function readersRows(say: Say, { id, photo, project }: Deed): ScreenButton[][] {
  return [
    ...(photo === null ? [] : [[{ text: say('vol-deed-photo'), data: `vol:deed:${id}:photo` }]]),
    [{ text: say('vol-back-to-project'), data: `vol:p:${project}` }],
  ];
}

/** The button that leads to the month of the diary in which an entry lies. */
export const toDiary = (say: Say, { on }: Pick<Deed, 'on'>): ScreenButton => ({
  text: say('vol-diary'),
  data: `vol:diary:${on.slice(0, 7)}`,
});

/** The button that makes a text of an entry, to be shared. */
export const toShare = (say: Say, { id }: Pick<Deed, 'id'>): ScreenButton => ({
  text: say('vol-deed-share'),
  data: `vol:share:${id}`,
});
