import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import type { Language } from '../../src/store/talks.ts';
import { volunteersIn } from '../../src/store/volunteers/enrolments.ts';
import type { ListedVolunteer, ProjectCard } from '../../src/store/volunteers/enrolments.ts';
import { skillChoices } from '../../src/volunteers/candidates-choices.ts';
import { signsOf } from '../../src/volunteers/candidates.ts';
import type { FilterChoice } from '../../src/volunteers/candidates.ts';
import { tell } from '../group-right.ts';
import { calledOf } from './candidate-words.ts';
import { projectFor } from './right.ts';
import { sendTable } from './volunteers-table.ts';

const perPage = 8;
/** Skills that stand on one screen. */
const skillsPerPage = 10;

/** The volunteers of a project, for whoever looks after them. */
export function volunteerListRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:vols:(\d{1,15})(?::([\da-z]{4}|))?(?::([\da-z]{1,12}))?$/, (ctx) =>
    press(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? '', ctx.match[3] ?? ''),
  );
}

/** A list as it is looked at: of a project, perhaps only those with a skill. */
interface Shown {
  project: ProjectCard;
  skill: FilterChoice | undefined;
  /** Those whose time there is over. */
  former?: boolean;
}

/** The data of a button of the list: an `a`ct turns a page (`a…`), leads to the skills (`s…`), or makes the table (`x`, `xp`). */
const listAt = (project: number, skill: FilterChoice | undefined, act = ''): string =>
  ['vol:vols', String(project), skill === undefined ? '' : signsOf(skill.code), act].join(':').replace(/:+$/, '');

async function press(birge: Birge, ctx: OuterCtx, id: number, signs: string, act: string): Promise<void> {
  const project = await projectFor(birge, ctx, id, 'look-after-volunteers');
  if (project === undefined) return;
  const skill = skillChoices(birge.forms).find(({ code }) => signsOf(code) === signs);
  if (act === 'x' || act === 'xp') return sendTable(birge, ctx, project, act === 'xp');
  if (act.startsWith('s')) return showSkills(birge, ctx, { project, skill }, Number.parseInt(act.slice(1), 10) || 0);
  // `f`: those whose time there is over.
  const former = act.startsWith('f');
  const turned = /^[af]([\da-z]{1,10})$/.exec(act)?.[1];
  return showList(birge, ctx, { project, skill, former }, turned === undefined ? null : Number.parseInt(turned, 36));
}

async function showList(birge: Birge, ctx: OuterCtx, shownAs: Shown, after: number | null): Promise<void> {
  const { project, skill, former = false } = shownAs;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const page = { after, limit: perPage + 1 };
  const filter = { project: project.id, skill: skill?.code, former };
  // Whoever may look after the volunteers of this project sees all of them.
  const scope = { all: false, organisations: [], projects: [project.id] };
  const found = await volunteersIn(birge.store, scope, filter, page, today(birge));
  const shown = found.slice(0, perPage);
  const rows = shown.map(({ id, person, name }, index): ScreenButton[] => [
    { text: `${index + 1}. ${calledOf(name, person)}`, data: `vol:v:${id}` },
  ]);
  const last = found.length > perPage ? shown.at(-1) : undefined;
  if (last)
    rows.push([
      {
        text: say('vol-cand-page-next'),
        data: listAt(project.id, skill, `${former ? 'f' : 'a'}${last.id.toString(36)}`),
      },
    ]);
  if (after !== null) rows.push([{ text: say('vol-cand-first'), data: listAt(project.id, skill, former ? 'f' : '') }]);
  rows.push(...waysOn(birge, say, shownAs, language));
  const head = `<b>${say(former ? 'vol-cand-former' : 'vol-cand-volunteers')}</b>\n${escapeHtml(shorten(inWords(project.name, language), 120))}`;
  const lines = shown.map((one, index) => lineOf(say, one, index + 1));
  const by = skill === undefined ? [] : [say('vol-cand-with-skill', { skill: skill.text?.[language] ?? skill.code })];
  const none = say(
    former ? 'vol-cand-no-former' : skill === undefined ? 'vol-cand-no-volunteers' : 'vol-cand-nobody-skilled',
  );
  await tell(
    birge,
    ctx,
    [[head, ...by].join('\n'), ...(lines.length === 0 ? [none] : [lines.join('\n')])].join('\n\n'),
    rows,
    shown.map(({ person }) => person),
  );
}

/** «1. Серікова Айгерім», and in words whether the agreement is signed and the briefing passed. */
function lineOf(say: Say, { person, name, agreementSignedOn, briefedOn }: ListedVolunteer, number: number): string {
  const marks = [
    say('vol-cand-mark-agreement', { done: agreementSignedOn === null ? 'no' : 'yes' }),
    say('vol-cand-mark-briefing', { done: briefedOn === null ? 'no' : 'yes' }),
  ];
  return `${number}. ${escapeHtml(calledOf(name, person))}\n${marks.join(' · ')}`;
}

function waysOn(birge: Birge, say: Say, { project, skill, former }: Shown, language: Language): ScreenButton[][] {
  const { id } = project;
  const back = [{ text: say('vol-back-to-project'), data: `vol:p:${id}` }];
  if (former) return [[{ text: say('vol-cand-present'), data: listAt(id, undefined) }], back];
  const skilled: ScreenButton[][] =
    skill === undefined
      ? skillChoices(birge.forms).length === 0
        ? []
        : [[{ text: say('vol-cand-by-skill'), data: listAt(id, undefined, 's') }]]
      : [[{ text: `✕ ${skill.text?.[language] ?? skill.code}`, data: listAt(id, undefined) }]];
  return [
    ...skilled,
    [{ text: say('vol-cand-table'), data: listAt(id, undefined, 'x') }],
    [{ text: say('vol-cand-table-phones'), data: listAt(id, undefined, 'xp') }],
    [{ text: say('vol-cand-former'), data: listAt(id, undefined, 'f') }],
    back,
  ];
}

/** The skills to choose from, as many as fit. */
async function showSkills(birge: Birge, ctx: OuterCtx, { project, skill }: Shown, asked: number): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const all = skillChoices(birge.forms);
  const page = asked * skillsPerPage < all.length ? asked : 0;
  const rows = all.slice(page * skillsPerPage, (page + 1) * skillsPerPage).map((choice): ScreenButton[] => [
    {
      text: `${skill?.code === choice.code ? '✓ ' : ''}${choice.text?.[language] ?? choice.code}`,
      data: listAt(project.id, choice),
    },
  ]);
  const turn = (key: string, to: number) => [{ text: say(key), data: listAt(project.id, skill, `s${to}`) }];
  const turning = [
    ...(page === 0 ? [] : turn('vol-cand-page-before', page - 1)),
    ...((page + 1) * skillsPerPage < all.length ? turn('vol-cand-page-next', page + 1) : []),
  ];
  if (turning.length > 0) rows.push(turning);
  rows.push([{ text: say('form-back'), data: listAt(project.id, skill) }]);
  await tell(birge, ctx, say('vol-cand-by-skill'), rows);
}
