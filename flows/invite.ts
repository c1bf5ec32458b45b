import { may, scopeOf } from '../src/access/rights.ts';
import type { Action } from '../src/access/rights.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { issueInvitation } from '../src/store/invitations.ts';
import { organisationsIn, placeOf, projectsOf } from '../src/store/organisations.ts';
import { linksInHtml } from './links.ts';

/** A link for a role serves this long, in days, and this many people. */
const terms = { coordinator: { days: 14, uses: 1 }, volunteer: { days: 30, uses: 100 } } as const;
type Invited = keyof typeof terms;

const rightTo = { coordinator: 'invite-coordinator', volunteer: 'invite-volunteer' } as const satisfies Record<
  Invited,
  Action
>;

/** Chooses an organisation for a project or an invitation; `then` is what its button leads to. */
export async function chooseOrganisation(birge: Birge, ctx: OuterCtx, action: Action, then: string): Promise<void> {
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const scope = scopeOf(ctx.talk.roles, action);
  // Whoever acts for one project only still finds it under its organisation.
  const homes = ctx.talk.roles.filter(({ project }) => project !== null && scope.projects.includes(project));
  const within = {
    ...scope,
    organisations: [...scope.organisations, ...homes.map(({ organisation }) => organisation)],
  };
  const found = await organisationsIn(birge.store, within, 20);
  const rows: ScreenButton[][] = found.map(({ id, name }) => [
    { text: shorten(name[language] ?? name.kk, 60), data: `${then}:${id}` },
  ]);
  rows.push([{ text: say('menu-button'), data: 'go:menu' }]);
  await put(ctx.api, ctx.chatId, {
    text: say(found.length > 0 ? 'choose-organisation' : 'organisations-none'),
    buttons: rows,
  });
}

/** Whom to invite to an organisation: its coordinators, or volunteers of one of its projects. */
export async function chooseRole(birge: Birge, ctx: OuterCtx, organisation: number): Promise<void> {
  if (ctx.chatId === undefined) return;
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const place = await placeOf(birge.store, organisation);
  const rows: ScreenButton[][] = [];
  if (may(talk.roles, rightTo.coordinator, place)) {
    rows.push([{ text: say('invite-coordinator'), data: `invite:${organisation}:coordinator` }]);
  }
  for (const project of await projectsOf(birge.store, organisation, 20)) {
    const name = shorten(project.name[language] ?? project.name.kk, 40);
    if (may(talk.roles, rightTo.volunteer, { ...place, project: project.id })) {
      rows.push([
        { text: say('invite-volunteer', { project: name }), data: `invite:${organisation}:volunteer:${project.id}` },
      ]);
    }
  }
  rows.push([{ text: say('menu-button'), data: 'go:menu' }]);
  await put(ctx.api, ctx.chatId, { text: say('invite-whom'), buttons: rows });
}

/** Makes the link, if the person may give that role there. */
export async function invite(
  birge: Birge,
  ctx: OuterCtx,
  organisation: number,
  role: string,
  project?: number,
): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined || talk.person === null || (role !== 'coordinator' && role !== 'volunteer')) return;
  const say = birge.say(languageOf(talk));
  const place = await placeOf(birge.store, organisation, project);
  if (place.project !== project || !may(talk.roles, rightTo[role], place)) {
    await put(ctx.api, ctx.chatId, { text: say('refused') });
    return;
  }
  const offer = { kind: 'role', role, organisation, ...(project !== undefined && { project }) } as const;
  const code = await issueInvitation(birge.store, offer, { issuedBy: talk.person.id, ...terms[role] }, birge.now());
  const links = linksInHtml(birge, code);
  await put(ctx.api, ctx.chatId, {
    text: `${say('invitation', { role: say(`role-${role}`), ...terms[role] })}\n\n${links}`,
    buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
  });
}
