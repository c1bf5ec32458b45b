import type { TelegramDouble } from '../support/double/telegram-double.ts';
import type { Home } from '../support/program.ts';

/** Somebody's number in Telegram; the first is 1. */
export const numberOf = (index: number): number => 1_000_000 + index;

/** What a run left behind in the database. */
export interface Ends {
  /** Rows of the outbox by state. */
  states: Record<string, number>;
  /** The numbers in Telegram of those whose row is in doubt. */
  unknown: number[];
  /** Messages sent by each process, by its holder. */
  byHolder: Record<string, number>;
  /** Rungs said or to be said, by state. */
  rungs: Record<string, number>;
}

/**
 * Brings workers of one centre into the double and the database: each has started the bot and owes what the calendar says.
 * The programs find that out themselves.
 */
export async function gather(home: Home, double: TelegramDouble, count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    double.state.openPrivate({ id: numberOf(index), is_bot: false, first_name: 'Worker' });
  }
  await home.ask(`
    with account as (
      insert into channels (kind, account) values ('telegram', '${double.me.id}') returning id
    ), centre as (
      insert into organisations (kind, programme, name, made_at)
      values ('mobility-centre', 'mobility', '{"kk": "Орталық"}', '2026-01-05') returning id
    ), arrived as (
      insert into people (language, name, created_at)
      select (array['kk', 'ru', 'en'])[n % 3 + 1], 'Worker', '2026-01-05' from generate_series(1, ${count}) n
      returning id
    ), workers as (
      select id, row_number() over (order by id) as n from arrived
    ), identified as (
      insert into identities (channel_id, external_id, person_id, added_at)
      select account.id, ${numberOf(0)} + n, workers.id, '2026-01-05' from workers, account
    ), chatting as (
      insert into chats (channel_id, external_id, kind, person_id, last_used_at)
      select account.id, ${numberOf(0)} + n, 'private', workers.id, '2026-01-05' from workers, account
    )
    insert into memberships (person_id, organisation_id, role, from_on)
    select workers.id, centre.id, 'worker', '2026-01-05' from workers, centre`);
}

/** What a killed process held: rows it had begun to send, and rows it had only claimed. */
export interface HeldRows {
  sending: number;
  claimed: number;
}

/** What a process holds that is none of these. */
export async function heldBesides(
  home: Home,
  holders: readonly string[],
): Promise<HeldRows & { holder: string | undefined }> {
  const [held] = await home.ask<HeldRows & { holder: string }>(`
    select holder, count(*) filter (where state = 'sending')::int as sending, count(*) filter (where state = 'claimed')::int as claimed
    from outbox where state in ('sending', 'claimed') and holder not in (${holders.map((one) => `'${one}'`).join()}) group by holder`);
  return held ?? { sending: 0, claimed: 0, holder: undefined };
}

/** Whoever has claimed something so far. */
export async function holders(home: Home): Promise<string[]> {
  const rows = await home.ask<{ holder: string }>('select distinct holder from outbox where holder is not null');
  return rows.map(({ holder }) => holder);
}

/** Ends a process's leases, as if their time were over. */
export async function endLeases(home: Home, holder: string): Promise<void> {
  await home.ask(
    `update outbox set lease_until = '-infinity' where state in ('sending', 'claimed') and holder = '${holder}'`,
  );
}

/** A row that has not come to an end, with what stands about it. */
export interface UnsettledRow {
  state: string;
  tries: number;
  reason: string | null;
  /** Seconds until its chat's next slot, if its lane runs, and until its lease ends. */
  lane: number | null;
  lease: number | null;
}

/** What waits or is under way; ten rows at most. */
export function unsettled(home: Home): Promise<UnsettledRow[]> {
  return home.ask<UnsettledRow>(`
    select o.state, o.tries, o.reason, extract(epoch from l.next_at - clock_timestamp())::int as lane,
      extract(epoch from o.lease_until - clock_timestamp())::int as lease
    from outbox o left join lanes l on l.chat_id = o.chat_id and l.due_at is not null
    where o.state in ('queued', 'claimed', 'sending') limit 10`);
}

export async function endsIn(home: Home): Promise<Ends> {
  const [ends] = await home.ask<Ends>(`select
    (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n from outbox group by 1) t) as states,
    (select coalesce(jsonb_agg(c.external_id::int order by c.id), '[]') from outbox o join chats c on c.id = o.chat_id
      where o.state = 'unknown') as unknown,
    (select coalesce(jsonb_object_agg(holder, n), '{}') from (select holder, count(*) as n from outbox
      where state = 'sent' group by 1) t) as "byHolder",
    (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n from notices group by 1) t) as rungs`);
  if (ends === undefined) throw new Error('the database said nothing');
  return ends;
}
