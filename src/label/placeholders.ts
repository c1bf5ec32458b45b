import { languages } from '../forms/words.ts';
import type { Words } from '../forms/words.ts';
import type { Written } from './shape.ts';

/** Names in braces: those that nothing fills in, and those that a text has to have and lacks. */
export const placeholderMistakes = (written: Written): string[] => [
  ...written.criteria.flatMap(({ indicators }) =>
    indicators.flatMap(({ number, text, values, edition }) =>
      mistakesIn(`indicator ${number}: text`, text, [...Object.keys(values ?? {}), ...(edition ? ['edition'] : [])]),
    ),
  ),
  ...mistakesIn('editions.note', written.editions.note, ['kk', 'ru', 'used']),
  ...plainTexts(written).flatMap(([place, texts]) => mistakesIn(place, texts, [])),
];

/** Texts of the form in which nothing is filled in. */
const plainTexts = ({
  criteria,
  title,
  form: { answers, intro, thanks, ...asked },
}: Written): [place: string, Words][] => [
  ...within('title', title),
  ...within('form.intro', intro),
  ...within('form.thanks', thanks),
  ...Object.entries(answers).flatMap(([code, text]) => within(`form.answers.${code}`, text)),
  ...Object.entries(asked).flatMap(([name, texts]) => [
    ...within(`form.${name}.short`, texts.short),
    ...('button' in texts ? within(`form.${name}.button`, texts.button) : []),
    ...within(`form.${name}.text`, texts.text),
    ...within(`form.${name}.hint`, texts.hint),
  ]),
  ...criteria.flatMap(({ number, short, title: called, indicators }) => [
    ...within(`criterion ${number}: short`, short),
    ...within(`criterion ${number}: title`, called),
    ...indicators.flatMap((indicator) => [
      ...within(`indicator ${indicator.number}: short`, indicator.short),
      ...within(`indicator ${indicator.number}: edition.kk`, indicator.edition?.kk),
      ...within(`indicator ${indicator.number}: edition.ru`, indicator.edition?.ru),
    ]),
  ]),
];

const within = (place: string, texts: Words | undefined): [place: string, Words][] => (texts ? [[place, texts]] : []);

/** Every language uses all of the names and no others. */
function mistakesIn(place: string, texts: Words, names: readonly string[]): string[] {
  return languages.flatMap((language) => {
    const used = [...texts[language].matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
    const fix = names.length > 0 ? `known here: ${names.map((name) => `{${name}}`).join(', ')}` : 'remove it';
    return [
      ...used
        .filter((name) => !names.includes(name))
        .map((name) => `${place}.${language}: {${name}} is filled in by nothing; ${fix}`),
      ...names
        .filter((name) => !used.includes(name))
        .map((name) => `${place}.${language}: {${name}} is missing; write where it stands in the sentence`),
    ];
  });
}
