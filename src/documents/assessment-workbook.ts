import { type AssessedCriterion, type AssessmentView, percent, shortDay } from './assessment-view.ts';
import { words } from './assessment-words.ts';
import { type Sheet, workbook } from './table.ts';

type Words = (typeof words)[AssessmentView['language']];
type Value = Sheet['rows'][number][number];

/**
 * An assessment as an `.xlsx` with a sheet for each part: result, answers, evidence, trends and questions. First rows are
 * bold and stay in sight; days sort as days; what people wrote stays text and is never a formula.
 *
 * @throws when a share is not between 0 and 1, or a day is none
 */
export async function assessmentWorkbook(view: AssessmentView): Promise<Uint8Array> {
  const our = words[view.language];
  return workbook(result(view, our), answers(view, our), evidence(view, our), texts(view, our));
}

function result(view: AssessmentView, our: Words): Sheet {
  return {
    name: our.overview,
    columns: columns([our.number, 6], [our.criterion, 60], [our.share, 16], [our.met.column, 22]),
    rows: [
      ...view.criteria.map(({ number, title, share, met }) => [
        number,
        title,
        percent(share),
        our.met[met ? 'yes' : 'no'],
      ]),
      [],
      [null, `${our.title[view.by]} — ${our.label}`],
      [null, `${our.centre}: ${view.centre}`],
      [null, `${our.asOf}: ${shortDay(view.day)}`],
      [null, `${our.level}: ${our.levels[view.level ?? 'none']}`],
      [null, our.estimate],
    ],
  };
}

function answers({ criteria }: AssessmentView, our: Words): Sheet {
  return {
    name: our.answers,
    columns: columns(
      [our.criterion, 10],
      [our.number, 6],
      [our.indicator, 60],
      [our.mark, 18],
      [our.example, 60],
      [our.evidence, 30],
      [our.answeredBy, 26],
      [our.day, 12],
    ),
    rows: eachIndicator(criteria, (criterion, { number, text, mark, example, files, by, day }) => [
      [
        criterion,
        number,
        text,
        our.marks[mark ?? 'open'],
        example ?? null,
        files.join('\n'),
        by ?? null,
        day === undefined ? null : { day },
      ],
    ]),
  };
}

function evidence({ criteria }: AssessmentView, our: Words): Sheet {
  return {
    name: our.evidence,
    columns: columns([our.criterion, 10], [our.number, 6], [our.file, 60]),
    rows: eachIndicator(criteria, (criterion, { number, files }) => files.map((file) => [criterion, number, file])),
  };
}

function texts({ criteria }: AssessmentView, our: Words): Sheet {
  return {
    name: our.texts,
    columns: columns([our.number, 6], [our.criterion, 40], [our.trends, 60], [our.difficult, 60]),
    rows: criteria.map(({ number, title, trends, difficult }) => [number, title, trends ?? null, difficult ?? null]),
  };
}

const columns = (...given: [title: string, width: number][]) => given.map(([title, width]) => ({ title, width }));

const eachIndicator = (
  criteria: AssessedCriterion[],
  rows: (criterion: number, indicator: AssessedCriterion['indicators'][number]) => Value[][],
): Value[][] =>
  criteria.flatMap(({ number, indicators }) => indicators.flatMap((indicator) => rows(number, indicator)));
