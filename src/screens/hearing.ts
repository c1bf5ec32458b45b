import type { Context } from 'grammy';

/** What a person did, free of the channel's ways. */
export type Hearing =
  | { is: 'press'; data: string }
  | { is: 'text'; text: string }
  | { is: 'contact'; phone: string }
  /** `words`: it came with a caption. */
  | { is: 'file'; id: string; size: number | undefined; words: boolean }
  | { is: 'other'; what: string };

const others = [
  'sticker',
  'voice',
  'video_note',
  'video',
  'audio',
  'location',
  'venue',
  'poll',
  'dice',
  'animation',
] as const;

/** Reads what the update says. A picture's largest size counts; a forwarded contact of somebody else is no own phone. */
export function hearing(ctx: Context): Hearing {
  if (ctx.callbackQuery?.data !== undefined) return { is: 'press', data: ctx.callbackQuery.data };
  const message = ctx.message;
  if (message?.contact) {
    const own = message.contact.user_id === undefined || message.contact.user_id === ctx.from?.id;
    return own ? { is: 'contact', phone: message.contact.phone_number } : { is: 'other', what: 'contact' };
  }
  const photo = message?.photo?.at(-1);
  const words = message?.caption !== undefined;
  if (photo) return { is: 'file', id: photo.file_id, size: photo.file_size, words };
  if (message?.animation === undefined && message?.document) {
    return { is: 'file', id: message.document.file_id, size: message.document.file_size, words };
  }
  // A command that nobody knows is a slip of the finger, never an answer.
  const command = message?.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (command) return { is: 'other', what: 'command' };
  if (message?.text !== undefined) return { is: 'text', text: message.text };
  return { is: 'other', what: others.find((kind) => message?.[kind] !== undefined) ?? 'other' };
}
