import { filesSoFar } from '../forms/value.ts';
import type { SentFile, Value } from '../forms/value.ts';
import { indicatorQuestions } from '../label/form.ts';
import type { Criterion, Indicator, Instrument } from '../label/instrument.ts';
import type { WholeAssessment } from '../store/centres/assessments.ts';
import { criteriaOf } from './assessed.ts';
import type { Assessed } from './assessed.ts';

/** An answer that stands, with whose it is. */
export type Answer = WholeAssessment['answers'][number];

/** What is given to an indicator, question by question; undefined: nothing. */
export interface ToIndicator {
  mark: Answer | undefined;
  /** What was written as an example of successful practice. */
  example: string | undefined;
  exampleBy: Answer | undefined;
  /** The photos and documents sent so far, also before "Done" was pressed. */
  files: SentFile[];
  filesBy: Answer | undefined;
}

/** The answers that stand, by the ids of their questions. */
export const answersIn = ({ answers }: Pick<WholeAssessment, 'answers'>): ReadonlyMap<string, Answer> =>
  new Map(answers.map((answer) => [answer.question, answer]));

/** What was written; undefined where nothing was, or it was skipped. */
export function textIn(answer: Pick<Answer, 'value'> | undefined): string | undefined {
  const value = answer?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** All that was given to an indicator, by its number. */
export function givenTo(answers: ReadonlyMap<string, Answer>, number: number): ToIndicator {
  const ids = indicatorQuestions(number);
  const [exampleBy, filesBy] = [answers.get(ids.example), answers.get(ids.files)];
  // What is stored has been an answer of the forms engine.
  const files = filesSoFar(filesBy?.value as Value | undefined);
  return { mark: answers.get(ids.mark), example: textIn(exampleBy), exampleBy, files, filesBy };
}

/** An indicator of the assessment with its criterion; undefined: centres of this kind do not answer it. */
export function indicatorIn(
  instrument: Instrument,
  assessed: Assessed,
  number: number,
): { criterion: Criterion; indicator: Indicator } | undefined {
  for (const criterion of criteriaOf(instrument, assessed)) {
    const indicator = criterion.indicators.find((one) => one.number === number);
    if (indicator) return { criterion, indicator };
  }
  return undefined;
}
