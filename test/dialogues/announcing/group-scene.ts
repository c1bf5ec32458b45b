import type { Stage } from '../../support/dialogue.ts';
import type { Group } from '../../support/double/group.ts';
import type { Person } from '../../support/double/person.ts';
import type { Seat } from '../../support/double/seat.ts';
import { idOf, presses } from '../people/scene.ts';

/** What happened in a chat since an event, with the chance of codes taken out. */
export const story = (seat: Seat, from = 0): string =>
  seat.transcript(from).replaceAll(/\bl_[\w-]{22}(?![\w-])/g, 'l_CODE');

/** The newest code for a group that somebody has been given. */
export function groupCode(seat: Seat): string {
  const code = [...seat.transcript().matchAll(/\bl_[\w-]{22}(?![\w-])/g)].at(-1)?.[0];
  if (code === undefined) throw new Error(`no code was shown:\n${seat.transcript()}`);
  return code;
}

/** Asks for a code for a group of this organisation. */
export async function takesCode(coordinator: Person, organisation: number): Promise<string> {
  await coordinator.says('/menu');
  await presses(coordinator, 'grp:list');
  await presses(coordinator, 'grp:link');
  await presses(coordinator, `grp:link:${organisation}`);
  return groupCode(coordinator);
}

/** Links a new group to the organisation; gives it with its row in `chats`. */
export async function linkedGroup(
  stage: Stage,
  coordinator: Person,
  organisation: number,
  title: string,
): Promise<{ group: Group; chat: number }> {
  const group = stage.double.group({ title });
  await coordinator.in(group).says(`/link ${await takesCode(coordinator, organisation)}`);
  await stage.catchUp();
  return { group, chat: await chatOf(stage, group) };
}

/** The row of a group's chat. */
export async function chatOf(stage: Stage, group: Group): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    select id::int from chats where external_id = ${String(group.chat.id)}`;
  if (row === undefined) throw new Error('nothing came from this group');
  return row.id;
}

/** The groups that are linked now, by title. */
export const linked = async ({ database }: Stage) =>
  await database.sql`
    select g.title, g.organisation_id::int as organisation, g.project_id::int as project, g.region, g.language, g.tags,
      c.gone_at is not null as gone
    from groups g join chats c on c.id = g.chat_id where g.unlinked_at is null order by g.title`;

/** Tries to announce that were refused to an account; null: to somebody who has never written to Birge. */
export async function refusedTo(stage: Stage, account: number | null) {
  const person = account === null ? null : await idOf(stage, account);
  return await stage.database.sql`
    select subject_kind as kind, subject_id::int as id from audit
    where action = 'refused-announce' and person_id is not distinct from ${person} order by audit.id`;
}

/** Somebody's role in an organisation ended yesterday. */
export async function losesRole(stage: Stage, account: number): Promise<void> {
  await stage.database.sql`
    update memberships set until_on = '2026-11-21' where person_id = ${await idOf(stage, account)}`;
}
