import { scopeOf } from '../../src/access/rights.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { projectsIn } from '../../src/store/volunteers/enrolments.ts';
import { activitiesIn } from '../../src/volunteers/candidates-choices.ts';
import { filterKinds, kindOf, letterOf, ofAllProjects, without } from '../../src/volunteers/candidates.ts';
import type { FilterChoice, FilterKind } from '../../src/volunteers/candidates.ts';
import { tell } from '../group-right.ts';
import { choiceIn, inForce, lookingAt, lookingFor } from './candidate-looking.ts';
import type { Looking } from './candidate-looking.ts';

/** Options that stand on one screen. */
const perPage = 10;
/** Projects whose regions are offered. */
const mostProjects = 100;

/** By what candidates can be looked for; `rest` of the button names a kind (and a page), whose options are shown then. */
export async function showFilters(birge: Birge, ctx: OuterCtx, looking: Looking, rest: string): Promise<void> {
  const kind = kindOf(rest[0]);
  const offered = kind === undefined ? [] : await offeredOf(birge, ctx, looking, kind);
  if (kind === undefined || offered.length === 0) return showKinds(birge, ctx, looking);
  return showChoices(birge, ctx, looking, kind, offered, Number.parseInt(rest.slice(1), 10) || 0);
}

/** All filters: one in force is taken off by its button, another one is chosen. */
async function showKinds(birge: Birge, ctx: OuterCtx, looking: Looking): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const set = new Map(inForce(looking, say, language).map(({ kind, text }) => [kind, text]));
  const rows: ScreenButton[][] = [];
  for (const kind of filterKinds) {
    const text = set.get(kind);
    if (text !== undefined) {
      rows.push([{ text: `✕ ${text}`, data: lookingFor(looking, without(looking.chosen, kind)) }]);
    } else if ((await offeredOf(birge, ctx, looking, kind)).length > 0) {
      rows.push([{ text: say('vol-cand-kind', { kind }), data: lookingAt(looking, `f${letterOf(kind)}`) }]);
    }
  }
  rows.push([{ text: say('vol-cand-show'), data: lookingAt(looking) }]);
  await tell(birge, ctx, say('vol-cand-filters-ask', { count: set.size }), rows);
}

/** The options of one filter, as many as fit. */
async function showChoices(
  birge: Birge,
  ctx: OuterCtx,
  looking: Looking,
  kind: FilterKind,
  offered: readonly FilterChoice[],
  asked: number,
): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const page = asked * perPage < offered.length ? asked : 0;
  const rows = offered.slice(page * perPage, (page + 1) * perPage).map((choice): ScreenButton[] => {
    const mark = looking.chosen[kind] === choice.code ? '✓ ' : '';
    const data = lookingFor(looking, { ...looking.chosen, [kind]: choice.code });
    return [{ text: mark + choiceIn(say, kind, choice, language), data }];
  });
  const turning = (to: number): string => lookingAt(looking, `f${letterOf(kind)}${to}`);
  const before = page === 0 ? [] : [{ text: say('vol-cand-page-before'), data: turning(page - 1) }];
  const next =
    (page + 1) * perPage < offered.length ? [{ text: say('vol-cand-page-next'), data: turning(page + 1) }] : [];
  if (before.length + next.length > 0) rows.push([...before, ...next]);
  rows.push([{ text: say('form-back'), data: lookingAt(looking, 'f') }]);
  await tell(birge, ctx, say('vol-cand-kind', { kind }), rows);
}

/** Which options are offered: of regions only those that occur, of activities those of the direction. */
async function offeredOf(
  birge: Birge,
  { talk }: OuterCtx,
  { project, chosen, choices }: Looking,
  kind: FilterKind,
): Promise<readonly FilterChoice[]> {
  if (project !== undefined && ofAllProjects.includes(kind)) return [];
  if (kind === 'activity') return activitiesIn(birge.forms, choices, project?.direction ?? chosen.direction);
  if (kind !== 'region') return choices[kind];
  const projects = await projectsIn(birge.store, scopeOf(talk.roles, 'choose-volunteers'), mostProjects);
  const occurring = new Set(projects.map(({ region }) => region));
  return choices.region.filter(({ code }) => occurring.has(code));
}
