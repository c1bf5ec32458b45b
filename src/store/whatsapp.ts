import { z } from 'zod';
import type { Store } from './store.ts';
import { language } from './talks.ts';

const chat = z.object({ channel: z.number(), chat: z.string(), language });
/** A private Telegram chat of an administrator. */
export type AdministratorChat = z.infer<typeof chat>;

/** Where administrators hear how it goes; also the private chats of these names, if they were ever used. */
export function administratorChats(store: Store, named: readonly string[], now: Date): Promise<AdministratorChat[]> {
  return store.call('administrator_chats', { p_named: named, p_at: now.toISOString() }, z.array(chat));
}

/** Tells which number the account has now; a new one begins to announce slowly. */
export async function noteNumber(store: Store, channel: number, number: string, now: Date): Promise<void> {
  const args = { p_channel: channel, p_number: number, p_at: now.toISOString() };
  await store.call('note_number', args, z.unknown());
}

const brake = z.object({ stoppedAt: z.string().nullable(), why: z.string().nullable() });

/** Has a row of failures stopped the account's outbox? null: it never sent anything. */
export function readBrake(store: Store, channel: number): Promise<z.infer<typeof brake> | null> {
  return store.call('read_brake', { p_channel: channel }, brake.nullable());
}

/** Lets the account's outbox go on. */
export async function releaseBrake(store: Store, channel: number): Promise<void> {
  await store.call('release_brake', { p_channel: channel }, z.unknown());
}

/** WhatsApp's late word that a message has arrived; false: no such message is in doubt (yet). */
export async function acknowledge(store: Store, channel: number, message: number, now: Date): Promise<boolean> {
  const args = { p_channel: channel, p_message: message, p_at: now.toISOString() };
  return (await store.call('acknowledge_message', args, z.object({ known: z.boolean() }))).known;
}
