import type { Birge, Say } from '../../src/context.ts';
import { codesOf, questionOf } from '../../src/forms/form.ts';
import { shown } from '../../src/forms/index.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Place } from '../../src/store/volunteers/places.ts';
import type { Language } from '../../src/store/talks.ts';
import { placeForm } from '../../src/volunteers/place-form.ts';

const regionQuestion = ({ forms }: Pick<Birge, 'forms'>) => {
  const form = forms.get(placeForm);
  return form && questionOf(form, 'region');
};

/** A region's name, plain; a code that the form does not know shows itself. */
export function regionIn(birge: Pick<Birge, 'forms'>, region: string, language: Language): string {
  const question = regionQuestion(birge);
  return (question && shown(question, region, language, { today: '' })) ?? region;
}

/** Where a region stands in the form's list; unknown ones come last. */
export function regionOrder(birge: Pick<Birge, 'forms'>): (region: string) => number {
  const question = regionQuestion(birge);
  const codes = (question && codesOf(question)?.codes) ?? [];
  return (region) => (codes.includes(region) ? codes.indexOf(region) : codes.length);
}

/** A place in Telegram's HTML, below the name of its city: name, pages, note, and of when that is. */
export function placeLines(birge: Birge, place: Place, language: Language, before = '• '): string {
  const { name, pages, note } = place;
  return [
    `${before}<b>${escapeHtml(name)}</b>`,
    ...pages.map(linkIn),
    ...(note === null ? [] : [escapeHtml(note)]),
    `<i>${asOf(birge, birge.say(language), place, language)}</i>`,
  ].join('\n');
}

/** An address to be pressed. */
export const linkIn = (address: string): string => `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;

const asOf = ({ volunteering }: Birge, say: Say, { checkedOn }: Place, language: Language): string =>
  checkedOn === null
    ? say('vol-go-as-of', { year: String(volunteering.whereToGo.year) })
    : say('vol-go-checked', { day: dayInWords(checkedOn, language) });
