import type { Kind } from '../calendar/kind.ts';
import { today } from '../context.ts';
import type { Birge, Say } from '../context.ts';
import { escapeHtml } from '../screens/html.ts';
import type { Screen, ScreenButton } from '../screens/screen.ts';
import type { Obligation } from '../store/deadlines.ts';
import type { Language } from '../store/talks.ts';
import { ways } from './opens.ts';
import type { Side } from './side.ts';
import { byWhen, daysLeft, nameOf, sourceOf, whereIs } from './words.ts';

/** One obligation: what, about whom, by when, why, and what its reader can do about it. */
export function cardScreen(birge: Birge, language: Language, obligation: Obligation, side: Side): Screen {
  const say = birge.say(language);
  const kind = birge.calendar.kinds.get(obligation.kind);
  const all = { owner: allMine(say), overseer: allOfMyPeople(say) }[side];
  if (kind === undefined) return { text: say('due-over'), buttons: [all] };
  const where = whereIs(obligation, language);
  const when = {
    day: byWhen(obligation, language, birge.timeZone),
    left: daysLeft(say, obligation.dueOn, today(birge)),
  };
  const standing = standingOf(say, obligation, side);
  const about = [
    `<b>${escapeHtml(kind.title[language])}</b>`,
    ...(obligation.subject === null ? [] : [escapeHtml(obligation.subject)]),
    ...(side === 'overseer' && obligation.owned === 'person'
      ? [say('due-who', { name: nameOf(say, obligation) })]
      : []),
    ...(obligation.aboutPersonName === null ? [] : [say('due-about', { name: obligation.aboutPersonName })]),
    ...(where === '' ? [] : [say('due-where', { where })]),
    standing === undefined ? say('due-by', when) : say('due-was-by', when),
  ];
  const why = [escapeHtml(kind.why[language]), `<i>${sourceOf(kind, say)}</i>`];
  const hint = standing === undefined && side === 'owner' ? fulfilledBy(say, kind) : undefined;
  return {
    text: [about.join('\n'), why.join('\n'), ...[standing, hint].filter((text) => text !== undefined)].join('\n\n'),
    buttons: [...acts(say, obligation, kind, side), all],
    tellsOf: othersIn(obligation, side),
  };
}

/** Whom a deadline tells of, other than its owner before it. */
export const othersIn = ({ person, aboutPerson }: Obligation, side: Side): number[] =>
  [side === 'overseer' ? person : null, aboutPerson].filter((one) => one !== null);

/** May somebody say that it is done, on a day? Forms, collected hours and what tells by itself speak for themselves. */
export const isToldDone = (kind: Kind): boolean =>
  'event' in kind.fulfilled && kind.fulfilled.hours === undefined && !tellsItself(kind);

/** Does the thing that it opens say when it is done? Then those who look after it may still say that it is not needed. */
export const tellsItself = ({ opens }: Kind): boolean => ways.get(opens)?.tells === true;

export const allMine = (say: Say): ScreenButton[] => [{ text: say('due-all-mine'), data: 'go:deadlines' }];
export const allOfMyPeople = (say: Say): ScreenButton[] => [{ text: say('due-all-people'), data: 'go:people' }];

/** What has become of it; undefined while it is owed. */
function standingOf(say: Say, obligation: Obligation, side: Side): string | undefined {
  const { fulfilled, waived, waivedByName, closed } = obligation;
  if (fulfilled) return say('due-done-before');
  if (closed) return say('due-over');
  if (waived && isExcused(obligation)) return say('due-excused-by', { name: waivedByName ?? '' });
  if (waived && side === 'owner') return say('due-not-mine');
  if (waived) return waivedByName === null ? say('due-not-theirs') : say('due-not-theirs-by', { name: waivedByName });
  return undefined;
}

/** Did somebody else than who owes it say that it is not needed? */
const isExcused = ({ owned, personName, waivedByName }: Obligation): boolean =>
  owned === 'person' && waivedByName !== null && waivedByName !== personName;

/** What makes it done, where the person can not just say so. */
function fulfilledBy(say: Say, kind: Kind): string | undefined {
  const { fulfilled } = kind;
  if ('form' in fulfilled) return say('due-by-form');
  if (tellsItself(kind)) return say('due-by-itself');
  return fulfilled.hours === undefined ? undefined : say('due-by-hours', { hours: fulfilled.hours });
}

function acts(say: Say, obligation: Obligation, kind: Kind, side: Side): ScreenButton[][] {
  const { id, fulfilled, waived, closed } = obligation;
  const act = (key: string, then: string): ScreenButton[] => [{ text: say(key), data: `due:${id}:${then}` }];
  if (closed) return [];
  const way = wayOn(say, obligation, kind);
  if (fulfilled) return [...way.after, ...(isToldDone(kind) ? [act('due-undo', 'undo')] : [])];
  if (waived) return [act(side === 'owner' ? 'due-mine-after-all' : 'due-theirs-again', 'mine')];
  const done = isToldDone(kind) ? [act(side === 'owner' ? 'due-done' : 'due-mark-done', 'done')] : [];
  if (side === 'overseer') return [...way.after, ...done, ...(tellsItself(kind) ? [act('due-excuse', 'waive')] : [])];
  return [...way.before, ...done, act('due-later', 'later'), act('due-not', 'not')];
}

/** The button to what it opens: for whoever has it before them, and for those who only look at it. */
export function wayOn(say: Say, obligation: Obligation, kind: Kind): Record<'before' | 'after', ScreenButton[][]> {
  const way = ways.get(kind.opens);
  if (way === undefined) return { before: [], after: [] };
  const before = [[{ text: way.words(say), data: way.data(obligation) }]];
  return { before, after: way.lasts ? before : [] };
}
