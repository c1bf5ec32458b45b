import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { personalColumns } from '../../../src/privacy/columns.ts';
import {
  claimProgress,
  noteProgress,
  repeatCampaign,
  spreadCampaign,
  turnCampaign,
} from '../../../src/store/campaigns/sending.ts';
import { unlinkGroup } from '../../../src/store/groups.ts';
import { issueInvitation } from '../../../src/store/invitations.ts';
import { settleJoin, takeJoin } from '../../../src/store/joining.ts';
import { advanceOutbox, claimOutbox, enqueue, sweepOutbox } from '../../../src/store/outbox.ts';
import type { End } from '../../../src/store/outbox.ts';
import { setAnnouncements } from '../../../src/store/people.ts';
import { forgetPerson } from '../../../src/store/privacy.ts';
import { chatGone, chatMoved } from '../../../src/store/talks.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { confirmedCampaign } from '../../support/campaigns.ts';
import { Announcing } from './scene.ts';

const crowd = { people: 400, groups: 20, authors: 4 };

/** How requests end, most of them well. */
const ends: readonly End[] = [
  ...Array.from({ length: 12 }, (): End => ({ end: 'sent', messageId: 1 })),
  { end: 'rejected', reason: 'Bad Request: wrong' },
  { end: 'in-doubt', reason: 'timeout' },
  { end: 'limited', seconds: 0 },
  { end: 'not-begun', reason: 'no way' },
  { end: 'gone', reason: 'blocked' },
  { end: 'returned' },
];

