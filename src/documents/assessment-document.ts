import {
  type AssessedCriterion,
  type AssessedIndicator,
  type AssessmentView,
  percent,
  shortDay,
  whoAndWhen,
} from './assessment-view.ts';
import { pictureBelow } from './assessment-picture.ts';
import { words } from './assessment-words.ts';
import { docxFile } from './docx-file.ts';
import { centred, heading, labelled, type Paragraph, said, together } from './docx-paragraphs.ts';
import type { Picture } from './docx-picture.ts';
import { plainLine } from './docx-text.ts';

type Words = (typeof words)[AssessmentView['language']];

/**
 * The report of an assessment as a `.docx`: the result with its picture; the answers criterion by criterion with
 * examples, evidence, who answered and when, trends and difficult questions; the list of evidence.
 *
 * @throws when a share is not between 0 and 1, a day is none, or the picture is no PNG
 */
export async function assessmentDocument(view: AssessmentView): Promise<Uint8Array> {
  const our = words[view.language];
  return docxFile({
    language: view.language,
    title: `${our.title[view.by]}: ${plainLine(view.centre)}`,
    parts: [await result(view, our), answers(view, our), evidence(view, our)],
  });
}

async function result(view: AssessmentView, our: Words): Promise<(Paragraph | Picture)[]> {
  const lines = [
    centred(our.title[view.by], { bold: true }),
    centred(our.label),
    ...labelled(our.centre, plainLine(view.centre)),
    ...labelled(our.asOf, shortDay(view.day)),
    ...labelled(our.level, our.levels[view.level ?? 'none']),
    said(our.estimate),
    heading(our.overview),
    ...view.criteria.map((criterion) => ({ ...said(`${named(criterion)}: ${outcome(criterion, our)}`), after: 2 })),
  ];
  return view.picture ? [...lines, await pictureBelow(lines, view.picture, our.picture)] : lines;
}

function answers(view: AssessmentView, our: Words): Paragraph[] {
  return [
    { ...centred(our.answers, { bold: true }), keepNext: true },
    ...view.criteria.flatMap((criterion) => [
      heading(`${named(criterion)} (${outcome(criterion, our)})`),
      ...criterion.indicators.flatMap((indicator) => answer(indicator, our)),
      ...labelled(our.trends, criterion.trends ?? ''),
      ...labelled(our.difficult, criterion.difficult ?? ''),
    ]),
  ];
}

/** An indicator and its answer stay on one page; its example and evidence may go on. */
function answer(indicator: AssessedIndicator, our: Words): Paragraph[] {
  const details = [
    ...labelled(our.example, indicator.example ?? ''),
    ...labelled(our.evidence, indicator.files.map(plainLine).join('; ')),
    ...labelled(our.answeredBy, plainLine(whoAndWhen(indicator))),
  ];
  const [question, ...marked] = together([
    said(`${indicator.number}. ${indicator.text}`),
    ...labelled(our.mark, our.marks[indicator.mark ?? 'open']),
  ]);
  const all = [...(question ? [question] : []), ...marked, ...details];
  return all.map((paragraph, index) =>
    index < all.length - 1 ? { ...paragraph, after: 0 } : { ...paragraph, after: 8 },
  );
}

function evidence({ criteria }: AssessmentView, our: Words): Paragraph[] {
  const files = criteria.flatMap(({ indicators }) =>
    indicators.flatMap(({ number, files: names }) => names.map((name) => `${number}: ${plainLine(name)}`)),
  );
  const listed = files.length === 0 ? [said(our.noEvidence)] : files.map((file) => ({ ...said(file), after: 0 }));
  return [{ ...centred(our.evidence, { bold: true }), keepNext: true }, ...listed];
}

const named = ({ number, title }: AssessedCriterion): string => `${number}. ${plainLine(title)}`;

/** A number and its sign stay on one line. */
const outcome = ({ share, met }: AssessedCriterion, our: Words): string =>
  `${percent(share)}\u00A0%, ${our.met[met ? 'yes' : 'no']}`;
