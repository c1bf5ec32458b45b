import type { WrittenCriterion } from './criteria-shape.ts';
import { placeholderMistakes } from './placeholders.ts';
import { levelIds } from '../rules/label-codes.ts';
import type { Written } from './shape.ts';

/** What is wrong with the instrument although each of its fields could be read: place, value, fix. */
export const instrumentMistakes = (written: Written): string[] => [
  ...orderMistakes(written.criteria),
  ...placeholderMistakes(written),
  ...levelMistakes(written),
  ...twiceMistakes(written),
];

/** Numbers are the document's: criteria and, through all of them, indicators count up from 1. */
function orderMistakes(criteria: readonly WrittenCriterion[]): string[] {
  const indicators = criteria.flatMap((criterion, c) =>
    criterion.indicators.map(({ number }, i) => ({ number, place: `criteria[${c + 1}].indicators[${i + 1}].number` })),
  );
  const numbered = criteria.map(({ number }, c) => ({ number, place: `criteria[${c + 1}].number` }));
  return [numbered, indicators].flatMap((list) =>
    list.flatMap(({ number, place }, index) =>
      number === index + 1 ? [] : [`${place}: ${number} is out of order; write ${index + 1}`],
    ),
  );
}

/** Three levels, each asking for all that the one below asks: so the best of those reached is the centre's. */
function levelMistakes({ levels, criteria }: Written): string[] {
  const ids = levels.map(({ id }) => id);
  if (ids.join() !== levelIds.join())
    return [`levels: ${ids.join(', ') || 'none'}; write ${levelIds.join(', ')}, from the highest to the lowest`];
  return levels.flatMap(({ id, criteria: wanted }, index) => {
    const below = levels[index + 1];
    const mistakes = wanted
      .filter((number) => !criteria.some((criterion) => criterion.number === number))
      .map((number) => `there is no criterion ${number}; write numbers of criteria`);
    for (const number of below?.criteria ?? []) {
      if (!wanted.includes(number))
        mistakes.push(`${number} is missing; a level asks for all that ${below?.id} below it asks`);
    }
    return mistakes.map((mistake) => `level "${id}": criteria: ${mistake}`);
  });
}

/** Ids that stand twice where each names one part. */
function twiceMistakes({ benefits, stages, application }: Written): string[] {
  const lists = {
    benefits,
    stages,
    'application.cover_page': application.cover_page,
    'application.letter.parts': application.letter.parts,
    ...Object.fromEntries(stages.map(({ id, parts }) => [`stage "${id}": parts`, parts ?? []])),
  };
  return Object.entries(lists).flatMap(([place, list]) => {
    const ids = list.map(({ id }) => id);
    const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
    return [...twice].map((id) => `${place}: "${id}" stands there twice; give each its own id`);
  });
}
