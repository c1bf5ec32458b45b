import { today } from '../../src/context.ts';
import type { Birge } from '../../src/context.ts';
import { dayInWords, moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { weekdayOf } from '../../src/rules/weeks.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import type { Language } from '../../src/store/talks.ts';
import { ideasOf } from '../../src/volunteers/ideas.ts';
import type { Idea } from '../../src/volunteers/ideas.ts';

/** Ideas on a page. */
const perPage = 5;

const saturday = 6;

/** A page of a direction's ideas: numbered texts in Telegram's HTML, a button for each, and the next page if there is one. */
export function ideaPage(birge: Birge, language: Language, direction: string, lasts: Idea['lasts'], offset: number) {
  const say = birge.say(language);
  const all = ideasOf(birge.volunteering.ideas, direction, lasts);
  const from = offset < all.length ? offset : 0;
  const shown = all.slice(from, from + perPage);
  const lines = shown.map(({ text }, index) => `${from + index + 1}. ${escapeHtml(text[language])}`);
  const rows: ScreenButton[][] = shown.map(({ id, text }, index) => [
    { text: shorten(`${from + index + 1}. ${text[language]}`, 60), data: `vol:idea:one:${id}` },
  ]);
  const page = (to: number) => `vol:idea:${direction}:${lasts}:${to}`;
  const turns: ScreenButton[] = [
    ...(from === 0 ? [] : [{ text: say('vol-idea-back'), data: page(Math.max(0, from - perPage)) }]),
    ...(from + perPage < all.length ? [{ text: say('vol-idea-more'), data: page(from + perPage) }] : []),
  ];
  return { lines, rows: turns.length === 0 ? rows : [...rows, turns] };
}

/** Days that can be chosen by a button: today, tomorrow and the next Saturday, each once; another one is typed. */
export function dayButtons(birge: Birge, language: Language, idea: string): ScreenButton[][] {
  const say = birge.say(language);
  const on = today(birge);
  const next = moveDay(on, { days: (saturday - weekdayOf(on) + 7) % 7 });
  const days: [string, Day][] = [
    ['vol-idea-today', on],
    ['vol-idea-tomorrow', moveDay(on, { days: 1 })],
    ['vol-idea-saturday', next],
  ];
  const once = days.filter(([, day], index) => days.findIndex(([, other]) => other === day) === index);
  return [
    ...once.map(([key, day]) => [
      { text: say(key, { day: dayInWords(day, language) }), data: `vol:idea:on:${idea}:${day}` },
    ]),
    [{ text: say('vol-idea-other-day'), data: `vol:idea:type:${idea}` }],
  ];
}

/** Days for which something can be planned. Ours: a year ahead. */
export function planDays(birge: Birge): { min: Day; max: Day } {
  const min = today(birge);
  return { min, max: moveDay(min, { years: 1 }) };
}
