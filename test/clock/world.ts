import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Calendar } from '../../src/calendar/kind.ts';
import { readContent } from '../../src/content.ts';
import type { Birge } from '../../src/context.ts';
import { adoptCalendar, plan } from '../../src/obligations/plan.ts';
import { letterKinds } from '../../src/outbox/kinds.ts';
import type { Letter } from '../../src/outbox/letter.ts';
import { dueFrom } from '../../src/recording/recordable.ts';
import type { Day } from '../../src/rules/dates.ts';
import { recordEvent, toldOf } from '../../src/store/deadlines.ts';
import type { ToldOf } from '../../src/store/deadlines.ts';
import { openFolder } from '../../src/store/files/folder.ts';
import { advanceOutbox, claimOutbox } from '../../src/store/outbox.ts';
import type { OutboxRow, Settled } from '../../src/store/outbox.ts';
import { openChannel } from '../../src/store/talks.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';

const content = readContent(join(import.meta.dirname, '..', '..', 'content'));

/** A moment by the clocks of Almaty: `at('2026-11-15', '10:00')`. */
export const at = (day: Day, time = '00:00'): Date => new Date(`${day}T${time}:00+05:00`);

/** A letter that went out. */
export interface Sent {
  at: Date;
  person: number;
  /** Of the letter: `digest`, `reminder`, `list-picture` … */
  kind: string;
  key: string;
  told: ToldOf[];
  /** As it is read: without markup; of a file its caption. */
  text: string;
}

export interface Somebody {
  name: string;
  language?: 'kk' | 'ru' | 'en';
  roles: { role: string; at: number; from?: Day; until?: Day }[];
}

/** What somebody, or an organisation, owes or is told of. */
export interface Whose {
  person?: number;
  /** For which the person does it; alone: which owes it itself. */
  organisation: number;
  role?: string;
  about?: number;
}

/** Planning, claiming and the letters as they are, on a database of its own; nothing goes over a network, and time is set. */
export interface World {
  birge: Birge;
  database: FreshDatabase;
  /** Makes an organisation; gives its id. */
  organisation(kind: string, name: string, parent?: number): Promise<number>;
  /** Lets people in; gives their ids in the same order. */
  people(cast: readonly Somebody[]): Promise<number[]>;
  /** Turns the clock. */
  turn(moment: Date): void;
  /** Turns the clock and plans, as the tick of every minute does. */
  tick(moment: Date): Promise<void>;
  /** Turns the clock and sends what is due. */
  send(moment: Date): Promise<Sent[]>;
  /** The program starts anew, with another calendar if one is given. */
  restart(calendar?: Calendar): Promise<void>;
  /** Records what has happened, with what is counted from it; gives the event's id. */
  records(event: string, whose: Whose, on: Day, more?: { key?: string; hours?: number }): Promise<number>;
  close(): Promise<void>;
}

export async function openWorld(calendar: Calendar = content.calendar): Promise<World> {
  const database = await freshDatabase();
  const { store, sql } = database;
  let time = at('2026-01-01');
  const channel = await openChannel(store, 'telegram', '1');
  await sql`insert into budgets values (${channel}, 0, 0, 0, '-infinity')`;
  const birge: Birge = {
    ...content,
    calendar,
    store,
    files: openFolder(join(tmpdir(), 'birge-no-files')),
    now: () => time,
    timeZone: 'Asia/Almaty',
    address: 'https://birge.example.kz',
    webAddress: undefined,
    examples: false,
    adminChats: [],
    awaited: new Map(),
    channels: new Map(),
    log: pino({ level: 'silent' }),
  };
  await adoptCalendar(birge);
  const holder = randomUUID();
  /** Whoever came first records everything. */
  let recorder = 0;
  return {
    birge,
    database,
    async organisation(kind, name, parent) {
      const [row] = await sql<{ id: number }[]>`
        insert into organisations (parent_id, kind, programme, name, made_at)
        values (${parent ?? null}, ${kind}, 'all', jsonb_build_object('kk', ${name}::text), '2025-01-01') returning id::int`;
      return row?.id ?? 0;
    },
    async people(cast) {
      const made = await sql<{ id: number }[]>`
        insert into people (name, language, created_at)
        select value->>'name', coalesce(value->>'language', 'kk'), '2025-01-01'
        from jsonb_array_elements(${sql.json([...cast] as never)}) with ordinality order by ordinality returning id::int`;
      const ids = made.map(({ id }) => id);
      recorder ||= ids[0] ?? 0;
      await sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
        select ${channel}, id::text, 'private', id, '2025-01-01' from people where id = any (${ids})`;
      const roles = cast.flatMap((one, index) => one.roles.map((role) => ({ person: ids[index], ...role })));
      await sql`insert into memberships (person_id, organisation_id, role, from_on, until_on)
        select (r->>'person')::bigint, (r->>'at')::bigint, r->>'role', coalesce(r->>'from', '2025-09-01')::date, (r->>'until')::date
        from jsonb_array_elements(${sql.json(roles)}) r`;
      return ids;
    },
    turn(moment) {
      time = moment;
    },
    async tick(moment) {
      time = moment;
      await plan(birge);
    },
    async send(moment) {
      const sent: Sent[] = [];
      for (let wait = 0; wait < 100; wait += 1) {
        // Whoever gets two letters gets the second one a moment later; the budgets' own clock does not stand still.
        time = new Date(moment.getTime() + wait * 1_000);
        const { rows } = await claimOutbox(store, { channel, holder, limit: 100 }, time);
        if (rows.length === 0) {
          const [more] = await sql`select 1 from lanes where due_at <= ${new Date(time.getTime() + 1_000)} limit 1`;
          if (more === undefined) break;
          continue;
        }
        const settled = await Promise.all(rows.map((row) => write(birge, row, sent, moment)));
        await advanceOutbox(store, holder, { settled, beginning: [] }, time);
      }
      time = moment;
      return sent;
    },
    async restart(changed) {
      if (changed !== undefined) birge.calendar = changed;
      await adoptCalendar(birge);
    },
    async records(event, { person, organisation, role, about }, on, more = {}) {
      const of = person === undefined ? { organisation } : { person };
      const [place] = await sql<{ kind: string }[]>`select kind from organisations where id = ${organisation}`;
      const subject = { organisationKind: place?.kind ?? '', role: person === undefined ? null : (role ?? 'worker') };
      const happened = {
        of,
        event,
        about: person === undefined ? {} : { organisation, person: about ?? null },
        on,
        ...more,
      };
      return recordEvent(store, happened, dueFrom(birge.calendar, birge.holidays, event, subject, on), recorder, time);
    },
    close: () => database.close(),
  };
}

/** Writes the letter as a sender does, and says how it ended. Pictures say the same as the tables beside them. */
async function write(birge: Birge, row: OutboxRow, sent: Sent[], moment: Date): Promise<Settled> {
  const { id, token, person, key } = row;
  const letter = await letterKinds[row.kind === 'list-picture' ? 'list-table' : row.kind]?.write(birge, row, 0);
  if (letter === undefined) return { id, token, end: 'cancelled' };
  if ('end' in letter) return { id, token, ...letter.end };
  const told = row.notices.map((notice) => toldOf.parse(notice));
  sent.push({ at: moment, person: person ?? 0, kind: row.kind, key, told, text: textOf(letter) });
  return { id, token, end: 'sent', messageId: id };
}

const textOf = (letter: Letter): string =>
  ('screen' in letter ? letter.screen.text : (letter.file.caption ?? '')).replaceAll(/<[^>]+>/g, '');
