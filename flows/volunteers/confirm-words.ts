import type { Birge } from '../../src/context.ts';
import { dayInNumbers, dayInWords } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import { markOf } from '../../src/volunteers/deed-mark.ts';
import { activityIn } from '../../src/volunteers/deed-words.ts';
import { inBulk, isOwn } from '../../src/volunteers/waiting.ts';

/** What can be pressed on an entry; with where in the list it stood. */
export type ConfirmAct = 'ok' | 'ask' | 'q' | 'un';

/** What is said above the list, and what can be pressed first. */
export interface Before {
  note?: string;
  /** Whom the note tells of. */
  tellsOf?: readonly number[];
  rows?: ScreenButton[][];
  /** The last entry of the page before; 0 or none: the first page. */
  after?: number;
}

/** An entry with its mark in a button's data; `after`: the last entry of the page before. */
export const entryData = (act: ConfirmAct, deed: Deed, after: number): string =>
  `vol:conf:${act}:${deed.id}:${markOf(deed)}:${after}`;

/** Whose entry it is, plain. */
export const whoseIs = ({ name, person }: Deed): string => name ?? `№ ${person}`;

/** Who did what, how long, with how many: a line of Telegram's HTML. */
export function entryLine(birge: Birge, deed: Deed, language: Language): string {
  const say = birge.say(language);
  const activity = activityIn(birge, deed, language);
  return [
    `<b>${escapeHtml(shorten(whoseIs(deed), 60))}</b>`,
    ...(activity === undefined ? [] : [escapeHtml(shorten(activity, 80))]),
    say('vol-conf-hours', { hours: deed.hours ?? 0 }),
    ...(deed.people === null ? [] : [say('vol-conf-people', { people: deed.people })]),
  ].join(' · ');
}

/** Everything an entry says, for whoever asks about it: HTML. */
export function entryWhole(birge: Birge, deed: Deed, language: Language): string {
  const said = [deed.achieved, deed.note].flatMap((words) =>
    words === null ? [] : [`<blockquote>${escapeHtml(words)}</blockquote>`],
  );
  return [`${dayInWords(deed.on, language)}\n${entryLine(birge, deed, language)}`, ...said].join('\n');
}

/** A page of entries under their days, numbered, and a row of buttons for each; a row for a day with several. */
export function pageOf(birge: Birge, shown: readonly Deed[], reader: number, after: number, language: Language) {
  const say = birge.say(language);
  const lines: string[] = [];
  const rows: ScreenButton[][] = [];
  for (const [day, deeds] of Map.groupBy(shown, ({ on }) => on)) {
    lines.push(`\n<b>${dayInWords(day, language)}</b>`);
    for (const deed of deeds) {
      const number = shown.indexOf(deed) + 1;
      const own = isOwn(deed, reader);
      lines.push(`${number}. ${entryLine(birge, deed, language)}`);
      if (own) lines.push(say('vol-conf-own'));
      else if (deed.questioned) lines.push(say('vol-conf-questioned'));
      if (!own) {
        const ok = { text: say('vol-conf-one', { number }), data: entryData('ok', deed, after) };
        const ask = { text: say('vol-conf-question', { number }), data: entryData('ask', deed, after) };
        rows.push(deed.questioned ? [ok] : [ok, ask]);
      }
    }
    const all = inBulk(deeds, reader);
    const [first] = all;
    if (first !== undefined && all.length > 1) {
      const data = `vol:conf:d:${first.project}:${day}:${shown.indexOf(first)}${all.map(markOf).join('')}`;
      rows.push([{ text: say('vol-conf-day', { day: dayInNumbers(day), count: all.length }), data }]);
    }
  }
  return { lines, rows };
}
