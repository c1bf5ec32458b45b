import { join } from 'node:path';
import { pino } from 'pino';
import { runBirge } from '../../src/birge.ts';
import type { RunningBirge } from '../../src/birge.ts';
import type { Calendar } from '../../src/calendar/kind.ts';
import type { Incoming, Receive } from '../../src/channels/channel.ts';
import { openTelegram } from '../../src/channels/telegram/channel.ts';
import { readContent } from '../../src/content.ts';
import type { Form } from '../../src/forms/index.ts';
import { serializers } from '../../src/log.ts';
import { tellingOfOutages } from '../../src/outage.ts';
import { openFolder } from '../../src/store/files/folder.ts';
import { countDifferences } from '../../src/store/obligations.ts';
import { openStore } from '../../src/store/store.ts';
import { chatGone, voidLeases } from '../../src/store/talks.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { TelegramDouble } from './double/telegram-double.ts';
import { TurnedClock } from './double/clock.ts';
import { freshDatabase } from './postgres.ts';
import type { FreshDatabase } from './postgres.ts';

const content = join(import.meta.dirname, '..', '..', 'content');

/** Birge in this process, on a real database of its own, with Telegram's double at the wire and a clock that is turned. */
export interface Stage {
  double: TelegramDouble;
  database: FreshDatabase;
  /** The Birge at work; another one after `restart`. */
  readonly running: RunningBirge;
  /** Where files are kept. */
  folder: string;
  /** Sets the time of day that Birge reads; it stands still between. */
  setClock(iso: string): void;
  /** Does what jobs and sweeps have to do now; what the database could not take in comes again first, as a channel does it. */
  catchUp(): Promise<void>;
  /** Breaks calls of the database's functions: `before` they arrive, or `after` they took effect. Nothing given: no more. */
  breakCalls(fault?: (fn: string) => 'before' | 'after' | undefined): void;
  /** Another Birge takes over the same database; `forms` stand in place of those with the same ids, as in a new release. */
  restart(forms?: Form[]): Promise<void>;
  /** What was logged as an error; a test that means to break something empties it. */
  errors: string[];
  /** Every line of the log, of all levels. */
  logged: readonly string[];
  /** Fails if something went wrong that no test expected. */
  close(): Promise<void>;
}

/**
 * @param options.forms other forms beside or in place of the project's own.
 * @param options.calendar in place of the project's own.
 * @param options.clock dates the messages; it stands still unless a test turns it.
 */
export async function openStage(
  options: { at?: string; forms?: Form[]; calendar?: Calendar; admins?: string[]; clock?: TurnedClock } = {},
): Promise<Stage> {
  let time = new Date(options.at ?? '2026-11-22T06:00:00Z');
  const database = await freshDatabase();
  const double = new TelegramDouble({ clock: options.clock ?? new TurnedClock(time.getTime()), limits: 'off' });
  const folder = mkdtempSync(join(tmpdir(), 'birge-test-'));
  const read = readContent(content);
  const forms = new Map(read.forms);
  for (const form of options.forms ?? []) forms.set(form.id, form);
  const errors: string[] = [];
  const logged: string[] = [];
  const write = (line: string): void => {
    logged.push(line);
    // Errors and what is worse, in pino's numbers.
    if (/^\{"level":[56]0,/.test(line)) errors.push(line);
  };
  const log = pino({ level: 'debug', serializers }, { write });
  let fault: Parameters<Stage['breakCalls']>[0];
  const breakable: typeof fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const struck = fault?.(/\/rpc\/(\w+)/.exec(address)?.[1] ?? '');
    if (struck === 'before') throw new TypeError('fetch failed');
    const response = await database.fetch(input, init);
    if (struck === 'after') throw new TypeError('fetch failed');
    return response;
  };
  const store = openStore({ url: database.url, key: database.key, fetch: breakable, log });
  /** What Telegram's side wrote down beside the talk. */
  let noted: Promise<unknown> = Promise.resolve();
  const begin = async () => {
    const running = await runBirge({
      store,
      files: openFolder(folder),
      ...read,
      ...(options.calendar && { calendar: options.calendar }),
      forms,
      now: () => time,
      timeZone: 'Asia/Almaty',
      address: 'https://birge.example.kz',
      webAddress: undefined,
      examples: false,
      adminChats: options.admins ?? [],
      awaited: new Map(),
      log,
    });
    const channel = await openTelegram({
      token: double.token,
      apiRoot: 'https://api.telegram.org',
      reports: {
        unreached: (chat) => running.desk.noteUnreached(double.me.id, chat),
        gone: (chat) => void (noted = chatGone(store, id, chat, time)),
        moved: () => {},
      },
      send: (url, init) => double.fetch(url, init),
      log,
    });
    const { id, receive } = await running.attach(channel);
    // Time stands still on the stage, so nobody could wait for a next second.
    await database.sql`insert into budgets (channel_id, interval_ms, private_ms, group_ms, next_at)
      values (${id}, 0, 0, 0, '-infinity') on conflict do nothing`;
    const api = running.apis.get(id);
    return { running, receive: api ? tellingOfOutages(running.birge, api, receive) : receive };
  };
  let at: { running: RunningBirge; receive: Receive } = await begin();
  let notTaken: Incoming[] = [];
  const deliver = async (incoming: Incoming) => {
    await at.receive([incoming]).catch(() => notTaken.push(incoming));
    await at.running.desk.settled();
    await noted;
  };
  double.onUpdate((update) => deliver({ key: String(update.update_id), update }));
  return {
    double,
    database,
    get running() {
      return at.running;
    },
    folder,
    errors,
    logged,
    setClock: (iso) => {
      time = new Date(iso);
    },
    async catchUp() {
      const waiting = notTaken;
      notTaken = [];
      for (const incoming of waiting) await deliver(incoming);
      await at.running.catchUp();
      // A chat's next turn is counted on the database's clock and may be some milliseconds ahead. Time stands still here, so
      // it would never come: it is let come, and the clock is put back.
      const stood = time;
      const soon = new Date(stood.getTime() + 500);
      const [turn] = await database.sql`select 1 from lanes where due_at > ${stood} and due_at <= ${soon} limit 1`;
      if (turn === undefined) return;
      time = soon;
      await at.running.catchUp();
      time = stood;
    },
    breakCalls: (next) => {
      fault = next;
    },
    async restart(changed = []) {
      await at.running.end();
      for (const form of changed) forms.set(form.id, form);
      await voidLeases(store);
      at = await begin();
    },
    async close() {
      await at.running.end();
      const differences = await countDifferences(database.store);
      await database.close();
      rmSync(folder, { recursive: true, force: true });
      if (differences > 0) throw new Error(`${differences} obligations say something else than the facts`);
      if (errors.length > 0) throw new Error(`errors were logged:\n${errors.join('')}`);
    },
  };
}
