import type { Client, GroupNotification } from 'whatsapp-web.js';
import type { Group, WireListeners } from '../wire.ts';
import { Bounded } from './bounded.ts';
import { readGroups } from './page.ts';
import { idOf, withoutDevice } from './read-message.ts';

/** The groups of the account, read once when it is linked and kept up to date by what happens in them. */
export interface Groups {
  list(): readonly Group[];
  title(id: string): string | undefined;
  /** Reads all of them; after the first time, tells what has changed meanwhile. */
  read(client: Client): Promise<void>;
  /** A message came from a group that is not known: looks for it, once. */
  met(client: Client, id: string): Promise<void>;
  /** Somebody joined or left, or a group was renamed. `me`: the account's own ids. */
  changed(
    client: Client,
    what: GroupNotification,
    kind: 'join' | 'leave' | 'update',
    me: readonly string[],
  ): Promise<void>;
  /** Another account may be linked next. */
  forget(): void;
}

/** No group is known yet. */
export function createGroups(tell: WireListeners['group']): Groups {
  let known: Map<string, string> | undefined;
  /** Groups that were looked for: one that is in no list is not looked for at each of its messages. */
  const met = new Bounded<true>(500);

  function left(id: string): void {
    if (known?.delete(id) === true) tell({ id, is: 'left' });
  }

  /** A group that is not in the list has not been left for that: a page may be slow to fill its list. */
  async function read(client: Client): Promise<void> {
    const found = await readGroups(client);
    const isFirst = known === undefined;
    known ??= new Map();
    for (const { id, title, member } of found) {
      if (!member) left(id);
      else if (!isFirst && !known.has(id)) tell({ id, title, is: 'joined' });
      if (member) known.set(id, title);
    }
  }

  return {
    list: () => [...(known ?? [])].map(([id, title]) => ({ id, title })),
    title: (id) => known?.get(id),
    read,
    async met(client, id) {
      if (met.has(id)) return;
      met.set(id, true);
      await read(client);
    },
    async changed(client, { chatId, recipientIds, author }, kind, me) {
      const about = recipientIds.length > 0 ? recipientIds : [author];
      const aboutMe = about.some((id) => me.includes(withoutDevice(idOf(id) ?? '')));
      if (kind === 'leave' && aboutMe) left(chatId);
      else if (kind === 'update' || aboutMe || known?.has(chatId) !== true) await read(client);
    },
    forget: () => (known = undefined),
  };
}
