import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { hashOf } from './invitations.ts';
import type { Store } from './store.ts';

/** How long a code can be found, and then how long whoever gave it may take to answer; in minutes. */
export const joiningMinutes = 30;

const messenger = z.enum(['telegram', 'whatsapp', 'web']);
export type Messenger = z.infer<typeof messenger>;

/** In which kinds of messengers somebody is known. */
export function messengersOf(store: Store, person: number): Promise<Messenger[]> {
  return store.call('messengers_of', { p_person: person }, z.array(messenger));
}

const ends = ['joined', 'refused', 'dates', 'minor', 'family', 'gone', 'over', 'unknown'] as const;
/** How a join ended. `dates`, `minor`, `family`: confirmed in both messengers, and yet these are not one person. */
export type JoinEnd = (typeof ends)[number];

const taken = z.discriminatedUnion('is', [
  /** Whoever reads it has made it. */
  z.object({ is: z.literal('own') }),
  /** It was confirmed here; now the other messenger is asked. `check` is shown in both. */
  z.object({ is: z.literal('asked'), check: z.string() }),
  /** Whoever gave the code has no chat left in which to be asked. */
  z.object({ is: z.literal('unreachable') }),
  z.object({ is: z.enum(ends) }),
]);
/** What became of a code where it was found. */
export type Taken = z.infer<typeof taken>;

/** Open: it waits to be confirmed here. */
const found = z.discriminatedUnion('is', [z.object({ is: z.literal('open') }), ...taken.options]);

/** What a code is to the person who has found it. */
export function readJoin(store: Store, code: string, person: number, now: Date) {
  const args = { p_code_hash: hashOf(code), p_person: person, p_at: now.toISOString() };
  return store.call('read_join', args, found);
}

/** Confirms where the code was found (`chat` is its row), once; whoever gave the code is asked by the outbox. */
export function takeJoin(
  store: Store,
  code: string,
  finder: { person: number; chat: number },
  now: Date,
): Promise<Taken> {
  const args = {
    p_code_hash: hashOf(code),
    p_person: finder.person,
    p_chat: finder.chat,
    p_check: String(randomInt(1_000, 10_000)),
    p_until: new Date(now.getTime() + joiningMinutes * 60_000).toISOString(),
    p_at: now.toISOString(),
  };
  return store.call('take_join', args, taken);
}

const stands = z.object({
  state: z.enum([...ends, 'asked']),
  /** Where the code was found; null: that chat is no more. */
  channel: messenger.nullable(),
  check: z.string(),
});
export type JoinStands = z.infer<typeof stands>;

/** Where a join stands; null when one of the two was erased. */
export function joinStands(store: Store, join: number, now: Date): Promise<JoinStands | null> {
  return store.call('join_stands', { p_join: join, p_at: now.toISOString() }, stands.nullable());
}

/**
 * The answer of whoever gave the code; at a yes the two become one person, by the table of personal columns. `busy`: something
 * else works with their data at this moment, and nothing was changed.
 */
export async function settleJoin(
  store: Store,
  join: number,
  answer: { person: number; yes: boolean },
  columns: readonly object[],
  now: Date,
): Promise<JoinEnd | 'busy'> {
  const args = {
    p_join: join,
    p_person: answer.person,
    p_yes: answer.yes,
    p_columns: columns,
    p_at: now.toISOString(),
  };
  return (await store.call('settle_join', args, z.object({ is: z.enum([...ends, 'busy']) }))).is;
}
