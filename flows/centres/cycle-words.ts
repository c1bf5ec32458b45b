import { dayAt, whatLine } from '../../src/centres/words.ts';
import { today } from '../../src/context.ts';
import type { Birge, Say } from '../../src/context.ts';
import { daysLeft } from '../../src/deadlines/words.ts';
import { dayInNumbers } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Assessment } from '../../src/store/centres/assessments.ts';
import type { Decision } from '../../src/store/centres/centre.ts';
import type { Language } from '../../src/store/talks.ts';
import { decisionLine } from './decision-words.ts';
import { owedOutside } from './stages.ts';
import type { StageOnWay, Way } from './stages.ts';

/** As many as are named; a message has its end. */
const most = { assessments: 8, decisions: 5, happened: 12 };

/** A stage: how long it lasts, and what has happened and is owed; before it begins, what it is about. HTML. */
export function stageText(birge: Birge, on: StageOnWay, number: number, language: Language): string {
  const { stage, happened, owed } = on;
  const say = birge.say(language);
  const head = `<b>${number}. ${escapeHtml(stage.title[language])}</b> · ${lasts(say, stage.lasts)}`;
  if (happened.length + owed.length === 0) return [head, ...aboutLines(on, language)].join('\n');
  const lines = happened
    .slice(-most.happened)
    .map(({ event, on: day }) => `✓ ${dayInNumbers(day)} ${escapeHtml(eventTitle(birge, event, language))}`);
  return [head, ...lines, ...owed.map((one) => owedLine(birge, one, language))].join('\n');
}

function aboutLines({ stage }: StageOnWay, language: Language): string[] {
  return [
    escapeHtml(stage.what[language]),
    ...(stage.parts ?? []).map(({ title }) => `– ${escapeHtml(title[language])}`),
    ...(stage.note === undefined ? [] : [`<i>${escapeHtml(stage.note[language])}</i>`]),
  ];
}

/** «15 күн», «1 ай», "2–3 months". */
function lasts(say: Say, { days, months, to }: StageOnWay['stage']['lasts']): string {
  const from = to === undefined ? '' : `${days ?? months ?? 0}–`;
  if (days !== undefined) return `${from}${say('jb-ctr-days', { days: to ?? days })}`;
  return `${from}${say('jb-ctr-months', { months: to ?? months ?? 0 })}`;
}

const eventTitle = ({ calendar }: Birge, event: string, language: Language): string =>
  calendar.events.get(event)?.title[language] ?? event;

function owedLine(birge: Birge, { kind, dueOn, expert }: Way['owed'][number], language: Language): string {
  const say = birge.say(language);
  const known = {
    title: birge.calendar.kinds.get(kind)?.title[language] ?? kind,
    day: dayInNumbers(dueOn),
    left: daysLeft(say, dueOn, today(birge)),
  };
  return `⏳ ${say('jb-ctr-owed', known)}${expert === null ? '' : ` · ${escapeHtml(expert)}`}`;
}

/** Which assessments there are, and whether each is finished; those of an earlier cycle say of which. HTML. */
export function assessmentLines(
  birge: Birge,
  assessments: readonly Assessment[],
  cycle: number,
  language: Language,
): string {
  const say = birge.say(language);
  if (assessments.length === 0) return say('jb-ctr-no-assessments');
  const lines = assessments.slice(0, most.assessments).map((one) => {
    const at = one.submittedAt ?? one.touchedAt;
    const day = dayInNumbers(dayAt(birge.timeZone, at));
    const state = say(one.status === 'submitted' ? 'jb-ctr-assessment-finished' : 'jb-ctr-assessment-open', { day });
    const earlier = one.cycle === cycle ? '' : ` (${say('jb-ctr-earlier-cycle', { number: one.cycle })})`;
    return `• ${whatLine(say, one)}${earlier}: ${state}`;
  });
  return [`<b>${say('jb-ctr-assessments')}</b>`, ...lines].join('\n');
}

/** What was decided on the label so far, and what the label itself asks of the centre. HTML. */
export function decisionLines(
  birge: Birge,
  decisions: readonly Decision[],
  owed: Way['owed'],
  who: 'named' | 'unnamed',
  language: Language,
): string {
  const say = birge.say(language);
  if (decisions.length === 0) return say('jb-ctr-no-decisions');
  const awarded = decisions.some(({ level }) => level !== null);
  return [
    `<b>${say('jb-ctr-decisions')}</b>`,
    ...decisions.slice(0, most.decisions).map((one) => `• ${decisionLine(birge, one, language, who)}`),
    ...owedOutside(owed).map((one) => owedLine(birge, one, language)),
    ...(awarded ? [`<i>${escapeHtml(birge.label.award.note[language])}</i>`] : []),
  ].join('\n');
}
