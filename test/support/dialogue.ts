import { join } from 'node:path';
import { pino } from 'pino';
import { runBirge } from '../../src/birge.ts';
import type { RunningBirge } from '../../src/birge.ts';
import { openTelegram } from '../../src/channels/telegram/channel.ts';
import { loadForms } from '../../src/forms/index.ts';
import type { Form } from '../../src/forms/index.ts';
import { openFolder } from '../../src/store/files/folder.ts';
import { chatGone } from '../../src/store/talks.ts';
import { readWords } from '../../src/words.ts';
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
  running: RunningBirge;
  /** Sets the time of day that Birge reads; it stands still between. */
  setClock(iso: string): void;
  /** Does what jobs and sweeps have to do now. */
  catchUp(): Promise<void>;
  /** What was logged as an error; a test that means to break something empties it. */
  errors: string[];
  /** Fails if something went wrong that no test expected. */
  close(): Promise<void>;
}

/** @param options.forms other forms beside or in place of the project's own. */
export async function openStage(options: { at?: string; forms?: Form[]; admins?: string[] } = {}): Promise<Stage> {
  let time = new Date(options.at ?? '2026-11-22T06:00:00Z');
  const database = await freshDatabase();
  const double = new TelegramDouble({ clock: new TurnedClock(time.getTime()), limits: 'off' });
  const folder = mkdtempSync(join(tmpdir(), 'birge-test-'));
  const forms = loadForms(join(content, 'forms'));
  for (const form of options.forms ?? []) forms.set(form.id, form);
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => void errors.push(line) });
  const running = await runBirge({
    store: database.store,
    files: openFolder(folder),
    forms,
    say: readWords(join(content, 'locales')),
    now: () => time,
    timeZone: 'Asia/Almaty',
    webAddress: undefined,
    examples: false,
    adminChats: options.admins ?? [],
    log,
  });
  const channel = await openTelegram({
    token: double.token,
    apiRoot: 'https://api.telegram.org',
    reports: {
      unreached: (chat) => running.desk.noteUnreached(double.me.id, chat),
      gone: (chat) => void chatGone(database.store, id, chat, time),
      moved: () => {},
    },
    send: (url, init) => double.fetch(url, init),
    log,
  });
  const { id, receive } = await running.attach(channel);
  double.onUpdate(async (update) => {
    await receive([{ key: String(update.update_id), update }]);
    await running.desk.settled();
  });
  return {
    double,
    database,
    running,
    errors,
    setClock: (iso) => {
      time = new Date(iso);
    },
    catchUp: () => running.catchUp(),
    async close() {
      await running.end();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
      if (errors.length > 0) throw new Error(`errors were logged:\n${errors.join('')}`);
    },
  };
}
