import { may } from '../src/access/rights.ts';
import { mayAnnounce } from '../src/announcing/right.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { issueInvitation } from '../src/store/invitations.ts';
import { placeOf, projectsOf, readOrganisation } from '../src/store/organisations.ts';
import { announcesSomewhere, tell } from './group-right.ts';
import { projectNamed } from './group-words.ts';
import { chooseOrganisation } from './invite.ts';

/** A code links one group, within so many days. */
const terms = { uses: 1, days: 7 } as const;

/** For which organisation a group is to be linked. */
export async function chooseForGroup(birge: Birge, ctx: OuterCtx): Promise<void> {
  if (await announcesSomewhere(birge, ctx)) await chooseOrganisation(birge, ctx, ['announce'], 'grp:link');
}

/** Gives a code for a group of this organisation. Whoever announces for single projects only links it to one of these. */
export async function giveCode(birge: Birge, ctx: OuterCtx, id: number, chosen?: number): Promise<void> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const projects = chosen === undefined ? await ownProjects(birge, ctx, id) : [];
  if (projects.length > 1) {
    const rows = projects.map(({ id: project, name }): ScreenButton[] => [
      { text: shorten(name[language] ?? name.kk, 60), data: `grp:link:${id}:${project}` },
    ]);
    return tell(birge, ctx, say('grp-choose-project'), rows);
  }
  const project = chosen ?? projects[0]?.id;
  const organisation = await readOrganisation(birge.store, id);
  const place = await placeOf(birge.store, id, project);
  const allowed = await mayAnnounce(birge, talk, place, { kind: 'organisation', id });
  // A project of another organisation lies nowhere, and a closed organisation announces nothing.
  if (!allowed || organisation === null || place.project !== project || talk.person === null) {
    return tell(birge, ctx, say('refused'));
  }
  const offer = { kind: 'group', organisation: id, ...(project !== undefined && { project }) } as const;
  const code = await issueInvitation(birge.store, offer, { issuedBy: talk.person.id, ...terms }, birge.now());
  const own = project === undefined ? undefined : await projectNamed(birge, id, project);
  const where = [organisation.name, ...(own ? [own] : [])].map((name) => name[language] ?? name.kk);
  await tellHow(birge, ctx, code, where.join(' · '));
}

/** The projects of an organisation for which this person announces, where the whole organisation is not theirs. */
async function ownProjects(birge: Birge, { talk }: OuterCtx, id: number) {
  const { organisations } = await placeOf(birge.store, id);
  if (may(talk.roles, 'announce', { organisations })) return [];
  const found = await projectsOf(birge.store, id, 100);
  return found.filter(({ id: project }) => may(talk.roles, 'announce', { organisations, project }));
}

/** What to do with a code, in each messenger that can be reached now. */
async function tellHow(birge: Birge, ctx: OuterCtx, code: string, where: string): Promise<void> {
  const say = birge.say(languageOf(ctx.talk));
  const channels = [...birge.channels.values()];
  const username = channels.find(({ kind }) => kind === 'telegram')?.me.username;
  const number = numberIn(channels.find(({ kind }) => kind === 'whatsapp')?.link(code));
  const ways = [
    ...(username ? [say('grp-code-telegram', { code })] : []),
    ...(number === undefined ? [] : [say('grp-code-whatsapp', { code, number })]),
  ];
  if (ways.length === 0) return tell(birge, ctx, say('grp-no-messenger'));
  const add = username ? [[{ text: say('grp-add'), url: `https://t.me/${username}?startgroup=${code}` }]] : [];
  const text = [say('grp-code', { where }), ...ways, say('grp-code-terms', { days: terms.days })];
  await tell(birge, ctx, text.join('\n\n'), add);
}

/** The number that an address `https://wa.me/77011234567?text=…` leads to, as people dial it. */
function numberIn(address: string | undefined): string | undefined {
  const digits = /^https:\/\/wa\.me\/(\d+)/.exec(address ?? '')?.[1];
  return digits && `+${digits}`;
}
