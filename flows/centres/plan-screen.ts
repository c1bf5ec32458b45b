import { centreName } from '../../src/centres/assessed.ts';
import type { Finding, Standing } from '../../src/centres/plan.ts';
import { indicatorName } from '../../src/centres/plan-words.ts';
import { findingsOf, sourcesOf, standingOf, unplanned } from '../../src/centres/plan.ts';
import { markWord, toCentre } from '../../src/centres/words.ts';
import type { Birge, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { actionsOf } from '../../src/store/centres/actions.ts';
import type { Action } from '../../src/store/centres/actions.ts';
import { assessmentsOf } from '../../src/store/centres/assessments.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { worksOn } from './action-right.ts';
import { actionLine, toPlan } from './action-words.ts';

/** Steps, and indicators without one, that one message names. */
const perPage = 8;

/** What a centre's plan is made of today. */
export interface Plan {
  /** As the store orders them: open ones by day, what is not said to the end, what is done. */
  actions: Action[];
  /** "No" and "not fully" without a step, what holds back the next level first. */
  open: Finding[];
  /** Has anything been assessed from which a plan could be made? */
  assessed: boolean;
}

/** Reads the plan of the centre's present cycle. */
export async function readPlan({ store, label }: Pick<Birge, 'store' | 'label'>, centre: Centre): Promise<Plan> {
  const actions = await actionsOf(store, centre.id, centre.cycle);
  const assessments = await assessmentsOf(store, centre.id);
  const open = unplanned(findingsOf(label, assessments, centre.kind), actions);
  return { actions, open, assessed: sourcesOf(assessments).length > 0 };
}

/** The plan: its steps from `offset` on, and at its beginning what has no step yet. `note` (HTML) stands first. */
export async function planScreen(
  birge: Birge,
  talk: Talk,
  centre: Centre,
  offset: number,
  note?: string,
): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const plan = await readPlan(birge, centre);
  const { actions, open } = plan;
  const shown = actions.slice(offset, offset + perPage);
  const writes = worksOn(talk, centre);
  const parts = [
    ...(note === undefined ? [] : [note]),
    `<b>${say('jb-plan-title')}</b>\n${escapeHtml(shorten(centreName(centre, language), 150))}`,
    ...grouped(birge, shown, offset, language),
    ...(offset > 0 ? [] : stillOpen(birge, plan, language)),
  ];
  const rows = shown.map((action, index): ScreenButton[] => [
    { text: buttonText(birge, action, offset + index + 1, language), data: `jb:act:${action.id}` },
  ]);
  if (actions.length > offset + perPage) {
    rows.push([{ text: say('due-further'), data: `jb:plan:${centre.id}:${offset + perPage}` }]);
  }
  if (offset === 0 && writes) rows.push(...beginnings(birge, centre, open, 0, language));
  else if (offset === 0 && open.length > perPage) rows.push([more(say, centre, open, perPage)]);
  if (offset === 0 && !plan.assessed && writes) {
    rows.push([{ text: say('jb-plan-assess'), data: `jb:as:${centre.id}` }]);
  }
  if (writes && actions.some((action) => standingOf(action) !== 'unsaid')) {
    rows.push([{ text: say('jb-plan-ready'), data: `jb:plan:made:${centre.id}` }]);
  }
  const back = offset > 0 ? toPlan(say, centre.id) : toCentre(say, centre.id);
  return { text: parts.join('\n\n'), buttons: [...rows, back, [{ text: say('menu-button'), data: 'go:menu' }]] };
}

/** The indicators that have no step yet, from `offset` on. */
export async function openScreen(birge: Birge, talk: Talk, centre: Centre, offset: number): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const { open } = await readPlan(birge, centre);
  const lines = open.slice(offset, offset + perPage).map((finding) => findingLine(birge, finding, language));
  const head = `<b>${say('jb-plan-open', { count: open.length })}</b>`;
  const further = open.length > offset + perPage ? [[more(say, centre, open, offset + perPage)]] : [];
  return {
    text: [head, ...lines].join('\n'),
    buttons: [
      ...(worksOn(talk, centre) ? beginnings(birge, centre, open, offset, language) : further),
      toPlan(say, centre.id),
      [{ text: say('menu-button'), data: 'go:menu' }],
    ],
  };
}

/** The steps of a page under what they are. */
function grouped(birge: Birge, actions: readonly Action[], offset: number, language: Language): string[] {
  const say = birge.say(language);
  const heads: Record<Standing, string> = {
    open: say('jb-plan-head-open'),
    unsaid: say('jb-plan-head-unsaid'),
    done: say('jb-plan-head-done'),
  };
  const lines = actions.map((action, index) => ({
    standing: standingOf(action),
    line: actionLine(birge, action, offset + index + 1, language),
  }));
  return [...Map.groupBy(lines, ({ standing }) => standing)].map(([standing, group]) =>
    [`<b>${heads[standing]}</b>`, ...group.map(({ line }) => line)].join('\n'),
  );
}

/** What has no step yet, or why there is nothing of that. */
function stillOpen(birge: Birge, { actions, open, assessed }: Plan, language: Language): string[] {
  const say = birge.say(language);
  if (!assessed) return [say('jb-plan-assess-first')];
  if (open.length === 0) return [say(actions.length === 0 ? 'jb-plan-nothing' : 'jb-plan-all-planned')];
  const lines = open.slice(0, perPage).map((finding) => findingLine(birge, finding, language));
  return [[`<b>${say('jb-plan-open', { count: open.length })}</b>`, ...lines].join('\n')];
}

function findingLine(birge: Birge, { indicator, marks }: Finding, language: Language): string {
  const say = birge.say(language);
  const said = marks.map(({ by, mark }) =>
    say(by === 'centre' ? 'jb-plan-own' : 'jb-plan-experts', { mark: markWord(birge, mark, language) }),
  );
  return `• ${escapeHtml(indicatorName(birge, indicator.number, language))}: ${said.join(', ')}`;
}

/** The buttons that begin a step for an indicator, a page of them. */
function beginnings(
  birge: Birge,
  centre: Centre,
  open: readonly Finding[],
  offset: number,
  language: Language,
): ScreenButton[][] {
  const rows = open
    .slice(offset, offset + perPage)
    .map(({ indicator: { number } }): ScreenButton[] => [
      { text: shorten(`+ ${indicatorName(birge, number, language)}`, 60), data: `jb:plan:new:${centre.id}:${number}` },
    ]);
  const next = offset + perPage;
  return open.length > next ? [...rows, [more(birge.say(language), centre, open, next)]] : rows;
}

const more = (say: Say, centre: Centre, open: readonly Finding[], offset: number): ScreenButton => ({
  text: say('jb-plan-more', { count: open.length - offset }),
  data: `jb:plan:todo:${centre.id}:${offset}`,
});

function buttonText(birge: Birge, action: Action, number: number, language: Language): string {
  const mark = action.doneOn === null ? '' : '✓ ';
  return shorten(`${mark}${number}. ${action.what ?? indicatorName(birge, action.indicator, language)}`, 60);
}
