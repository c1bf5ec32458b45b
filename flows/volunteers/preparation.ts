import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { carry, overview } from '../../src/forms/index.ts';
import type { Value } from '../../src/forms/index.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { lastSubmissionAbout, readSubmission } from '../../src/store/submissions.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Language } from '../../src/store/talks.ts';
import type { ProjectCard } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { tell } from '../group-right.ts';
import { openForm } from '../questionnaire.ts';
import { thanksOfForm } from './form-thanks.ts';
import { projectFor } from './right.ts';

/** The questions of stage I of the manual, one form for a project; its coordinators fill it in together. */
const preparing = 'project-preparation';
/** Who fills it in, in the organisation or in the project alone. */
const fillers = ['coordinator'];
/** Characters of a page, well under Telegram's 4,096. */
const longest = 3200;

/** What an organisation answers before it takes volunteers (volunteering-manual-birgemiz-bilim, stage I). */
export function preparationRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:prep:(\d{1,15})(?::(\d{1,2}))?$/, (ctx) =>
    showPreparation(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2] ?? 1)),
  );
  app.callbackQuery(/^vol:prep:(\d{1,15}):fill$/, (ctx) => fillIn(birge, ctx, Number(ctx.match[1])));
}

/** The answers as they were sent last, page by page, and the way to fill them in. */
async function showPreparation(birge: Birge, ctx: OuterCtx, id: number, asked: number): Promise<void> {
  const project = await projectFor(birge, ctx, id, 'prepare-project');
  if (project === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const sent = await lastSent(birge, project);
  const pages = sent === undefined ? [] : inPages(linesIn(birge, sent, language));
  const page = Math.min(Math.max(asked, 1), Math.max(pages.length, 1));
  const fills = mayFill(ctx.talk, project);
  const turn = (to: number, key: 'vol-prep-before' | 'vol-prep-further'): ScreenButton[] =>
    to < 1 || to > pages.length ? [] : [{ text: say(key), data: `vol:prep:${id}:${to}` }];
  const turns = [...turn(page - 1, 'vol-prep-before'), ...turn(page + 1, 'vol-prep-further')];
  const rows: ScreenButton[][] = [
    ...(turns.length > 0 ? [turns] : []),
    ...(fills ? [[{ text: fillingIn(say, ctx.talk, id, sent !== undefined), data: `vol:prep:${id}:fill` }]] : []),
    toProject(say, id),
  ];
  const head = `<b>${say('vol-prep-title')}</b>\n${escapeHtml(inWords(project.name, language))}`;
  const about = fills ? 'vol-prep-none' : 'vol-prep-none-read';
  await tell(birge, ctx, [head, ...(pages[page - 1] ?? [say(about)])].join('\n\n'), rows);
}

/** Opens the one draft of the organisation, or begins it with what was sent last. */
async function fillIn(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const project = await projectFor(birge, ctx, id, 'prepare-project');
  if (project === undefined) return;
  if (!mayFill(ctx.talk, project)) {
    const say = birge.say(languageOf(ctx.talk));
    return tell(birge, ctx, say('vol-prep-read-only'), [toPreparation(say, id), toProject(say, id)]);
  }
  const { organisation } = project;
  const answers = answersTo(birge, await lastSent(birge, project));
  await openForm(birge, ctx, preparing, { kind: 'project', id }, true, { organisation, roles: fillers, answers });
}

/** The sent form is kept with the project; nothing else is made of it. */
export async function preparationKept(birge: Birge, talk: Talk, { about }: Submission): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const ways = about?.kind === 'project' ? [toPreparation(say, about.id), toProject(say, about.id)] : [];
  return {
    text: thanksOfForm(birge, preparing, language),
    buttons: [...ways, [{ text: say('menu-button'), data: 'go:menu' }]],
  };
}

/** Only who coordinates there answers for the organisation; whoever sees to projects from above reads. */
const mayFill = ({ roles }: Talk, { id, organisation }: ProjectCard): boolean =>
  roles.some(
    (held) =>
      fillers.includes(held.role) &&
      held.organisation === organisation &&
      (held.project === null || held.project === id),
  );

async function lastSent({ store }: Birge, { id, organisation }: ProjectCard): Promise<Submission | undefined> {
  const of = { organisation, form: preparing, about: { kind: 'project' as const, id } };
  const last = await lastSubmissionAbout(store, of);
  return last === null ? undefined : ((await readSubmission(store, last)) ?? undefined);
}

/** What is stored has been an answer of the forms engine; what the form no longer takes is left out. */
function answersTo(birge: Birge, sent: Submission | undefined): Record<string, Value> {
  const form = birge.forms.get(preparing);
  if (form === undefined || sent === undefined) return {};
  const said = Object.entries(sent.answers).filter(([, { complete }]) => complete);
  const values = Object.fromEntries(said.map(([id, { value }]) => [id, value as Value]));
  return carry(form, values, { today: today(birge) }).kept;
}

/** Each question in short with its answer, in the document's order and numbering. */
function linesIn(birge: Birge, sent: Submission, language: Language): string[] {
  const form = birge.forms.get(preparing);
  if (form === undefined) return [];
  return overview(form, answersTo(birge, sent), language, { today: today(birge) }).map(
    ({ question, answer }, index) =>
      `<b>${index + 1}. ${escapeHtml(question)}</b>\n${answer === null ? '–' : escapeHtml(answer)}`,
  );
}

function inPages(lines: readonly string[]): string[][] {
  const pages: string[][] = [[]];
  let length = 0;
  for (const line of lines) {
    length += line.length;
    if (length > longest && pages.at(-1)?.length !== 0) {
      pages.push([]);
      length = line.length;
    }
    pages.at(-1)?.push(line);
  }
  return pages;
}

/** What the button is called: there is a draft that this person has begun, something was sent, or nothing yet. */
function fillingIn(say: Say, { draft }: Talk, id: number, sent: boolean): string {
  const begun = draft?.form === preparing && draft.status === 'draft' && draft.about?.id === id;
  if (begun) return say('vol-prep-go-on');
  return say(sent ? 'vol-prep-renew' : 'vol-prep-fill');
}

const toPreparation = (say: Say, id: number): ScreenButton[] => [
  { text: say('vol-prep-open'), data: `vol:prep:${id}` },
];
const toProject = (say: Say, id: number): ScreenButton[] => [{ text: say('vol-back-to-project'), data: `vol:p:${id}` }];
