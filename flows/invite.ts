import { may, maySomewhere, scopeOf } from '../src/access/rights.ts';
import type { Action } from '../src/access/rights.ts';
import { isInvited, rolesIn, termsOf } from '../src/access/roles.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { issueInvitation } from '../src/store/invitations.ts';
import { organisationsIn, placeOf, projectsOf, readOrganisation } from '../src/store/organisations.ts';
import { linksInHtml } from './links.ts';

/** Chooses an organisation where the person may do one of these; `then` is what its button leads to, `more` stands below. */
export async function chooseOrganisation(
  birge: Birge,
  ctx: OuterCtx,
  actions: readonly Action[],
  then: string,
  more: readonly ScreenButton[][] = [],
): Promise<void> {
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const scope = scopeOf(ctx.talk.roles, ...actions);
  // Whoever acts for one project only, or for people in their care, still finds them under their organisation.
  const homes = ctx.talk.roles.filter((held) => maySomewhere([held], ...actions));
  const within = {
    ...scope,
    organisations: [...scope.organisations, ...homes.map(({ organisation }) => organisation)],
  };
  const found = await organisationsIn(birge.store, within, 20);
  const rows: ScreenButton[][] = found.map(({ id, name }) => [
    { text: shorten(name[language] ?? name.kk, 60), data: `${then}:${id}` },
  ]);
  rows.push(...more, [{ text: say('menu-button'), data: 'go:menu' }]);
  await put(ctx.api, ctx.chatId, {
    text: say(found.length > 0 ? 'choose-organisation' : 'organisations-none'),
    buttons: rows,
  });
}

/** Whom to invite to an organisation: to one of the roles that its kind has, or volunteers to one of its projects. */
export async function chooseRole(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  if (ctx.chatId === undefined) return;
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const organisation = await readOrganisation(birge.store, id);
  const place = { organisations: organisation?.above ?? [] };
  const offered = organisation === null ? [] : rolesIn(organisation.kind);
  const rows: ScreenButton[][] = offered
    .filter((role) => role !== 'volunteer' && may(talk.roles, `invite-${role}`, place))
    .map((role) => [{ text: say(`invite-${role}`), data: `invite:${id}:${role}` }]);
  for (const project of offered.includes('volunteer') ? await projectsOf(birge.store, id, 20) : []) {
    const name = shorten(project.name[language] ?? project.name.kk, 40);
    if (may(talk.roles, 'invite-volunteer', { ...place, project: project.id })) {
      rows.push([{ text: say('invite-volunteer', { project: name }), data: `invite:${id}:volunteer:${project.id}` }]);
    }
  }
  const text = say(rows.length > 0 ? 'invite-whom' : 'invite-nobody');
  rows.push([{ text: say('menu-button'), data: 'go:menu' }]);
  await put(ctx.api, ctx.chatId, { text, buttons: rows });
}

/** Makes the link, if the organisation has that role and the person may give it there. */
export async function invite(
  birge: Birge,
  ctx: OuterCtx,
  organisation: number,
  role: string,
  project?: number,
): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined || talk.person === null) return;
  const say = birge.say(languageOf(talk));
  const place = await placeOf(birge.store, organisation, project);
  const kind = (await readOrganisation(birge.store, organisation))?.kind ?? '';
  // Volunteers belong to a project, all others to the organisation itself.
  const fits = isInvited(role) && rolesIn(kind).includes(role) && (role === 'volunteer') === (project !== undefined);
  if (!fits || place.project !== project || !may(talk.roles, `invite-${role}`, place)) {
    await put(ctx.api, ctx.chatId, { text: say('refused') });
    return;
  }
  const terms = termsOf(role);
  const offer = { kind: 'role', role, organisation, ...(project !== undefined && { project }) } as const;
  const code = await issueInvitation(birge.store, offer, { issuedBy: talk.person.id, ...terms }, birge.now());
  const links = linksInHtml(birge, code);
  await put(ctx.api, ctx.chatId, {
    text: `${say('invitation', { role: say(`role-${role}`), ...terms })}\n\n${links}`,
    buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
  });
}
