import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import { leaveRole, membershipsOf } from '../src/store/memberships.ts';
import type { Membership } from '../src/store/memberships.ts';
import type { Language } from '../src/store/talks.ts';
import { showLeaving } from './volunteers/leaving.ts';

/** `/roles`: what the person is and where, with a button for each to leave it. */
export async function showMyRoles(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const mine = await membershipsOf(birge.store, talk.person.id, birge.now());
  const lines = mine.map((held) =>
    say('roles-line', { role: say(`role-${held.role}`), where: whereOf(held, language) }),
  );
  const rows = mine.map((held): ScreenButton[] => [
    {
      text: shorten(say('roles-leave', { role: say(`role-${held.role}`), where: whereOf(held, language) }), 60),
      data: `go:leave:${held.id}`,
    },
  ]);
  const text = mine.length > 0 ? [say('roles-title'), ...lines].join('\n') : say('roles-none');
  await tell(birge, ctx, { text, buttons: rows });
}

/** Asks once more: what is owed in the role is closed with it. */
export async function askLeave(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const held = await mineOf(birge, ctx, id);
  if (held === undefined) return showMyRoles(birge, ctx);
  if (isVolunteerOf(held)) return showLeaving(birge, ctx, held.id);
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  await tell(birge, ctx, {
    text: say('roles-leave-ask', { role: say(`role-${held.role}`), where: whereOf(held, language) }),
    buttons: [
      [{ text: say('roles-leave-yes'), data: `go:left:${id}` }],
      [{ text: say('roles-stay'), data: 'go:roles' }],
    ],
  });
}

/** Leaves it. The last administrator is told what to do first. */
export async function leave(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const { talk } = ctx;
  const held = await mineOf(birge, ctx, id);
  if (held === undefined || talk.person === null) return showMyRoles(birge, ctx);
  // A button of the time before volunteers were asked for their last day.
  if (isVolunteerOf(held)) return showLeaving(birge, ctx, held.id);
  const say = birge.say(languageOf(talk));
  const left = await leaveRole(birge.store, id, talk.person.id, birge.now());
  if (left === 'last') return tell(birge, ctx, { text: say('roles-last-administrator') });
  talk.roles = talk.roles.filter(
    ({ role, organisation, project }) =>
      role !== held.role || organisation !== held.organisation || project !== held.project,
  );
  await tell(birge, ctx, { text: say('roles-left', { role: say(`role-${held.role}`) }) });
}

async function mineOf(birge: Birge, { talk }: OuterCtx, id: number): Promise<Membership | undefined> {
  if (talk.person === null) return undefined;
  return (await membershipsOf(birge.store, talk.person.id, birge.now())).find((held) => held.id === id);
}

/** Volunteers of a project say their last day: their agreement may have a notice. */
const isVolunteerOf = ({ role, project }: Membership): boolean => role === 'volunteer' && project !== null;

/** The organisation, and the project where the role is of one. */
function whereOf({ organisationName, projectName }: Membership, language: Language): string {
  return [organisationName, projectName].flatMap((name) => (name ? [name[language] ?? name.kk] : [])).join(' · ');
}

async function tell(birge: Birge, ctx: OuterCtx, screen: Screen): Promise<void> {
  if (ctx.chatId === undefined) return;
  const menu = { text: birge.say(languageOf(ctx.talk))('menu-button'), data: 'go:menu' };
  await put(ctx.api, ctx.chatId, { ...screen, buttons: [...(screen.buttons ?? []), [menu]] });
}
