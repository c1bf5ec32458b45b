import { hourOf } from '../deadlines/words.ts';
import { indicatorQuestions } from '../label/form.ts';
import { dayInNumbers } from '../rules/dates.ts';
import { markCodes } from '../rules/label-codes.ts';
import { escapeHtml } from '../screens/html.ts';
import { cutAt } from '../screens/pieces.ts';
import { shorten } from '../screens/shorten.ts';
import { changesOf } from '../store/centres/assessments.ts';
import type { WholeAssessment } from '../store/centres/assessments.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../store/talks.ts';
import type { Assessed } from './assessed.ts';
import { capFor, perMessage } from './fitting.ts';
import { answersIn, givenTo, indicatorIn, textIn } from './given.ts';
import { dayAt, markWord, nameLine, whatLine } from './words.ts';
import type { ForWords } from './words.ts';

/** Changes of a mark that one message tells, newest first: more are a quarrel that is not settled by reading. */
const told = 15;
/** Examples that stood there before or were refused; they need more room than a mark. */
const examplesTold = 3;
/** Names as people write them; two of these and the rest of a line are one line of a tablet. */
const longestName = 60;

/** An answer as it was given. */
interface Given {
  value: unknown;
  by: string | null;
  at: string;
}

/** What was answered to an indicator, for its message. */
export interface History {
  text: string;
  /** Which criterion the indicator belongs to. */
  criterion: number;
  /** How many photos and documents there are. */
  files: number;
  /** Not everything that was written had room: the report has the example that stands there whole. */
  cut: boolean;
}

/**
 * Who answered an indicator with what and when: its mark and what stood there before, newest first, with what was refused;
 * then its example in the same way. Undefined: no such indicator.
 */
export async function historyOf(
  birge: ForWords & { store: Store },
  assessed: Assessed<WholeAssessment>,
  number: number,
  language: Language,
): Promise<History | undefined> {
  const found = indicatorIn(birge.label, assessed, number);
  if (found === undefined) return undefined;
  const { assessment } = assessed;
  const head = [
    nameLine(assessed, language),
    whatLine(birge.say(language), assessment),
    '',
    `<b>${escapeHtml(`${number}. ${found.indicator.short[language]}`)}</b>`,
    ...(await markLines(birge, assessment, number, language)),
  ].join('\n');
  const { files } = givenTo(answersIn(assessment), number);
  const { text, cut } = await exampleLines(birge, assessment, number, language, perMessage - head.length);
  return { text: `${head}${text}`, criterion: found.criterion.number, files: files.length, cut };
}

async function markLines(
  birge: ForWords & { store: Store },
  assessment: WholeAssessment,
  number: number,
  language: Language,
): Promise<string[]> {
  const say = birge.say(language);
  const stands = answersIn(assessment).get(indicatorQuestions(number).mark);
  const changes = await changesOf(birge.store, assessment.id, indicatorQuestions(number).mark);
  const line = (how: 'now' | 'before' | 'refused', given: Given) => {
    const mark = markCodes.find((code) => code === given.value);
    return say('jb-res-history-line', { how, mark: markWord(birge, mark, language), ...whose(birge, given, language) });
  };
  const shown = changes.slice(0, told);
  const more = changes.length - shown.length;
  return [
    stands ? line('now', stands) : say('jb-res-history-open'),
    ...shown.map((change) => line(change.refused === null ? 'before' : 'refused', change)),
    ...(more > 0 ? [say('jb-res-history-more', { count: more })] : []),
  ];
}

/** The example that stands there, and what was written before it or refused, cut to the room there is (UTF-16 units). */
async function exampleLines(
  birge: ForWords & { store: Store },
  assessment: WholeAssessment,
  number: number,
  language: Language,
  room: number,
): Promise<{ text: string; cut: boolean }> {
  const say = birge.say(language);
  const { example: text, exampleBy } = givenTo(answersIn(assessment), number);
  const changes = await changesOf(birge.store, assessment.id, indicatorQuestions(number).example);
  const before = changes
    .flatMap((change) => written(change.refused === null ? 'before' : 'refused', change))
    .slice(0, examplesTold);
  const all = [...(text !== undefined && exampleBy ? [{ how: 'now', text, given: exampleBy }] : []), ...before];
  if (all.length === 0) return { text: '', cut: false };
  const fill = (textOf: (one: string) => string) =>
    `\n\n${all
      .map(({ how, given, text: one }) =>
        say('jb-res-history-example', { how, text: textOf(one), ...whose(birge, given, language) }),
      )
      .join('\n\n')}`;
  const note = `\n\n${say('jb-res-history-cut')}`;
  const texts = all.map((one) => one.text);
  const cap = capFor(texts, room - fill(() => '').length - note.length);
  const cut = text !== undefined && text.length > cap;
  return { text: `${fill((one) => cutAt(one, cap).start)}${cut ? note : ''}`, cut };
}

function written(how: 'before' | 'refused', given: Given): { how: string; text: string; given: Given }[] {
  const text = textIn(given);
  return text === undefined ? [] : [{ how, text, given }];
}

function whose(birge: ForWords, { by, at }: Given, language: Language) {
  return {
    who:
      by === null ? birge.say(language)('jb-res-history-unknown') : cutAt(shorten(by, longestName), longestName).start,
    when: `${dayInNumbers(dayAt(birge.timeZone, at))}, ${hourOf(new Date(at), birge.timeZone)}`,
  };
}
