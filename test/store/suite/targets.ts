import { randomBytes, randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import type { SupabaseClient } from '@supabase/supabase-js';
import { pino } from 'pino';
import { openStore } from '../../../src/store/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { openChannel } from '../../../src/store/talks.ts';
import type { InboxUpdate } from '../../../src/store/talks.ts';
import { freshDatabase } from '../../support/postgres.ts';

/** A database that must keep the store's contract, and what a test needs of it beside the store. */
export interface Opened {
  store: Store;
  /** The tables themselves, over REST, to set a scene that no function of ours makes. */
  tables: SupabaseClient;
  /** An account of its own, so that tests on a shared database do not meet. */
  channel: number;
  close(): Promise<void>;
}

interface Target {
  name: string;
  /** lite gives a bare `true` or `3` for jsonb on as a text; the program never calls functions through it. */
  bareValues: boolean;
  open(): Promise<Opened>;
}

const silent = pino({ level: 'silent' });

async function opened(
  at: { url: string; key: string; fetch?: typeof fetch },
  close: () => Promise<void>,
): Promise<Opened> {
  const { url, key, fetch } = at;
  const store = openStore({ url, key, log: silent, ...(fetch && { fetch }) });
  const tables = createClient(url, key, { auth: { persistSession: false }, ...(fetch && { global: { fetch } }) });
  return { store, tables, channel: await openChannel(store, 'web', `suite-${randomBytes(6).toString('hex')}`), close };
}

const embedded = (name: string, options: { through?: 'lite' }): Target => ({
  name,
  bareValues: options.through !== 'lite',
  open: async () => {
    const db = await freshDatabase(options);
    return opened(db, () => db.close());
  },
});

/** `npm run test:hosted` with SUPABASE_URL and SUPABASE_SECRET_KEY: a migrated Supabase that nobody else uses. */
function hosted(): Target[] {
  const { HOSTED, SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = process.env;
  if (HOSTED !== '1') return [];
  if (!url || !key)
    throw new Error('npm run test:hosted needs SUPABASE_URL and SUPABASE_SECRET_KEY of a Supabase to test on.');
  return [{ name: 'the given Supabase', bareValues: true, open: () => opened({ url, key }, async () => {}) }];
}

/** Every way to a database that the program can be run with. */
export const targets: Target[] = [
  embedded('the fast path', {}),
  embedded('@supabase/lite', { through: 'lite' }),
  ...hosted(),
];

/** The moment that all tests of the suite call now. */
export const noon = new Date('2026-11-22T07:00:00Z');

/** The moment in a row, whichever way it was written. */
export const moment = (written: unknown): Date | null => (written === null ? null : new Date(String(written)));

/** The same moment, moved. */
export const later = (by: { days?: number; seconds?: number }): Date =>
  new Date(noon.getTime() + (by.days ?? 0) * 86_400_000 + (by.seconds ?? 0) * 1000);

/** A process that takes talks. */
export const holder = (): string => randomUUID();

/** A text that somebody writes in their private chat. */
export const writes = (chat: number | string, key: string, text = key): InboxUpdate => ({
  key,
  chat: String(chat),
  chatKind: 'private',
  sender: String(chat),
  language: 'kk',
  update: { text },
});
