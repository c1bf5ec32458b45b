import { Cmd, Conn, Socket } from './connection.js';
import { addMessage, chats, messages, modelOf, Msg, putChat } from './models.js';
import { sendWaiting } from './sending.js';

/** Who the account is, once it is linked. */
export const account = { me: undefined };

/** The link is kept in the browser, and at once: the browser may be killed the next moment. */
const kept = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('link', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('link');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

export async function linkKept(token) {
  const database = await kept();
  return new Promise((resolve, reject) => {
    const change = database.transaction('link', token === undefined ? 'readonly' : 'readwrite', {
      durability: 'strict',
    });
    const store = change.objectStore('link');
    const request = token === undefined ? store.get('token') : store.put(token, 'token');
    change.oncomplete = () => resolve(request.result ?? null);
    change.onerror = () => reject(change.error);
  });
}

/** Shows what the account holds. The library hears of it once it listens. */
export function comeIn({ account: found, chats: all, messages: held, silent }) {
  account.me = found;
  for (const chat of all) putChat(chat);
  for (const message of held) addMessage(modelOf({ ...message, isNewMsg: false }));
  Socket.state = 'CONNECTED';
  if (silent) return;
  const waiting = setInterval(() => {
    if (Socket.listenersOf('change:hasSynced').length === 0) return;
    clearInterval(waiting);
    Socket.trigger('change:hasSynced', Socket, true);
  }, 10);
}

export const heard = {
  qr: ({ ref }) => {
    Conn.ref = ref;
    Socket.state = 'UNPAIRED';
  },
  state: ({ state }) => {
    Socket.state = state;
    if (state === 'CONNECTED') sendWaiting();
  },
  async paired({ token, ...held }) {
    Socket.state = 'PAIRING';
    await linkKept(token);
    comeIn(held);
  },
  message: ({ message, chat }) => {
    if (chat && !chats.has(chat.id)) putChat(chat);
    addMessage(modelOf({ ...message, isNewMsg: true }), 1);
  },
  chat: ({ chat }) => putChat(chat),
  acknowledged: ({ id, ack }) => {
    const message = messages.get(id);
    if (!message || (ack > 0 && message.ack >= ack)) return;
    message.ack = ack;
    Msg.trigger('change:ack', message, ack);
  },
  async logout() {
    await linkKept('');
    Cmd.trigger('logout');
    // The real page goes to another address of its own; here the same one is loaded anew.
    setTimeout(() => location.reload(), 100);
  },
  reload: () => location.reload(),
};
