import { randomUUID } from 'node:crypto';
import { readBudgets } from '../../../src/store/campaigns/audience.ts';
import { countCampaign, spreadCampaign } from '../../../src/store/campaigns/sending.ts';
import { advanceOutbox, claimOutbox, sweepOutbox } from '../../../src/store/outbox.ts';
import type { End, OutboxRow } from '../../../src/store/outbox.ts';
import { openChannel } from '../../../src/store/talks.ts';
import { confirmedCampaign } from '../../support/campaigns.ts';
import type { CampaignIdea } from '../../support/campaigns.ts';
import { freshDatabase } from '../../support/postgres.ts';
import type { FreshDatabase } from '../../support/postgres.ts';

/** A moment by the clocks of Almaty: `at('2026-11-23', '10:00')`. */
export const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00+05:00`);

/** An organisation with its coordinator, people and groups, on a Telegram and a WhatsApp account. Nothing waits for real time. */
export class Announcing {
  readonly db: FreshDatabase;
  readonly telegram: number;
  readonly whatsapp: number;
  readonly organisation: number;
  /** Who announces; has a Telegram chat of their own. */
  author = 0;
  now = at('2026-11-23');
  readonly holder = randomUUID();
  #chats = 0;

  private constructor(db: FreshDatabase, telegram: number, whatsapp: number, organisation: number) {
    [this.db, this.telegram, this.whatsapp, this.organisation] = [db, telegram, whatsapp, organisation];
  }

  static async open(): Promise<Announcing> {
    const db = await freshDatabase();
    const telegram = await openChannel(db.store, 'telegram', '1');
    const whatsapp = await openChannel(db.store, 'whatsapp', '2');
    const [made] = await db.sql<{ id: number }[]>`
      insert into organisations (kind, programme, name, made_at)
      values ('volunteer-organisation', 'volunteers', '{"kk": "Qanat"}', '2026-01-01') returning id::int`;
    const scene = new Announcing(db, telegram, whatsapp, made?.id ?? 0);
    scene.author = await scene.person({ role: 'coordinator' });
    return scene;
  }

  /** Somebody who has agreed and holds a role; gives their row. */
  async person({ channel = this.telegram, role = 'volunteer' } = {}): Promise<number> {
    const { sql } = this.db;
    const [made] = await sql<{ id: number }[]>`
      insert into people (language, name, created_at) values ('kk', 'Somebody', '2026-01-01') returning id::int`;
    const id = made?.id ?? 0;
    await sql`insert into consents (person_id, text_version, how, at) values (${id}, '1', 'self', '2026-01-01')`;
    await sql`insert into memberships (person_id, organisation_id, role, from_on) values (${id}, ${this.organisation}, ${role}, '2026-01-01')`;
    await this.#chat(channel, 'private', id);
    return id;
  }

  /** A linked group; gives its row in `chats`. */
  async group({ channel = this.telegram } = {}): Promise<number> {
    const chat = await this.#chat(channel, 'group', null);
    await this.db.sql`insert into groups (chat_id, organisation_id, title, linked_at)
      values (${chat}, ${this.organisation}, ${`Group ${chat}`}, '2026-01-01')`;
    return chat;
  }

  async #chat(channel: number, kind: string, person: number | null): Promise<number> {
    this.#chats += 1;
    const external = String(kind === 'group' ? -this.#chats : this.#chats);
    const [made] = await this.db.sql<{ id: number }[]>`
      insert into chats (channel_id, external_id, kind, person_id, last_used_at)
      values (${channel}, ${external}, ${kind}, ${person}, '2026-01-01') returning id::int`;
    return made?.id ?? 0;
  }

  /** A confirmed announcement, to volunteers and groups, whose recipients stand in the outbox. */
  async announced(idea: Partial<CampaignIdea> = {}): Promise<number> {
    const { sql, store } = this.db;
    const whole = { organisation: this.organisation, author: this.author, people: { roles: ['volunteer'] }, ...idea };
    const campaign = await confirmedCampaign(sql, store, whole, this.now);
    while ((await spreadCampaign(store, campaign, this.now)) === 'more');
    return campaign;
  }

  /** Claims what may go now; pauses between chats and posts do not count unless they are what is looked at. */
  async claims(channel = this.telegram, { paced = false } = {}): Promise<OutboxRow[]> {
    const { sql, store } = this.db;
    if (!paced) await sql`update budgets set post_next_at = '-infinity'`;
    await sql`update budgets set next_at = '-infinity', private_ms = 0, group_ms = 0`;
    // A lane that is looked at too early finds out by itself.
    await sql`update lanes set next_at = '-infinity', due_at = least(due_at, ${this.now}) where due_at is not null`;
    return (await claimOutbox(store, { channel, holder: this.holder, limit: 100 }, this.now)).rows;
  }

  /** Begins rows and records how they ended. */
  async ends(rows: readonly OutboxRow[], end: End): Promise<void> {
    const { store } = this.db;
    await advanceOutbox(store, this.holder, { settled: [], beginning: rows }, this.now);
    const settled = rows.map(({ id, token }) => ({ id, token, ...end }));
    await advanceOutbox(store, this.holder, { settled, beginning: [] }, this.now);
    await sweepOutbox(store, this.now);
  }

  /** Sends all that may go now on an account; gives how many. */
  async sends(channel = this.telegram): Promise<number> {
    let sent = 0;
    for (;;) {
      const rows = await this.claims(channel);
      if (rows.length === 0) return sent;
      await this.ends(rows, { end: 'sent', messageId: 7 });
      sent += rows.length;
    }
  }

  counts = (campaign: number) => countCampaign(this.db.store, campaign, this.now);

  /** What became of a campaign's messages: state and reason of each person's or group's. */
  async fates(campaign: number): Promise<string[]> {
    const rows = await this.db.sql<{ fate: string }[]>`
      select state || coalesce(': ' || reason, '') as fate from outbox where campaign_id = ${campaign} order by id`;
    return rows.map(({ fate }) => fate);
  }

  /** When those messages are due that wait, by the clocks of Almaty. */
  async dues(campaign: number): Promise<string[]> {
    const rows = await this.db.sql<{ due: string }[]>`
      select distinct to_char(due_at at time zone 'Asia/Almaty', 'YYYY-MM-DD HH24:MI') as due
      from outbox where campaign_id = ${campaign} and state = 'queued' order by 1`;
    return rows.map(({ due }) => due);
  }

  /** Sets columns of an account's budget, as an operator would. */
  async budget(channel: number, set: Record<string, number | string | Date | null>): Promise<void> {
    await readBudgets(this.db.store, [channel], this.now);
    await this.db.sql`update budgets set ${this.db.sql(set)} where channel_id = ${channel}`;
  }
}
