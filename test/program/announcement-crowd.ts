import type { TelegramDouble } from '../support/double/telegram-double.ts';
import type { Home } from '../support/program.ts';
import { numberOf } from './outbox-crowd.ts';

/** The author's number in Telegram. */
export const author = 500;
/** A group's number in Telegram; the first is 1. */
export const groupOf = (index: number): number => -1_001_000_000_000 - index;

/** Everybody whom the announcement is for, by number in Telegram. */
export const recipients = (groups: number, people: number): number[] => [
  ...Array.from({ length: groups }, (_, index) => groupOf(index + 1)),
  ...Array.from({ length: people }, (_, index) => numberOf(index + 1)),
];

/**
 * Brings an organisation's coordinator, volunteers and groups into the double and the database, and confirms an announcement
 * to all of them. The programs do the rest by themselves.
 */
export async function announce(home: Home, double: TelegramDouble, groups: number, people: number): Promise<void> {
  for (const id of [author, ...recipients(0, people)])
    double.state.openPrivate({ id, is_bot: false, first_name: 'Somebody' });
  for (const id of recipients(groups, 0)) double.state.chats.open({ id, type: 'supergroup', title: 'Group' });
  await home.ask(`
    with account as (
      insert into channels (kind, account) values ('telegram', '${double.me.id}') returning id
    ), place as (
      insert into organisations (kind, programme, name, made_at)
      values ('volunteer-organisation', 'volunteers', '{"kk": "Qanat"}', '2026-01-05') returning id
    ), arrived as (
      insert into people (language, name, created_at)
      select case n when 0 then 'en' else (array['kk', 'ru', 'en'])[n % 3 + 1] end, 'Somebody', '2026-01-05' from generate_series(0, ${people}) n
      returning id
    ), known as (
      select id, row_number() over (order by id) - 1 as n from arrived
    ), agreed as (
      insert into consents (person_id, text_version, how, at) select id, '1', 'self', '2026-01-05' from known
    ), chatting as (
      insert into chats (channel_id, external_id, kind, person_id, last_used_at)
      select account.id, case n when 0 then ${author} else ${numberOf(0)} + n end, 'private', known.id, '2026-01-05' from known, account
    ), members as (
      insert into memberships (person_id, organisation_id, role, from_on)
      select known.id, place.id, case n when 0 then 'coordinator' else 'volunteer' end, '2026-01-05' from known, place
    ), grouped as (
      insert into chats (channel_id, external_id, kind, last_used_at)
      select account.id, ${groupOf(0)} - n, 'group', '2026-01-05' from generate_series(1, ${groups}) n, account returning id
    )
    insert into groups (chat_id, organisation_id, title, linked_at) select grouped.id, place.id, 'Group', '2026-01-05' from grouped, place`);
  await home.ask(`
    with version as (
      insert into form_versions (form, hash, definition, guards, first_seen_at) values ('announcement', 'test', '{}', '[]', '2026-01-05') returning hash
    ), sent as (
      insert into submissions (owner_person, form, form_hash, status, opened_at, touched_at, submitted_at)
      select (select min(id) from people), 'announcement', hash, 'submitted', '2026-01-05', '2026-01-05', '2026-01-05' from version returning id
    )
    insert into answers (submission_id, question, value, complete, at, rev)
    select sent.id, w.key, to_jsonb(w.value), true, '2026-01-05', 1
    from sent, (values ('kind', 'free'), ('free_kk', 'Сенбіде жиналамыз.'), ('text_ru', 'Собираемся в субботу.')) w (key, value)`);
  await home.ask(
    `select make_campaign((select id from submissions), (select id from organisations), null, (select min(id) from people), '2026-01-05')`,
  );
  await home.ask(`select change_campaign((select id from campaigns), '{"link": "deadlines", "audience":
    {"groups": {"tags": []}, "people": {"roles": ["volunteer"]}, "regions": [], "programmes": [], "languages": []}}')`);
  await home.ask(`select confirm_campaign(id, 1, 500, '[]',
    jsonb_build_object('link', link, 'audience', audience, 'sendAt', send_at, 'urgentReason', urgent_reason), '2026-01-05') from campaigns`);
}

/** What became of the announcement in the database. */
export interface AnnouncementEnds {
  state: string;
  /** Numbers in Telegram of those whose message is said to be sent, and of those where nobody knows. */
  sent: number[];
  unknown: number[];
  /** Messages in any other state. */
  others: Record<string, number>;
  /** Messages sent by each process, by its holder. */
  byHolder: Record<string, number>;
}

export async function announcementEnds(home: Home): Promise<AnnouncementEnds> {
  const [ends] = await home.ask<AnnouncementEnds>(`
    with said as (select o.state, o.holder, c.external_id::bigint as number from outbox o join chats c on c.id = o.chat_id where o.campaign_id is not null)
    select (select state from campaigns) as state,
      (select coalesce(jsonb_agg(number), '[]') from said where state = 'sent') as sent,
      (select coalesce(jsonb_agg(number), '[]') from said where state = 'unknown') as unknown,
      (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n from said where state not in ('sent', 'unknown') group by 1) t) as others,
      (select coalesce(jsonb_object_agg(holder, n), '{}') from (select holder, count(*) as n from said where state = 'sent' group by 1) t) as "byHolder"`);
  if (ends === undefined) throw new Error('the database said nothing');
  return ends;
}
