import type { Birge } from '../context.ts';
import { dayInNumbers } from '../rules/dates.ts';
import { shorten } from '../screens/shorten.ts';
import type { ScreenButton } from '../screens/screen.ts';
import type { Deed } from '../store/volunteers/deeds.ts';
import type { Language } from '../store/talks.ts';
import { activityIn, directionIn } from '../volunteers/deed-words.ts';

/** Entries on one page of a list. */
const entriesAPage = 8;

/** An entry as a button that opens it: «22.11 · 2 сағат ✓ · Сабақ, репетиторлық». The tick: its hours are confirmed. */
export function entryButton(birge: Pick<Birge, 'say' | 'forms'>, deed: Deed, language: Language): ScreenButton {
  const say = birge.say(language);
  const { id, on, state, hours, confirmed, direction } = deed;
  const much =
    state === 'planned'
      ? say('vol-diary-line-planned')
      : `${say('vol-diary-hours', { hours: hours ?? 0 })}${confirmed ? ' ✓' : ''}`;
  const what = activityIn(birge, deed, language) ?? directionIn(birge, direction, language);
  return { text: shorten(`${dayInNumbers(on).slice(0, 5)} · ${much} · ${what}`, 60), data: `vol:deed:${id}` };
}

/** A page of a list, from 1 on; a page that is no more gives the last one. */
export function pageOf<Item>(items: readonly Item[], page: number): { items: Item[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / entriesAPage));
  const at = Math.min(Math.max(1, page), pages);
  return { items: items.slice((at - 1) * entriesAPage, at * entriesAPage), page: at, pages };
}

/** The buttons to the page before and to the next one, as far as there are any; `to` gives a page's data. */
export function turnPages(
  { say }: Pick<Birge, 'say'>,
  { page, pages }: { page: number; pages: number },
  to: (page: number) => string,
  language: Language,
): ScreenButton[][] {
  const words = say(language);
  const row = [
    ...(page > 1 ? [{ text: words('vol-diary-page-before'), data: to(page - 1) }] : []),
    ...(page < pages ? [{ text: words('vol-diary-page-after'), data: to(page + 1) }] : []),
  ];
  return row.length > 0 ? [row] : [];
}
