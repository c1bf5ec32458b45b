import type { Birge } from '../context.ts';
import { inWords } from '../deadlines/words.ts';
import type { Sheet } from '../documents/table.ts';
import type { Deed } from '../store/volunteers/deeds.ts';
import type { Language } from '../store/talks.ts';
import { activityIn, directionIn } from '../volunteers/deed-words.ts';

/** A diary as a table: annex 6's date, form of activity, children and achievements, note; ours are the other columns. */
export function diarySheet(birge: Pick<Birge, 'say' | 'forms'>, deeds: readonly Deed[], language: Language): Sheet {
  const say = birge.say(language);
  const column = (key: string, width: number) => ({ title: say(key), width });
  const [yes, no] = [say('vol-diary-yes'), say('vol-diary-no')];
  return {
    name: say('vol-diary-sheet'),
    columns: [
      column('vol-diary-column-day', 12),
      column('vol-diary-column-project', 30),
      column('vol-diary-column-direction', 28),
      column('vol-diary-column-activity', 30),
      column('vol-diary-column-hours', 9),
      column('vol-diary-column-confirmed', 14),
      column('vol-diary-column-people', 12),
      column('vol-diary-column-achieved', 40),
      column('vol-diary-column-note', 40),
    ],
    rows: deeds.map((deed) => [
      { day: deed.on },
      deed.projectName && inWords(deed.projectName, language),
      directionIn(birge, deed.direction, language),
      activityIn(birge, deed, language) ?? null,
      deed.hours,
      deed.confirmed ? yes : no,
      deed.people,
      deed.achieved,
      deed.note,
    ]),
  };
}
