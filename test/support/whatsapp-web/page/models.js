import { createWid, Emitter, MsgKey, plain } from './ids.js';

/** A message in memory. `data` is what WhatsApp calls its fields. */
export class MsgModel extends Emitter {
  constructor(data) {
    super();
    this.data = data;
    Object.assign(this, data);
    if (data.directPath) this.mediaData = { mediaStage: 'NEEDS_POKE' };
    if (data.directPath) this.mediaObject = { type: data.type };
    this.isNotification = data.type === 'gp2' || data.type === 'e2e_notification';
  }

  serialize() {
    return Object.fromEntries(
      Object.keys(this.data)
        .filter((key) => typeof this[key] !== 'function')
        .map((key) => [key, plain(this[key])]),
    );
  }

  async downloadMedia() {
    this.mediaData.mediaStage = 'RESOLVED';
  }
}

/** A chat in memory with its messages. */
class ChatModel {
  constructor({ id, title, member, unread, t, busy = 0 }) {
    this.busy = busy;
    this.id = createWid(id);
    this.formattedTitle = title;
    this.unreadCount = unread;
    this.t = t;
    this.mute = { expiration: 0 };
    const own = [];
    this.own = own;
    this.msgs = { getModelsArray: () => [...own] };
    if (this.id.isGroup())
      this.groupMetadata = { participants: { iAmMember: () => member }, serialize: () => ({ participants: [] }) };
  }

  serialize() {
    this.busy -= 1;
    if (this.busy >= 0) throw new Error('the chat is being read');
    return { id: plain(this.id), unreadCount: this.unreadCount, t: this.t, name: this.formattedTitle };
  }
}

export const messages = new Map();
export const chats = new Map();

export const Msg = Object.assign(new Emitter(), {
  get: (id) => messages.get(String(id)),
  getMessagesById: async (ids) => ({ messages: ids.flatMap((id) => messages.get(id) ?? []) }),
});

export const Chat = Object.assign(new Emitter(), {
  get: (id) => chats.get(String(id)),
  getModelsArray: () => [...chats.values()],
});

/** From what the server tells to what the page holds in memory. */
export function modelOf({ id, chat, fromMe, participant, author, quotedParticipant, recipients, ...rest }) {
  const to = createWid(chat);
  return new MsgModel({
    ...rest,
    id: new MsgKey({ to, id, fromMe, ...(participant && { participant: createWid(participant) }) }),
    from: to,
    ...(author && { author: createWid(author) }),
    ...(quotedParticipant && { quotedParticipant: createWid(quotedParticipant), quotedMsg: { type: 'chat' } }),
    ...(recipients && { recipients: recipients.map(createWid) }),
  });
}

/** Puts a message into its chat. Only a new one is told to listeners as such. */
export function addMessage(model, unread = 0) {
  const remote = model.id.remote;
  messages.set(model.id._serialized, model);
  if (!remote.isStatus()) {
    const chat = chats.get(String(remote));
    if (!chat) throw new Error(`no chat ${String(remote)}`);
    chat.own.push(model);
    chat.t = model.t;
    chat.unreadCount += unread;
    if (!model.id.fromMe) chat.lastReceivedKey = model.id;
  }
  Msg.trigger('add', model);
}

export function putChat(chat) {
  const before = chats.get(chat.id);
  const model = new ChatModel(chat);
  if (before) model.own.push(...before.own);
  chats.set(chat.id, model);
}
