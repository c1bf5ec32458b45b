import type { AssessedCriterion, AssessedIndicator, AssessmentView } from '../documents/assessment-view.ts';
import { criterionQuestions } from '../label/form.ts';
import type { Criterion, Indicator } from '../label/instrument.ts';
import { isMet, shareOf } from '../label/level.ts';
import type { WholeAssessment } from '../store/centres/assessments.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../store/talks.ts';
import { centreName, criteriaOf, estimateOf } from './assessed.ts';
import type { Assessed } from './assessed.ts';
import { evidenceOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { answersIn, givenTo, textIn } from './given.ts';
import type { Answer } from './given.ts';
import { radarPicture } from './pictures.ts';
import { dayAt, dayOf } from './words.ts';
import type { ForWords } from './words.ts';

/** What a part of a report is made of. */
interface Source {
  birge: ForWords;
  language: Language;
  marks: WholeAssessment['marks'];
  /** The answer that stands to a question, by its id. */
  answers: ReadonlyMap<string, Answer>;
  /** The photos and documents to an indicator, by its number. */
  evidence: ReadonlyMap<number, Evidence[]>;
}

/**
 * A stored assessment as its report shows it, in a language, with the radar of its criteria. A draft is shown as of
 * today, a finished one as of the day on which it was finished.
 */
export async function assessmentView(
  birge: ForWords & { store: Store },
  assessed: Assessed<WholeAssessment>,
  language: Language,
): Promise<AssessmentView> {
  const { assessment, centre } = assessed;
  const criteria = criteriaOf(birge.label, assessed);
  const numbers = criteria.flatMap(({ indicators }) => indicators.map(({ number }) => number));
  const source: Source = {
    birge,
    language,
    marks: assessment.marks,
    answers: answersIn(assessment),
    evidence: await evidenceOf(birge.store, assessment, numbers),
  };
  return {
    language,
    centre: centreName(centre, language),
    by: assessment.by === 'expert' ? 'experts' : 'centre',
    day: dayOf(birge, assessed),
    level: estimateOf(birge.label, assessed).level,
    criteria: criteria.map((criterion) => criterionView(source, criterion)),
    picture: await radarPicture(birge, assessed, language),
  };
}

function criterionView(source: Source, criterion: Criterion): AssessedCriterion {
  const ids = criterionQuestions(criterion.number);
  const { language, marks, answers } = source;
  const [trends, difficult] = [textIn(answers.get(ids.trends)), textIn(answers.get(ids.difficult))];
  return {
    number: criterion.number,
    title: criterion.title[language],
    share: shareOf(criterion, marks),
    met: isMet(criterion, marks),
    indicators: criterion.indicators.map((indicator) => indicatorView(source, indicator)),
    ...(trends !== undefined && { trends }),
    ...(difficult !== undefined && { difficult }),
  };
}

function indicatorView(source: Source, { number, text }: Indicator): AssessedIndicator {
  const { birge, language, marks, answers, evidence } = source;
  const { mark: marked, example } = givenTo(answers, number);
  const mark = marks[number];
  return {
    number,
    text: text[language],
    files: (evidence.get(number) ?? []).map((file) => nameIn(source, file)),
    ...(mark !== undefined && { mark }),
    ...(example !== undefined && { example }),
    ...(marked && { ...(marked.by !== null && { by: marked.by }), day: dayAt(birge.timeZone, marked.at) }),
  };
}

/** The name under which the file comes in the chat; what was erased stays in the list, so that the numbers stay. */
const nameIn = ({ birge, language }: Source, { name, file }: Evidence): string =>
  file ? name : birge.say(language)('jb-res-file-erased', { name });
