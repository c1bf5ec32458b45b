import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { shorten } from '../../src/screens/shorten.ts';
import { candidatesIn } from '../../src/store/volunteers/candidates.ts';
import type { Candidate } from '../../src/store/volunteers/candidates.ts';
import type { Language } from '../../src/store/talks.ts';
import { countOf, filterOf } from '../../src/volunteers/candidates.ts';
import { tell } from '../group-right.ts';
import { answerRoutes } from './candidate-answer.ts';
import { correctAgain } from './candidate-again.ts';
import { showFilters } from './candidate-filters.ts';
import { inForce, lookingAt, lookingFor, openLooking, searchedIn, takingOff } from './candidate-looking.ts';
import type { Looking } from './candidate-looking.ts';
import { ageIn, calledOf, projectIn } from './candidate-words.ts';

const perPage = 8;

/** Candidates: the list with its filters, what is answered to each, and correcting a questionnaire that came back. */
export function candidateRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:cand:(\d{1,15})(?::([\da-z]{0,40}))?(?::([\da-z]{0,12}))?$/, (ctx) =>
    press(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? '', ctx.match[3] ?? ''),
  );
  // Buttons of the list that was here before.
  app.callbackQuery(/^go:received(?::(\d{1,15}))?$/, (ctx) =>
    press(birge, ctx, 0, '', ctx.match[1] ? turnedTo(Number(ctx.match[1])) : ''),
  );
  app.callbackQuery(/^vol:again:(\d{1,15})$/, (ctx) => correctAgain(birge, ctx, Number(ctx.match[1])));
  answerRoutes(app, birge);
}

/** The act of a button that goes on behind a questionnaire. */
const turnedTo = (before: number): string => `b${before.toString(36)}`;

async function press(birge: Birge, ctx: OuterCtx, project: number, filters: string, act: string): Promise<void> {
  const looking = await openLooking(birge, ctx, project, filters);
  if (looking === undefined) return;
  if (act.startsWith('f')) return showFilters(birge, ctx, looking, act.slice(1));
  const before = /^b[\da-z]{1,10}$/.test(act) ? Number.parseInt(act.slice(1), 36) : null;
  return showList(birge, ctx, looking, before);
}

/** Whose questionnaires wait for an answer, newest first; with "also answered", the others, too. */
async function showList(birge: Birge, ctx: OuterCtx, looking: Looking, before: number | null): Promise<void> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const { project, chosen } = looking;
  const scope = searchedIn(talk, project?.id ?? 0);
  const filter = filterOf(chosen, project?.id ?? 0);
  const found = await candidatesIn(birge.store, scope, filter, { before, limit: perPage + 1 }, today(birge));
  const shown = found.slice(0, perPage);
  const head = headIn(looking, say, language);
  const rows: ScreenButton[][] = shown.map(({ id, name }, index) => [
    { text: `${index + 1}. ${calledOf(name, id)}`, data: `card:${id}` },
  ]);
  const last = found.length > perPage ? shown.at(-1) : undefined;
  if (last) rows.push([{ text: say('forms-earlier'), data: lookingAt(looking, turnedTo(last.id)) }]);
  if (before !== null) rows.push([{ text: say('vol-cand-newest'), data: lookingAt(looking) }]);
  if (shown.length === 0 && before === null) rows.push(...takingOff(looking, say, language));
  rows.push(...filterButtons(looking, say), [wayBack(looking, say)]);
  const lines = shown.map((candidate, index) => lineOf(birge, looking, candidate, index + 1, language));
  const text = shown.length === 0 ? [head, nobody(looking, before, say)] : [head, lines.join('\n')];
  const told = shown.map(({ person }) => person);
  await tell(birge, ctx, text.join('\n\n'), rows, told);
}

/** Whose candidates these are, whether also answered ones, and which filters are in force. */
function headIn(looking: Looking, say: Say, language: Language): string {
  const { project, chosen } = looking;
  const filters = inForce(looking, say, language).map(({ text }) => escapeHtml(text));
  return [
    `<b>${say('vol-cand-head', { all: chosen.answered ? 'yes' : 'no' })}</b>`,
    ...(project === undefined ? [] : [escapeHtml(shorten(inWords(project.name, language), 120))]),
    ...(filters.length === 0
      ? []
      : [say('vol-cand-in-force', { count: filters.length }), ...filters.map((text) => `· ${text}`)]),
  ].join('\n');
}

function nobody({ chosen }: Looking, before: number | null, say: Say): string {
  if (before !== null) return say('vol-cand-no-earlier');
  if (countOf(chosen) > 0) return say('vol-cand-nobody');
  return say(chosen.answered ? 'vol-cand-none-at-all' : 'vol-cand-none');
}

/** «1. Серікова Айгерім, 19 жас · 21.11.2026», with the project among all, and the answer where there is one. */
function lineOf(birge: Birge, { project }: Looking, candidate: Candidate, number: number, language: Language): string {
  const say = birge.say(language);
  const { id, name, bornOn, projectName, status, submittedAt } = candidate;
  const sent = dayInNumbers(today({ timeZone: birge.timeZone, now: () => new Date(submittedAt) }));
  const about = [
    ...(project === undefined ? [projectIn(say, projectName, language)] : []),
    sent,
    ...(status === 'submitted' ? [] : [say('vol-cand-state', { answer: status })]),
  ];
  return `${number}. ${escapeHtml(calledOf(name, id))}${ageIn(birge, say, bornOn)} · ${about.join(' · ')}`;
}

/** To the filters, and those that have their answer in or out. */
function filterButtons(looking: Looking, say: Say): ScreenButton[][] {
  const { answered, ...rest } = looking.chosen;
  const count = countOf(rest);
  return [
    [{ text: say('vol-cand-filters', { count }), data: lookingAt(looking, 'f') }],
    [
      answered
        ? { text: say('vol-cand-only-waiting'), data: lookingFor(looking, rest) }
        : { text: say('vol-cand-also-answered'), data: lookingFor(looking, { ...rest, answered: true }) },
    ],
  ];
}

const wayBack = ({ project }: Looking, say: Say): ScreenButton =>
  project === undefined
    ? { text: say('vol-all-projects'), data: 'vol:lead' }
    : { text: say('vol-back-to-project'), data: `vol:p:${project.id}` };
