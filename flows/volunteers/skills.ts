import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { overview, questionOf, shown } from '../../src/forms/index.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { listProjects } from '../../src/store/people.ts';
import type { OpenProject } from '../../src/store/people.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Language } from '../../src/store/talks.ts';
import { enrolmentsOf } from '../../src/store/volunteers/enrolments.ts';
import { skillsOf, writeSkills } from '../../src/store/volunteers/skills.ts';
import type { Skill } from '../../src/store/volunteers/skills.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { answersOf, skillsForm, skillsIn } from '../../src/volunteers/skill-table.ts';
import { reasons, suggest } from '../../src/volunteers/suggestions.ts';
import type { Reason, Suggestion } from '../../src/volunteers/suggestions.ts';
import { openForm } from '../questionnaire.ts';
import { thanksOfForm } from './form-thanks.ts';
import { home, refusal } from './right.ts';

/** One's own table of skills, and the projects that fit it. */
export function skillsRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('vol:skills', async (ctx) => {
    const screen = await skillsScreen(birge, ctx.talk);
    if (screen !== undefined && ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, screen);
  });
  app.callbackQuery('vol:skills:new', (ctx) => renew(birge, ctx));
}

/** Projects that are suggested at once (ours). */
const mostSuggested = 5;
/** Open projects that are looked through. */
const mostProjects = 500;
/** Skills that are named as a reason. */
const mostNamed = 3;

/** Asks anew; what stands is there already, and only what has changed need be said. */
async function renew(birge: Birge, ctx: OuterCtx): Promise<void> {
  if (ctx.talk.person === null) return;
  const answers = answersOf(await skillsOf(birge.store, ctx.talk.person.id));
  await openForm(birge, ctx, skillsForm, null, true, { answers });
}

/** Writes the table anew as the sent form says it, and shows it with the projects that fit. */
export async function skillsMade(birge: Birge, talk: Talk, { id, answers }: Submission): Promise<Screen> {
  if (talk.person === null) return refusal(birge, talk);
  await writeSkills(birge.store, { submission: id, person: talk.person.id, skills: skillsIn(answers) }, birge.now());
  const screen = await skillsScreen(birge, talk);
  return screen === undefined
    ? refusal(birge, talk)
    : { ...screen, text: `${thanksOfForm(birge, skillsForm, languageOf(talk))}\n\n${screen.text}` };
}

async function skillsScreen(birge: Birge, talk: Talk): Promise<Screen | undefined> {
  if (talk.person === null) return undefined;
  const language = languageOf(talk);
  const say = birge.say(language);
  const skills = await skillsOf(birge.store, talk.person.id);
  const fitting = skills.length === 0 ? [] : await fittingProjects(birge, talk.person.id, skills);
  const learns = skills.some(({ column }) => column === 'learn');
  const head = `<b>${say('vol-skill-title')}</b>`;
  const text =
    skills.length === 0
      ? [head, say('vol-skill-none')]
      : [
          head,
          tableIn(birge, skills, language),
          say(fitting.length === 0 ? 'vol-skill-fits-none' : 'vol-skill-fits'),
          ...fitting.map((one) => suggestionIn(birge, one, language)),
          ...(learns ? [say('vol-skill-learn')] : []),
        ];
  const rows: ScreenButton[][] = [
    ...fitting.map(({ project: { id, name } }) => [
      { text: shorten(inWords(name, language), 60), data: `go:project:${id}` },
    ]),
    [{ text: say(skills.length === 0 ? 'vol-skill-begin' : 'vol-skill-renew'), data: 'vol:skills:new' }],
    ...(learns ? [[{ text: say('vol-ideas'), data: 'vol:idea' }]] : []),
    home(birge, talk),
    [{ text: say('menu-button'), data: 'go:menu' }],
  ];
  return { text: text.join('\n\n'), buttons: rows };
}

/** Open projects that fit the skills best, without those where this person is already. */
async function fittingProjects(birge: Birge, person: number, skills: readonly Skill[]) {
  const open = await listProjects(birge.store, 0, mostProjects, birge.examples);
  const own = new Set((await enrolmentsOf(birge.store, person, today(birge))).map(({ project }) => project));
  const others = open.filter(({ id }) => !own.has(id));
  return suggest(others, skills, birge.volunteering.skills, mostSuggested);
}

/** The table by columns, as its form calls them; a column without a mark is left out. */
function tableIn(birge: Birge, skills: readonly Skill[], language: Language): string {
  const form = birge.forms.get(skillsForm);
  const lines = form === undefined ? [] : overview(form, answersOf(skills), language, { today: today(birge) });
  return lines
    .flatMap(({ question, answer }) =>
      answer === null ? [] : [`<b>${escapeHtml(question)}:</b> ${escapeHtml(shorten(answer, 300))}`],
    )
    .join('\n');
}

function suggestionIn(birge: Birge, { project, because }: Suggestion<OpenProject>, language: Language): string {
  const { name, place } = project;
  const called = `<b>${escapeHtml(shorten(inWords(name, language), 80))}</b>`;
  const where = escapeHtml(shorten(inWords(place, language), 60));
  const why = reasons.flatMap((column) => {
    const skills = because[column].slice(0, mostNamed);
    return skills.length === 0 ? [] : [whyIn(birge.say(language), column, namesOf(birge, column, skills, language))];
  });
  return [`${called} · ${where}`, ...why].join('\n');
}

function whyIn(say: Say, column: Reason, skills: string): string {
  switch (column) {
    case 'like':
      return say('vol-skill-like', { skills });
    case 'well':
      return say('vol-skill-well', { skills });
    case 'professional':
      return say('vol-skill-professional', { skills });
  }
}

/** Skills as the form calls them. */
function namesOf(birge: Birge, column: Reason, skills: readonly string[], language: Language): string {
  const form = birge.forms.get(skillsForm);
  const question = form && questionOf(form, column);
  return (question && shown(question, [...skills], language, { today: today(birge) })) ?? '';
}
