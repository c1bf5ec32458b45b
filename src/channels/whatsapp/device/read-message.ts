import type { Message } from 'whatsapp-web.js';
import type { ArrivedMessage } from '../wire.ts';

/** What is read of a message of the library. */
export type RawMessage = Pick<
  Message,
  'id' | 'type' | 'body' | 'timestamp' | 'author' | 'hasMedia' | 'isStatus' | 'broadcast' | 'rawData'
>;

/** What WhatsApp calls things people send. Everything else is WhatsApp's own talk (keys, calls, joins, …) and is left out. */
const kinds: Record<string, 'words' | 'picture' | 'document' | NonNullable<ArrivedMessage['other']>> = {
  chat: 'words',
  image: 'picture',
  document: 'document',
  sticker: 'sticker',
  ptt: 'voice',
  audio: 'audio',
  video: 'video',
  ptv: 'video',
  location: 'location',
  vcard: 'contact',
  multi_vcard: 'contact',
  poll_creation: 'poll',
  event_creation: 'other',
  scheduled_event_creation: 'other',
  order: 'other',
  product: 'other',
  payment: 'other',
  list: 'other',
  list_response: 'other',
  buttons_response: 'other',
  template_button_reply: 'other',
  interactive: 'other',
  hsm: 'other',
  groups_v4_invite: 'other',
};

/** A chat with one person, by number or linked id, or a group; not a channel, a list or somebody's status. */
const isTalk = /@(c\.us|lid|g\.us)$/;

/**
 * A message as the gateway takes it, or undefined if it is our own, WhatsApp's own, or from neither a person nor a group.
 * The alias and the group's title are not in it.
 * @param me the account's own ids
 */
export function readMessage(message: RawMessage, me: readonly string[]): ArrivedMessage | undefined {
  const { id, type, body, timestamp: at } = message;
  const kind = kinds[type];
  if (kind === undefined || id.fromMe || message.isStatus || message.broadcast || !isTalk.test(id.remote)) return;
  const from = id.remote.endsWith('@g.us') ? (message.author ?? idOf(field(message, 'author'))) : id.remote;
  if (from === undefined) return;
  const quoted = quotedId(message, me);
  const base = {
    id: id._serialized,
    chat: id.remote,
    from: withoutDevice(from),
    at,
    ...(quoted !== undefined && { quoted }),
  };
  if (kind === 'words') return { ...base, text: body };
  if ((kind === 'picture' || kind === 'document') && message.hasMedia) {
    const file = fileOf(message, kind);
    // A document without a caption carries its own name as one.
    return { ...base, text: body === file.name ? '' : body, file };
  }
  // What such a message calls its body may be a card, a thumbnail or a question of a poll.
  const other = kind === 'picture' || kind === 'document' ? 'other' : kind;
  return { ...base, text: kind === 'video' ? body : '', other };
}

function fileOf(message: RawMessage, as: 'picture' | 'document'): NonNullable<ArrivedMessage['file']> {
  const mime = field(message, 'mimetype');
  const name = field(message, 'filename');
  const bytes = field(message, 'size');
  return {
    mime: typeof mime === 'string' ? mime : 'application/octet-stream',
    ...(typeof name === 'string' && name !== '' && { name }),
    ...(typeof bytes === 'number' && { bytes }),
    as,
  };
}

/** WhatsApp tells the quoted message's own part of the id and who wrote it; the whole id is put together as our sent ones are. */
function quotedId(message: RawMessage, me: readonly string[]): string | undefined {
  const stanza = field(message, 'quotedStanzaID');
  const author = idOf(field(message, 'quotedParticipant'));
  if (typeof stanza !== 'string' || author === undefined) return;
  const writer = withoutDevice(author);
  const chat = message.id.remote;
  return `${me.includes(writer)}_${chat}_${stanza}${chat.endsWith('@g.us') ? `_${writer}` : ''}`;
}

const field = (message: RawMessage, name: string): unknown => new Map(Object.entries(message.rawData)).get(name);

/** An id comes as a text or as an object that holds the text. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && '_serialized' in value) return idOf(value._serialized);
  return;
}

/** `77011234567:12@c.us` is the twelfth device of `77011234567@c.us`. */
export const withoutDevice = (id: string): string => id.replace(/:\d+@/, '@');
