import type { Stage } from '../../support/dialogue.ts';
import type { Seat } from '../../support/double/seat.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, presses } from '../people/scene.ts';

/** A text about which there is little to remark. */
export const fair =
  'Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00';
export const fairRu =
  'Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00';

/** Writes an announcement of an organisation from the menu's button to the card, in English, with both texts and no button; gives its number. */
export async function announces(stage: Stage, person: Person, organisation: number): Promise<number> {
  await person.says('/menu');
  await presses(person, 'ann:new');
  await presses(person, `ann:new:${organisation}`);
  await person.presses('Event');
  await person.says(fair);
  await person.says(fairRu);
  await person.presses('Skip');
  await person.presses('Send');
  return newest(stage);
}

/** The number of the newest campaign. */
export async function newest(stage: Stage): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`select id::int from campaigns order by id desc limit 1`;
  if (row === undefined) throw new Error('nothing was announced yet');
  return row.id;
}

/** What is stored of a campaign beside its words. */
export const campaign = async (stage: Stage, id: number) =>
  (
    await stage.database.sql`
    select state, link, audience, send_at as at, urgent_reason as urgent, project_id::int as project,
      organisation_id::int as organisation from campaigns where id = ${id}`
  )[0];

/** A Telegram group that is linked to an organisation. */
export async function group(
  stage: Stage,
  organisation: number,
  title: string,
  more: { tags?: string[]; region?: string; project?: number; gone?: boolean; language?: 'kk' | 'ru' | 'both' } = {},
): Promise<void> {
  const { sql } = stage.database;
  const { id } = stage.double.group({ title }).chat;
  const { tags = [], region = null, project = null, gone = false, language = 'both' } = more;
  const [chat] = await sql<{ id: number }[]>`
    insert into chats (channel_id, external_id, kind, last_used_at, gone_at)
    select id, ${String(id)}, 'group', '2026-11-20', ${gone ? '2026-11-21' : null}::timestamptz from channels where kind = 'telegram'
    returning id::int`;
  await sql`
    insert into groups (chat_id, organisation_id, project_id, title, region, language, tags, linked_at)
    values (${chat?.id ?? 0}, ${organisation}, ${project}, ${title}, ${region}, ${language}, ${sql.json(tags)}, '2026-11-20')`;
}

/** So many mentors of an organisation, who owe nothing, whom Telegram reaches and who have agreed. */
export async function crowd(stage: Stage, organisation: number, number: number, role = 'mentor'): Promise<void> {
  await stage.database.sql`
    with made as (
      insert into people (language, language_chosen, created_at) select 'kk', true, '2026-11-01' from generate_series(1, ${number}) returning id
    ), agreed as (
      insert into consents (person_id, given_by, text_version, how, at) select id, id, '1', 'self', '2026-11-01' from made
    ), reached as (
      insert into chats (channel_id, external_id, kind, person_id, last_used_at)
      select c.id, 'crowd ' || m.id, 'private', m.id, '2026-11-20' from made m, channels c where c.kind = 'telegram'
    )
    insert into memberships (person_id, organisation_id, role, from_on) select id, ${organisation}, ${role}, '2026-11-01' from made`;
}

/** What an account's person did or tried about announcements, as it was written down. */
export const noted = async (stage: Stage, account: number) =>
  await stage.database.sql`
    select action, subject_kind as kind, subject_id::int as id, detail from audit
    where person_id = ${await idOf(stage, account)} and action like '%announce%' order by audit.id`;

/** The words of the newest message and its buttons. */
export const shown = (seat: Seat): string => {
  const { text, buttons } = seat.last();
  return [text, ...buttons.map((row) => row.map((words) => `[${words}]`).join(' '))].join('\n');
};
