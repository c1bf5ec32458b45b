import type { Value } from '../forms/index.ts';
import { holdsMail, holdsPhone } from '../rules/contacts.ts';
import { addressesIn, pageProblem } from '../rules/page-address.ts';
import type { PageProblem } from '../rules/page-address.ts';
import type { Place } from '../store/volunteers/places.ts';

/** The form by which a place is corrected or added; its questions are read here by their ids. */
export const placeForm = 'place';

/** Addresses that a place can have. */
export const mostPages = 8;

/** What the form says of a place. */
export type SaidOfPlace = Pick<Place, 'name' | 'city' | 'region' | 'pages' | 'note'>;

/** Why what was said can not be shown to everybody; `text` is what is no address. */
export type PlaceProblem = { is: 'address'; text: string } | { is: Exclude<PageProblem, 'address'> | 'many' };

/** What is known of a place, as answers to its form: only what has changed need be said. */
export const knownOf = ({ name, city, region, pages, note }: Place): Record<string, Value> => ({
  name,
  city,
  region,
  pages: pages.length === 0 ? null : pages.join('\n'),
  note,
});

/** Reads the answers. Pages hold no phone and no e-mail, and neither does any other answer: everybody sees the list. */
export function readPlaceForm(answers: Readonly<Record<string, { value: unknown }>>): {
  said: SaidOfPlace;
  problems: PlaceProblem[];
} {
  const text = (question: string): string => {
    const value = answers[question]?.value;
    return typeof value === 'string' ? value : '';
  };
  const pages = addressesIn(text('pages'));
  const [name, city, note] = [text('name'), text('city'), text('note')];
  const said = { name, city, region: text('region'), pages, note: note === '' ? null : note };
  const texts = [name, city, note];
  const problems = [...pages.map(pageProblem), ...texts.map(contactIn)];
  const bad = pages.find((page) => pageProblem(page) === 'address');
  return {
    said,
    problems: [
      ...(bad === undefined ? [] : [{ is: 'address' as const, text: bad }]),
      ...(problems.includes('phone') ? [{ is: 'phone' as const }] : []),
      ...(problems.includes('mail') ? [{ is: 'mail' as const }] : []),
      ...(pages.length > mostPages ? [{ is: 'many' as const }] : []),
    ],
  };
}

const contactIn = (text: string): PageProblem | undefined =>
  holdsPhone(text) ? 'phone' : holdsMail(text) ? 'mail' : undefined;
