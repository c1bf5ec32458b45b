import type { Client } from 'whatsapp-web.js';
import type { Group } from '../wire.ts';

/*
 * Questions to WhatsApp's page that the library has no call for, or only one that is too dear. Each function given to
 * `evaluate` runs in the page: it can use nothing from outside of itself. What the page may lack in another version is
 * optional here.
 */

interface Wid {
  _serialized: string;
  server: string;
}

interface Chat {
  id: Wid;
  /** Unix seconds of the last message. */
  t?: number;
  unreadCount?: number;
  name?: string;
  formattedTitle?: string;
  groupMetadata?: { subject?: string; participants?: { iAmMember?(): boolean } };
  msgs?: { getModelsArray(): { id: { fromMe: boolean; _serialized: string } }[] };
}

interface Collections {
  Chat: { get(wid: Wid | string): Chat | undefined; getModelsArray(): Chat[] };
}

interface Me {
  getMaybeMePnUser(): Wid | undefined;
  getMaybeMeLidUser(): Wid | undefined;
}

interface WidFactory {
  createWid(id: string): Wid;
}

/** The page of a client that has been started. Throws if there is none. */
export function pageOf(client: Client): NonNullable<Client['pupPage']> {
  if (!client.pupPage) throw new Error('the page is not open');
  return client.pupPage;
}

/** The account's own ids. */
export const readMe = (client: Client): Promise<string[]> =>
  pageOf(client).evaluate(() => {
    const me = window.require('WAWebUserPrefsMeUser') as Me;
    return [me.getMaybeMePnUser(), me.getMaybeMeLidUser()].flatMap((wid) => (wid ? [wid._serialized] : []));
  });

interface Connection {
  state?: string;
  logout(): Promise<unknown>;
}

/** WhatsApp's word for its connection, and whether the library has put its own functions into the page. */
export const readPulse = (client: Client): Promise<{ state: string; prepared: boolean }> =>
  pageOf(client).evaluate(() => {
    const { Socket } = window.require('WAWebSocketModel') as { Socket: Connection };
    return { state: Socket.state ?? '', prepared: 'WWebJS' in window };
  });

/** Removes this device from the account. */
export const logOut = (client: Client): Promise<void> =>
  pageOf(client).evaluate(async () => {
    await (window.require('WAWebSocketModel') as { Socket: Connection }).Socket.logout();
  });

/** Asks for a new QR; the page shows none by itself once it has let the old one expire. */
export const refreshQr = (client: Client): Promise<void> =>
  pageOf(client).evaluate(() => {
    (window.require('WAWebCmd') as { Cmd: { refreshQR(): void } }).Cmd.refreshQR();
  });

/** All groups in the list of chats; one that was left may stay there. The library's own list asks WhatsApp about each. */
export const readGroups = (client: Client): Promise<(Group & { member: boolean })[]> =>
  pageOf(client).evaluate(() => {
    const { Chat } = window.require('WAWebCollections') as Collections;
    return Chat.getModelsArray()
      .filter((chat) => chat.id.server === 'g.us')
      .map((chat) => ({
        id: chat.id._serialized,
        title: chat.formattedTitle ?? chat.name ?? chat.groupMetadata?.subject ?? '',
        member: chat.groupMetadata?.participants?.iAmMember?.() !== false,
      }));
  });

/** Whether a chat can be written to. An unknown number is asked of WhatsApp. */
export const readStanding = (client: Client, chat: string): Promise<'open' | 'gone'> =>
  pageOf(client).evaluate(async (id) => {
    const { Chat } = window.require('WAWebCollections') as Collections;
    const wid = (window.require('WAWebWidFactory') as WidFactory).createWid(id);
    const known = Chat.get(wid);
    if (known) return known.groupMetadata?.participants?.iAmMember?.() === false ? 'gone' : 'open';
    if (wid.server === 'g.us') return 'gone';
    if (wid.server !== 'c.us') return 'open';
    const numbers = window.require('WAWebQueryExistsJob') as {
      queryWidExists(wid: Wid): Promise<{ wid?: Wid } | null | undefined>;
    };
    return (await numbers.queryWidExists(wid))?.wid ? 'open' : 'gone';
  }, chat);

/**
 * Private chats with messages since then (Unix milliseconds) that are unread, the one that waits longest first, and how many
 * there are; a message of ours is never unread.
 */
export const readUnread = (client: Client, since: number): Promise<{ chat: string; unread: number }[]> =>
  pageOf(client).evaluate((since) => {
    const { Chat } = window.require('WAWebCollections') as Collections;
    return Chat.getModelsArray()
      .filter(({ id, unreadCount }) => (id.server === 'c.us' || id.server === 'lid') && (unreadCount ?? 0) > 0)
      .filter(({ t }) => t === undefined || (t + 1) * 1000 > since)
      .toSorted((one, other) => (one.t ?? 0) - (other.t ?? 0))
      .map(({ id, unreadCount }) => ({ chat: id._serialized, unread: unreadCount ?? 0 }));
  }, since);

interface Utils {
  sendChatstate(state: 'typing', chat: string): Promise<boolean>;
}

/** Whether the account shows as being online. */
interface Presence {
  markAvailable(): void;
  markUnavailable(): void;
}

interface Unread {
  sendSeen(chat: { chat: Chat; threadId: undefined }): Promise<unknown>;
}

/**
 * Marks a chat as seen, but only if the message is the newest of others in it: nothing is marked that was not stored. The
 * library's own way looks the chat up in between, and what came meanwhile would be marked, too.
 */
export const markSeen = (client: Client, chat: string, newest: string): Promise<void> =>
  pageOf(client).evaluate(
    async (id, newest) => {
      const { Chat } = window.require('WAWebCollections') as Collections;
      const wid = (window.require('WAWebWidFactory') as WidFactory).createWid(id);
      const chat = Chat.get(wid);
      const last = chat?.msgs?.getModelsArray().findLast((message) => !message.id.fromMe);
      if (!chat || last?.id._serialized !== newest) return;
      const { Stream } = window.require('WAWebStreamModel') as { Stream: Presence };
      Stream.markAvailable();
      await (window.require('WAWebUpdateUnreadChatAction') as Unread).sendSeen({ chat, threadId: undefined });
      Stream.markUnavailable();
    },
    chat,
    newest,
  );

/** Shows "typing…" for about 25 seconds. */
export const showTyping = (client: Client, chat: string): Promise<void> =>
  pageOf(client).evaluate(async (id) => {
    await (window as unknown as { WWebJS: Utils }).WWebJS.sendChatstate('typing', id);
  }, chat);

/** The page, its browser or the connection to them went away in the middle: what it was doing may or may not be done. */
export const pageWentAway = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TargetCloseError' ||
    /detached frame|context was destroyed|target closed|session closed|connection closed|protocol error|cannot find context/i.test(
      error.message,
    ));