function any<T>(some: readonly T[]): T {
  const one = some[Math.floor(Math.random() * some.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

/** Announcements to a crowd on two accounts, and all that may happen beside. */
export class Beside {
  readonly announcing: Announcing;
  /** Announcements of `erasedAuthors` first. */
  readonly #campaigns: number[] = [];
  readonly #people: number[] = [];
  readonly #groups: number[] = [];
  erasedAuthors: number[] = [];
  /** Calls that the database ended because they waited in a ring. */
  readonly rings: string[] = [];
  /** Reasons of other refusals. */
  readonly refused: string[] = [];
  /** How often each message went, or may have gone. */
  readonly said = new Map<number, number>();

  private constructor(announcing: Announcing) {
    this.announcing = announcing;
  }

  static async open(): Promise<Beside> {
    const scene = new Beside(await Announcing.open());
    const { announcing } = scene;
    const { db, organisation, now } = announcing;
    const none = { post_min_ms: null, hour_cap: null, day_cap: null, ramp_from: null, group_daily: null, burst: null };
    for (const channel of [announcing.telegram, announcing.whatsapp])
      await announcing.budget(channel, { interval_ms: 0, private_ms: 0, group_ms: 0, ...none });
    for (let n = 0; n < crowd.people; n += 1)
      scene.#people.push(await announcing.person({ channel: n % 2 ? announcing.whatsapp : announcing.telegram }));
    for (let n = 0; n < crowd.groups; n += 1) scene.#groups.push(await announcing.group());
    for (let n = 0; n < crowd.authors; n += 1) {
      const author = await announcing.person({ role: 'coordinator' });
      const idea = { organisation, author, people: { roles: ['volunteer'] } };
      scene.#campaigns.push(await confirmedCampaign(db.sql, db.store, idea, now));
      if (n < crowd.authors / 2) scene.erasedAuthors.push(author);
    }
    return scene;
  }

  /** Those whose authors stay. */
  get #kept(): number[] {
    return this.#campaigns.slice(crowd.authors / 2);
  }

  /** Does it all at once, until the signal. */
  async everything(over: AbortSignal): Promise<void> {
    const { telegram, whatsapp, db, now } = this.announcing;
    const { store, sql } = db;
    const goesOn = (rest: number, work: () => Promise<unknown>) => this.#goesOn(over, rest, work);
    let notices = 0;
    await Promise.all([
      ...[telegram, telegram, whatsapp].map((channel) => goesOn(1, this.#sender(channel))),
      goesOn(10, () => sweepOutbox(store, now)),
      goesOn(20, async () => {
        // In small bites, so that it is under way for long.
        const args = { p_campaign: any(this.#campaigns), p_limit: 20, p_at: now.toISOString() };
        await store.call('spread_campaign', args, z.unknown());
      }),
      goesOn(10, async () => {
        const one = any(this.#kept);
        await turnCampaign(store, one, 'paused', now);
        await turnCampaign(store, one, 'sending', now);
      }),
      goesOn(30, () => repeatCampaign(store, any(this.#kept), null, now)),
      goesOn(30, async () => {
        for (const one of await claimProgress(store, [telegram], now)) await noteProgress(store, one, 40);
      }),
      goesOn(50, async () => {
        const key = String((notices += 1));
        const word = { kind: 'word', key, payload: {}, priority: 1, due: now } as const;
        await enqueue(
          store,
          this.#people.slice(0, 40).map((person) => ({ ...word, to: { person } })),
          now,
        );
      }),
      goesOn(10, () => setAnnouncements(store, any(this.#people), Math.random() > 0.3, now)),
      goesOn(20, async () => {
        const [chat] = await sql<{ channel: number; name: string }[]>`
          select channel_id::int as channel, external_id as name from chats where person_id = ${any(this.#people)}`;
        if (chat) await chatGone(store, chat.channel, chat.name, now);
      }),
      goesOn(20, () => sql`update chats set gone_at = null where person_id = ${any(this.#people)}`),
      goesOn(40, async () => {
        const [from, to] = await sql<{ name: string }[]>`
          select external_id as name from chats where id in (${any(this.#groups)}, ${any(this.#groups)})`;
        if (from && to) await chatMoved(store, telegram, from.name, to.name, now);
      }),
      goesOn(15, async () => {
        const group = any(this.#groups);
        await unlinkGroup(store, group, this.announcing.author, now);
        await sql`update groups set unlinked_at = null where chat_id = ${group}`;
      }),
      goesOn(30, () => this.#join()),
      goesOn(150, () => forgetPerson(store, any(this.#people), personalColumns, false, now)),
    ]);
  }

  async #goesOn(over: AbortSignal, rest: number, work: () => Promise<unknown>): Promise<void> {
    while (!over.aborted) {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        if (error.reason === '40P01') this.rings.push(error.message);
        else this.refused.push(error.reason);
      }
      await pause(rest);
    }
  }

  /** A process that sends on an account. */
  #sender(channel: number): () => Promise<void> {
    const { db, now } = this.announcing;
    const holder = randomUUID();
    return async () => {
      const { rows } = await claimOutbox(db.store, { channel, holder, limit: 20 }, now);
      const begun = new Set(await advanceOutbox(db.store, holder, { settled: [], beginning: rows }, now));
      const settled = rows.filter(({ id }) => begun.has(id)).map(({ id, token }) => ({ id, token, ...any(ends) }));
      for (const { id, end } of settled)
        if (end === 'sent' || end === 'in-doubt') this.said.set(id, (this.said.get(id) ?? 0) + 1);
      await advanceOutbox(db.store, holder, { settled, beginning: [] }, now);
    };
  }

  /** Two people turn out to be one. */
  async #join(): Promise<void> {
    const { db, now } = this.announcing;
    const { store, sql } = db;
    const chats = await sql<{ id: number; person: number }[]>`
      select id::int, person_id::int as person from chats
      where person_id in (${any(this.#people)}, ${any(this.#people)}) and gone_at is null`;
    const [asker, finder] = chats;
    if (asker === undefined || finder === undefined || asker.person === finder.person) return;
    const terms = { issuedBy: asker.person, uses: 1, minutes: 30 };
    const code = await issueInvitation(store, { kind: 'join', chat: asker.id }, terms, now);
    const taken = await takeJoin(store, code, { person: finder.person, chat: finder.id }, now);
    if (taken.is !== 'asked') return;
    const [made] = await sql<{ id: number }[]>`select max(id)::int as id from joins where asker_id = ${asker.person}`;
    await settleJoin(store, made?.id ?? 0, { person: asker.person, yes: true }, personalColumns, now);
  }

  /** Two hours later, whatever had still waited has gone. */
  async endsAll(): Promise<void> {
    const { announcing } = this;
    const { store, sql } = announcing.db;
    for (const one of this.#kept) {
      await turnCampaign(store, one, 'sending', announcing.now);
      while ((await spreadCampaign(store, one, announcing.now)) === 'more');
    }
    announcing.now = new Date(announcing.now.getTime() + 7_200_000);
    await sql`update outbox set lease_until = '2000-01-01' where state in ('claimed', 'sending')`;
    for (let turn = 0; turn < 40; turn += 1) {
      await sweepOutbox(store, announcing.now);
      await announcing.sends(announcing.telegram);
      await announcing.sends(announcing.whatsapp);
    }
  }
}
