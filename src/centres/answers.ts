import { criterionQuestions } from '../label/form.ts';
import type { Criterion, Indicator } from '../label/instrument.ts';
import { dayInNumbers } from '../rules/dates.ts';
import { escapeHtml } from '../screens/html.ts';
import { cutAt } from '../screens/pieces.ts';
import { shorten } from '../screens/shorten.ts';
import type { WholeAssessment } from '../store/centres/assessments.ts';
import type { Language } from '../store/talks.ts';
import { criteriaOf } from './assessed.ts';
import type { Assessed } from './assessed.ts';
import { capFor, perMessage } from './fitting.ts';
import { answersIn, givenTo, textIn } from './given.ts';
import type { Answer, ToIndicator } from './given.ts';
import { indicatorLine } from './result.ts';
import { dayAt, nameLine, stateLine, whatLine } from './words.ts';
import type { ForWords } from './words.ts';

/** Of an example or a text after a criterion at most this much is shown beside the others (UTF-16 units). */
const mostOfOne = 500;
/** Names are as long as people write them. */
const longestName = 40;

/** The criteria of an assessment: how much of each is answered, with how many examples and files. */
export function criteriaText(birge: ForWords, assessed: Assessed<WholeAssessment>, language: Language): string {
  const lines = criteriaOf(birge.label, assessed).map((criterion) =>
    criterionLine(birge, assessed.assessment, criterion, language),
  );
  const head = [nameLine(assessed, language), whatLine(birge.say(language), assessed.assessment)];
  return [
    [...head, stateLine(birge, assessed, language)].join('\n'),
    lines.join('\n'),
    birge.say(language)('jb-res-answers-choose'),
  ].join('\n\n');
}

function criterionLine(
  { say: sayIn }: ForWords,
  assessment: WholeAssessment,
  { number, short, indicators }: Criterion,
  language: Language,
): string {
  const say = sayIn(language);
  const answers = answersIn(assessment);
  const given = indicators.map((indicator) => givenTo(answers, indicator.number));
  const answered = indicators.filter((indicator) => assessment.marks[indicator.number] !== undefined).length;
  const examples = given.filter(({ example }) => example !== undefined).length;
  const files = given.reduce((sum, one) => sum + one.files.length, 0);
  const state = answered === 0 ? 'open' : answered === indicators.length ? 'done' : 'begun';
  return [
    say('jb-res-answers-criterion', { state, number, title: short[language], answered, of: indicators.length }),
    ...(examples > 0 ? [say('jb-res-answers-examples', { count: examples })] : []),
    ...(files > 0 ? [`📎 ${files}`] : []),
  ].join(' · ');
}

/** A piece of a criterion's message: what stands there in any case, and what people wrote, cut as the room asks. */
interface Piece {
  fixed: string;
  key: 'jb-res-answers-example' | 'jb-res-answers-trends' | 'jb-res-answers-difficult';
  text: string | undefined;
}

/** A criterion's indicators with what was answered, whose it is, and the beginnings of what was written; one message. */
export function criterionText(
  birge: ForWords,
  assessed: Assessed<WholeAssessment>,
  criterion: Criterion,
  language: Language,
): string {
  const say = birge.say(language);
  const answers = answersIn(assessed.assessment);
  const pieces = piecesOf(birge, assessed, criterion, answers, language);
  const head = [
    nameLine(assessed, language),
    whatLine(say, assessed.assessment),
    '',
    `<b>${escapeHtml(`${criterion.number}. ${criterion.title[language]}`)}</b>`,
  ].join('\n');
  const whole = (written: (piece: Piece) => string) =>
    [
      head,
      ...pieces.map((piece) => [piece.fixed, written(piece)].filter((part) => part !== '').join('\n')),
      say('jb-res-answers-hint'),
    ].join('\n\n');
  const texts = pieces.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const bare = whole(({ key, text }) => (text === undefined ? '' : say(key, { text: '' })));
  const cap = Math.min(mostOfOne, capFor(texts, perMessage - bare.length));
  return whole(({ key, text }) => (text === undefined ? '' : say(key, { text: cutAt(text, cap).start })));
}

function piecesOf(
  birge: ForWords,
  assessed: Assessed<WholeAssessment>,
  { number, indicators }: Criterion,
  answers: ReadonlyMap<string, Answer>,
  language: Language,
): Piece[] {
  const line = indicatorLine(birge, assessed, language);
  const ids = criterionQuestions(number);
  const after = (key: Piece['key'], id: string): Piece[] => {
    const text = textIn(answers.get(id));
    return text === undefined ? [] : [{ fixed: '', key, text: onOneLine(text) }];
  };
  const toIndicator = (indicator: Indicator): Piece => {
    const given = givenTo(answers, indicator.number);
    return {
      fixed: [`<b>${line(indicator.number)}</b>`, besideLine(birge, given, language)].filter(Boolean).join('\n'),
      key: 'jb-res-answers-example',
      text: given.example && onOneLine(given.example),
    };
  };
  return [
    ...indicators.map(toIndicator),
    ...after('jb-res-answers-trends', ids.trends),
    ...after('jb-res-answers-difficult', ids.difficult),
  ];
}

/** Whose answer it is, of which day, and how many files there are; empty if there is none of it. */
function besideLine(birge: ForWords, { mark, files }: ToIndicator, language: Language): string {
  return [
    ...(mark ? [whoAndDay(birge, mark, language)] : []),
    ...(files.length > 0 ? [`📎 ${files.length}`] : []),
  ].join(' · ');
}

/** Whose answer it is and of which day, in Telegram's HTML. */
export function whoAndDay(birge: ForWords, { by, at }: Pick<Answer, 'by' | 'at'>, language: Language): string {
  const unknown = birge.say(language)('jb-res-history-unknown');
  const who = by === null ? unknown : escapeHtml(cutAt(shorten(by, longestName), longestName).start);
  return `${who}, ${dayInNumbers(dayAt(birge.timeZone, at))}`;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
