import type { Composer } from 'grammy';
import { may, scopeOf } from '../../src/access/rights.ts';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { projectsIn } from '../../src/store/volunteers/enrolments.ts';
import { isOver } from '../../src/volunteers/enrolment-at.ts';
import { tell } from '../group-right.ts';
import { headOf, standingLines } from './enrolment-words.ts';
import { enrolmentFor, home, placeOfProject, projectFor } from './right.ts';

/** What coordinators have before them: their projects, what waits in each, and each volunteer's card. */
export function leadRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('vol:lead', (ctx) => showProjects(birge, ctx));
  app.callbackQuery(/^vol:p:(\d{1,15})$/, (ctx) => showProject(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:v:(\d{1,15})$/, (ctx) => showVolunteer(birge, ctx, Number(ctx.match[1])));
}

/** Projects that are named at once. */
const mostProjects = 30;

async function showProjects(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const projects = await projectsIn(birge.store, scopeOf(talk.roles, 'choose-volunteers'), mostProjects);
  const rows: ScreenButton[][] = projects.map(({ id, name }) => [
    { text: shorten(inWords(name, language), 60), data: `vol:p:${id}` },
  ]);
  await tell(birge, ctx, say(projects.length === 0 ? 'vol-lead-none' : 'vol-lead-choose'), [
    ...rows,
    home(birge, talk),
  ]);
}

/** A project with what waits there for whoever coordinates it. */
async function showProject(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const project = await projectFor(birge, ctx, id, 'choose-volunteers');
  if (project === undefined) return;
  const { roles } = ctx.talk;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const place = placeOfProject(project);
  const { waiting, volunteers, unconfirmed } = project;
  const to = (text: string, act: string): ScreenButton => ({ text, data: `vol:${act}:${id}` });
  const looksAfter = may(roles, 'look-after-volunteers', place);
  const rows: ScreenButton[][] = [
    [to(say('vol-candidates', { count: waiting }), 'cand')],
    ...(looksAfter ? [[to(say('vol-volunteers', { count: volunteers }), 'vols')]] : []),
    ...(may(roles, 'confirm-hours', place) ? [[to(say('vol-to-confirm', { count: unconfirmed }), 'conf')]] : []),
    ...(looksAfter ? [[to(say('vol-reports'), 'reps')]] : []),
    [to(say('vol-topics'), 'top'), to(say('vol-preparation'), 'prep')],
    [{ text: say('vol-all-projects'), data: 'vol:lead' }],
  ];
  const head = `<b>${escapeHtml(inWords(project.name, language))}</b>\n${escapeHtml(inWords(project.organisationName, language))}`;
  await tell(birge, ctx, `${head}\n\n${say('vol-project-stands', { waiting, volunteers, unconfirmed })}`, rows);
}

/** A volunteer of one's project: what stands, and what can be done for them. */
async function showVolunteer(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'look-after-volunteers');
  if (enrolment === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const to = (key: string, act: string): ScreenButton => ({ text: say(key), data: `vol:${act}:${id}` });
  const rows: ScreenButton[][] = [
    ...(enrolment.questionnaire === null
      ? []
      : [[{ text: say('vol-open-questionnaire'), data: `card:${enrolment.questionnaire}` }]]),
    [to('vol-their-diary', 'vd'), to('vol-papers', 'pap')],
    [to('vol-agreement', 'agc'), to('vol-thank', 'thank')],
    ...(isOver(enrolment, today(birge)) ? [] : [[to('vol-end', 'end')]]),
    [{ text: say('vol-back-to-project'), data: `vol:p:${enrolment.project}` }],
  ];
  const name = `<b>${escapeHtml(enrolment.name ?? `№ ${enrolment.person}`)}</b>`;
  const lines = [name, headOf(enrolment, language), ...standingLines(say, enrolment, language)];
  await tell(birge, ctx, lines.join('\n'), rows, [enrolment.person]);
}
