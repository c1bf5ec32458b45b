import { may, maySomewhere, scopeOf } from '../src/access/rights.ts';
import { announcementForm, stateInWords } from '../src/announcing/card.ts';
import { mayAnnounce } from '../src/announcing/right.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { campaignsIn } from '../src/store/campaigns/campaign.ts';
import { organisationsOf, placeOf, projectsOf, readOrganisation } from '../src/store/organisations.ts';
import { refusedScreen, withMenu } from './announcement.ts';
import { chooseOrganisation } from './invite.ts';
import { openForm } from './questionnaire.ts';

const perPage = 10;

/** Whose groups and people it is for: one of the organisations in reach; for an administrator also everybody's. */
export async function chooseAnnouncer(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  if (!(await announcesSomewhere(birge, ctx))) return;
  const say = birge.say(languageOf(talk));
  const [platform] = scopeOf(talk.roles, 'announce').all ? await organisationsOf(birge.store, ['platform'], 1) : [];
  const everybody = platform ? [[{ text: say('ann-everybody'), data: `ann:new:${platform.id}` }]] : [];
  await chooseOrganisation(birge, ctx, ['announce'], 'ann:new', [
    ...everybody,
    [{ text: say('ann-list-button'), data: 'ann:list' }],
  ]);
}

/** Opens the form for an organisation, or for one of its projects where somebody may announce for that alone. */
export async function beginAnnouncement(
  birge: Birge,
  ctx: OuterCtx,
  organisation: number,
  project: number | undefined,
): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined) return;
  const language = languageOf(talk);
  const place = await placeOf(birge.store, organisation, project);
  const known = await readOrganisation(birge.store, organisation);
  if (project === undefined && known !== null && !may(talk.roles, 'announce', place)) {
    const projects = (await projectsOf(birge.store, organisation, 100)).filter(({ id }) =>
      may(talk.roles, 'announce', { ...place, project: id }),
    );
    const [only] = projects;
    if (only && projects.length === 1)
      return openForm(birge, ctx, announcementForm, { kind: 'project', id: only.id }, true);
    if (projects.length > 0) {
      const rows = projects
        .slice(0, 20)
        .map(({ id, name }): ScreenButton[] => [
          { text: shorten(name[language] ?? name.kk, 60), data: `ann:new:${organisation}:${id}` },
        ]);
      await put(ctx.api, ctx.chatId, withMenu(birge, language, birge.say(language)('ann-which-project'), rows));
      return;
    }
  }
  const exists = known !== null && place.project === project;
  const subject = { kind: 'organisation', id: organisation } as const;
  if (!(await mayAnnounce(birge, talk, place, subject)) || !exists) {
    await put(ctx.api, ctx.chatId, refusedScreen(birge, language));
    return;
  }
  const about =
    project === undefined
      ? ({ kind: 'organisation', id: organisation } as const)
      : ({ kind: 'project', id: project } as const);
  await openForm(birge, ctx, announcementForm, about, true);
}

/** The newest campaigns in reach, each with its state; `before` is the last one of the page before. */
export async function listCampaigns(birge: Birge, ctx: OuterCtx, before: number | null): Promise<void> {
  const { talk } = ctx;
  if (!(await announcesSomewhere(birge, ctx)) || ctx.chatId === undefined) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const found = await campaignsIn(birge.store, scopeOf(talk.roles, 'announce'), before, perPage + 1);
  const shown = found.slice(0, perPage);
  const rows = shown.map(({ id, state, text }): ScreenButton[] => [
    { text: shorten(`№ ${id} · ${stateInWords(say, state)} · ${text ?? ''}`, 60), data: `ann:${id}` },
  ]);
  const last = found.length > perPage ? shown.at(-1) : undefined;
  if (last) rows.push([{ text: say('forms-earlier'), data: `ann:list:${last.id}` }]);
  rows.push([{ text: say('ann-new-button'), data: 'ann:new' }]);
  const text = say(found.length > 0 ? 'ann-list' : 'ann-list-none');
  await put(ctx.api, ctx.chatId, withMenu(birge, language, text, rows));
}

/** Whoever announces nowhere is refused, and the audit has it. */
async function announcesSomewhere(birge: Birge, ctx: OuterCtx): Promise<boolean> {
  const { talk } = ctx;
  if (maySomewhere(talk.roles, 'announce')) return true;
  await mayAnnounce(birge, talk, { organisations: [] }, { kind: 'organisation', id: 0 });
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, refusedScreen(birge, languageOf(talk)));
  return false;
}
