import { today } from '../../src/context.ts';
import type { Birge, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { monthHeading } from '../../src/diary/spans.ts';
import { dayInNumbers, dayInWords } from '../../src/rules/dates.ts';
import { monthInWords, moveMonth } from '../../src/rules/months.ts';
import type { Month } from '../../src/rules/months.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Report } from '../../src/store/volunteers/reports.ts';
import { activityIn } from '../../src/volunteers/deed-words.ts';
import type { MonthSummary } from '../../src/volunteers/report-month.ts';
import { hasChanged } from './report-open.ts';
import type { OpenReport } from './report-open.ts';

/** Lines of a kind that are named; the rest is counted. A month with 40 entries stays one message. */
const mostLines = 10;

/** One's own report: what the diary says of the month, what is added, whether it was sent; and what can be done. */
export function reportScreen(birge: Birge, language: Language, opened: OpenReport, note?: string): Screen {
  const say = birge.say(language);
  const { now, report } = opened;
  const parts = [
    ...(note === undefined ? [] : [note]),
    headOf(say, opened, language),
    now.deeds === 0 ? say('vol-rep-empty') : [figures(say, now), confirmedOf(say, now)].join('\n'),
    ...linesOf(birge, language, now),
    ...quoted(say('vol-rep-line'), report.line),
    standingOf(birge, language, opened),
  ];
  return { text: parts.join('\n\n'), buttons: [...acts(say, opened, language), ...waysOn(say, opened)] };
}

/** It was sent: what the coordinator reads of it. */
export function sentScreen(birge: Birge, language: Language, opened: OpenReport): Screen {
  const say = birge.say(language);
  const { id } = opened.enrolment;
  const text = [
    say('vol-rep-sent', { month: monthInWords(opened.month, language) }),
    say('vol-rep-they-see'),
    readBlock(say, opened.report),
  ].join('\n\n');
  const again = [{ text: say('vol-rep-open'), data: `vol:rep:${id}:${opened.month}` }];
  return { text, buttons: [again, ...waysOn(say, opened)] };
}

/** A sent report as a coordinator reads it: figures, and the line that was added. */
export const readBlock = (say: Say, report: Report): string =>
  [figures(say, report), ...quoted(say('vol-rep-their-line'), report.sentLine)].join('\n');

/** Entries, hours and people of a month in one line. */
export const figures = (say: Say, { deeds, hours, people }: Pick<Report, 'deeds' | 'hours' | 'people'>): string =>
  [
    say('vol-rep-deeds', { deeds }),
    say('vol-rep-hours', { hours }),
    ...(people === 0 ? [] : [say('vol-rep-people', { people })]),
  ].join(' · ');

const confirmedOf = (say: Say, { confirmedHours }: MonthSummary): string =>
  say('vol-rep-confirmed', { hours: confirmedHours });

/** The line that was added, under these words. */
export const quoted = (words: string, line: string | null): string[] =>
  line === null ? [] : [`${words}\n<blockquote>${escapeHtml(line)}</blockquote>`];

const headOf = (say: Say, { month, enrolment }: OpenReport, language: Language): string =>
  `<b>${say('vol-rep-title', { month: monthInWords(month, language) })}</b>\n${escapeHtml(inWords(enrolment.projectName, language))}`;

/** A line for each form of activity, and what was achieved in the volunteer's own words, shortened. */
function linesOf(birge: Birge, language: Language, { activities, achieved }: MonthSummary): string[] {
  const say = birge.say(language);
  const forms = activities.map((one) => {
    const name = activityIn(birge, one, language) ?? '';
    return `• ${escapeHtml(shorten(name, 60))}: ${figures(say, one)}`;
  });
  const words = achieved.map(
    ({ on, achieved: said }) => `• ${dayInNumbers(on)}: ${escapeHtml(shorten(said ?? '', 90))}`,
  );
  return [
    ...(forms.length === 0 ? [] : [[`<b>${say('vol-rep-activities')}</b>`, ...most(say, forms)].join('\n')]),
    ...(words.length === 0 ? [] : [[`<b>${say('vol-rep-achieved')}</b>`, ...most(say, words)].join('\n')]),
  ];
}

const most = (say: Say, lines: readonly string[]): string[] =>
  lines.length <= mostLines
    ? [...lines]
    : [...lines.slice(0, mostLines), say('vol-rep-more', { count: lines.length - mostLines })];

function standingOf(birge: Birge, language: Language, opened: OpenReport): string {
  const say = birge.say(language);
  const { sentAt, line } = opened.report;
  if (sentAt === null) return say(opened.now.deeds === 0 && line === null ? 'vol-rep-empty-how' : 'vol-rep-unsent');
  const day = dayInWords(dayOf(birge, sentAt), language);
  return hasChanged(opened)
    ? say('vol-rep-differs', { day, figures: figures(say, opened.report) })
    : say('vol-rep-sent-on', { day });
}

/** The local day of a moment. */
export const dayOf = ({ timeZone }: Birge, moment: string): string => today({ timeZone, now: () => new Date(moment) });

function acts(say: Say, { enrolment, month, open, report, now }: OpenReport, language: Language): ScreenButton[][] {
  const { id } = enrolment;
  const act = (key: string, then: string): ScreenButton => ({ text: say(key), data: `vol:rep:${then}:${id}:${month}` });
  const empty = now.deeds === 0;
  const line = act(report.line === null ? (empty ? 'vol-rep-say-why' : 'vol-rep-add') : 'vol-rep-change', 'line');
  const other = [open.last, moveMonth(open.last, -1)].filter((one) => one !== month && one >= open.first);
  return [
    // Of an empty month something has to be said.
    ...(empty && report.line === null
      ? []
      : [[act(report.sentAt === null ? 'vol-rep-send' : 'vol-rep-send-again', 'send')]]),
    [line, ...(report.line === null || empty ? [] : [act('vol-rep-drop', 'drop')])],
    ...other.map((one: Month) => [{ text: monthHeading(one, language), data: `vol:rep:${id}:${one}` }]),
  ];
}

const waysOn = (say: Say, { enrolment, month }: OpenReport): ScreenButton[][] => [
  [{ text: say('vol-diary'), data: `vol:diary:${month}` }],
  [{ text: say('vol-back-to-project'), data: `vol:e:${enrolment.id}` }],
];
