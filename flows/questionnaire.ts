import { rolesFor } from '../src/access/rights.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { questionnaire } from '../src/filling/forms-by-name.ts';
import { factsOf, languageOf } from '../src/filling/opened.ts';
import { formHash, next, say as words } from '../src/forms/index.ts';
import type { Form, Value } from '../src/forms/index.ts';
import { dayInWords } from '../src/rules/dates.ts';
import { escapeHtml } from '../src/screens/html.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { openSubmission } from '../src/store/drafts.ts';
import type { About } from '../src/store/drafts.ts';
import { listProjects } from '../src/store/people.ts';
import { NotAnswered } from '../src/talks/desk.ts';

const perPage = 8;

/** The open projects to choose from, and the pool for those who have not decided. */
export async function chooseProject(birge: Birge, ctx: OuterCtx, after: number): Promise<void> {
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const projects = await listProjects(birge.store, after, perPage + 1, birge.examples);
  const rows: ScreenButton[][] = projects
    .slice(0, perPage)
    .map(({ id, name, place }) => [
      { text: shorten(`${name[language] ?? name.kk} · ${place[language] ?? place.kk}`, 60), data: `go:project:${id}` },
    ]);
  const more = projects.length > perPage ? projects[perPage - 1] : undefined;
  if (more) rows.push([{ text: say('projects-more'), data: `go:projects:${more.id}` }]);
  rows.push([{ text: say('projects-pool'), data: 'go:pool' }]);
  await put(ctx.api, ctx.chatId, {
    text: say(projects.length > 0 ? 'projects-choose' : 'projects-none'),
    buttons: rows,
  });
}

/** Opens the questionnaire for a project, or for the pool; one that was sent before is not begun anew without asking. */
export async function openQuestionnaire(
  birge: Birge,
  ctx: OuterCtx,
  project: number | undefined,
  anew: boolean,
): Promise<void> {
  const about: About = project === undefined ? null : { kind: 'project', id: project };
  await openForm(birge, ctx, questionnaire, about, anew);
}

/**
 * Opens any form about something and enters it; its introduction is said before the first question. With `organisation` the
 * form is that organisation's, and holders of `roles` there fill it in together; the caller has asked the right. A new one
 * begins with `answers`, which can be changed like any other.
 */
export async function openForm(
  birge: Birge,
  ctx: OuterCtx,
  id: string,
  about: About,
  anew: boolean,
  {
    organisation,
    roles = rolesFor('work-on-label'),
    answers = {},
  }: { organisation?: number; roles?: readonly string[]; answers?: Readonly<Record<string, Value>> } = {},
): Promise<void> {
  const { talk } = ctx;
  const form = birge.forms.get(id);
  if (form === undefined || talk.person === null || ctx.chatId === undefined) return;
  const first = next(form, { answered: new Set(Object.keys(answers)), guards: answers });
  const owner = organisation === undefined ? undefined : { organisation, roles };
  const asked = { person: talk.person.id, owner, form: id, hash: formHash(form), about, first, anew, answers };
  const opened = await openSubmission(birge.store, talk, asked, birge.now());
  if (opened.is === 'stale') throw new NotAnswered();
  if (opened.is === 'sent') return sayItWasSent(birge, ctx, about, opened);
  if (opened.is === 'gone') return chooseProject(birge, ctx, 0);
  // Opened again, perhaps by a button pressed twice: its question may stand there already, and be answered by now.
  talk.repeated = talk.draft?.id === opened.draft.id;
  talk.draft = opened.draft;
  const say = birge.say(languageOf(talk));
  if (opened.begun || opened.draft.answered.size === 0) {
    await put(ctx.api, ctx.chatId, { text: introduction(birge, ctx, form) });
    // What is known is not asked again; it stands at the overview, and nothing is sent that nobody could see.
    if (opened.draft.answered.size > 0) talk.note ??= say('fill-begins-with');
  } else if (!talk.repeated) talk.note ??= say(organisation === undefined ? 'fill-goes-on' : 'fill-goes-on-together');
  await ctx.conversation.enter('form', opened.draft.id);
}

function introduction(birge: Birge, { talk }: OuterCtx, form: Form): string {
  const language = languageOf(talk);
  const facts = factsOf(birge, talk.draft?.project ?? null, language);
  return escapeHtml(words(form.intro, language, facts));
}

async function sayItWasSent(
  birge: Birge,
  ctx: OuterCtx,
  about: About,
  sent: { id: number; at: string },
): Promise<void> {
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: birge.timeZone }).format(new Date(sent.at));
  const anew = about?.kind === 'project' ? `go:anew:${about.id}` : 'go:anew';
  await put(ctx.api, ctx.chatId, {
    text: say('form-was-sent', { day: dayInWords(day, language) }),
    buttons: [
      [{ text: say('form-view'), data: `go:view:${sent.id}` }],
      [{ text: say('form-fill-anew'), data: anew }],
      [{ text: say('menu-button'), data: 'go:menu' }],
    ],
  });
}
