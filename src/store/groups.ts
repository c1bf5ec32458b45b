import { z } from 'zod';
import { hashOf } from './invitations.ts';
import type { Store } from './store.ts';
import { words } from './talks.ts';

const group = z.object({
  /** Its row in `chats`. */
  chat: z.number(),
  channel: z.enum(['telegram', 'whatsapp', 'web']),
  organisation: z.number(),
  organisationName: words,
  /** The organisation with all above it, as the access check needs it. */
  above: z.array(z.number()),
  project: z.number().nullable(),
  title: z.string(),
  region: z.string().nullable(),
  /** In which language announcements are written there. */
  language: z.enum(['kk', 'ru', 'both']),
  tags: z.array(z.string()),
  /** We were put out of it, or left. */
  gone: z.boolean(),
});
/** A group into which coordinators announce. */
export type Group = z.infer<typeof group>;

const code = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unknown') }),
  z.object({ is: z.literal('over') }),
  z.object({ is: z.literal('open'), by: z.number(), organisation: z.number(), project: z.number().nullable() }),
]);

/** Who gave a group's code and for which organisation; `over`: it was used or has expired. */
export function readGroupCode(store: Store, written: string, now: Date) {
  return store.call('read_group_code', { p_code_hash: hashOf(written), p_at: now.toISOString() }, code);
}

/**
 * Links the group (its row in `chats`) in which a code was written. Whether whoever gave the code may do so is the
 * caller's matter. `taken`: another organisation has the group. Whoever gave the code hears of it through the outbox.
 */
export async function linkGroup(store: Store, written: string, chat: number, title: string, now: Date) {
  const args = { p_code_hash: hashOf(written), p_chat: chat, p_title: title, p_at: now.toISOString() };
  return (await store.call('link_group', args, z.object({ is: z.enum(['linked', 'taken', 'over']) }))).is;
}

/** A linked group; null: there is none in that chat, or it was let go. */
export function readGroup(store: Store, chat: number): Promise<Group | null> {
  return store.call('read_group', { p_chat: chat }, group.nullable());
}

/** Linked groups of an organisation and those below it, or of one project, by title; `skip` those before, 100 at most. */
export function groupsBelow(store: Store, organisation: number, project: number | null, skip: number, limit: number) {
  const args = { p_organisation: organisation, p_project: project, p_skip: skip, p_limit: limit };
  return store.call('groups_below', args, z.array(group));
}

/** Records what a coordinator tells of a group. */
export async function describeGroup(
  store: Store,
  chat: number,
  about: Pick<Group, 'region' | 'language' | 'tags'>,
): Promise<void> {
  const args = { p_chat: chat, p_region: about.region, p_language: about.language, p_tags: about.tags };
  await store.call('describe_group', args, z.unknown());
}

/** Lets a group go: nothing is announced there any more, and what waits for it is cancelled. False: it was not linked. */
export async function unlinkGroup(store: Store, chat: number, by: number, now: Date): Promise<boolean> {
  const args = { p_chat: chat, p_by: by, p_at: now.toISOString() };
  return (await store.call('unlink_group', args, z.object({ unlinked: z.boolean() }))).unlinked;
}

/** A group's new title, as its messenger tells it. */
export async function renameGroup(store: Store, channel: number, external: string, title: string): Promise<void> {
  await store.call('rename_group', { p_channel: channel, p_external: external, p_title: title }, z.unknown());
}
