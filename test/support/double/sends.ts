import type { Message, Update } from 'grammy/types';
import type { FileKind, StoredFile } from './files.ts';
import { photoSizes } from './methods/photo-sizes.ts';
import type { Seat } from './seat.ts';
import type { TelegramState } from './state.ts';

/** Everything but text that a person can send. A claimed `size` stands for files too big to make. */
export class Sends {
  readonly #seat: Seat;
  readonly #state: TelegramState;

  constructor(seat: Seat, state: TelegramState) {
    this.#seat = seat;
    this.#state = state;
  }

  /** A picture; without bytes the smallest PNG. */
  photo(bytes: Uint8Array = onePixel, caption?: string): Promise<Update> {
    return this.#put({ photo: photoSizes(this.#keep('photo', bytes, 'photo.png', 'image/png')) }, caption);
  }

  document(
    bytes: Uint8Array,
    name: string,
    mime: string,
    more: { caption?: string; size?: number } = {},
  ): Promise<Update> {
    const { file_id, file_unique_id, file_size } = this.#keep('document', bytes, name, mime, more.size);
    return this.#put(
      { document: { file_id, file_unique_id, file_size, file_name: name, mime_type: mime } },
      more.caption,
    );
  }

  voice(seconds = 3, bytes: Uint8Array = Buffer.from('OggS')): Promise<Update> {
    const { file_id, file_unique_id, file_size, mime } = this.#keep('voice', bytes, 'voice.oga', 'audio/ogg');
    return this.#put({ voice: { file_id, file_unique_id, file_size, duration: seconds, mime_type: mime } });
  }

  sticker(emoji = '👍'): Promise<Update> {
    const { file_id, file_unique_id, file_size } = this.#keep(
      'sticker',
      Buffer.from('RIFF'),
      'sticker.webp',
      'image/webp',
    );
    const look = {
      type: 'regular' as const,
      width: 512,
      height: 512,
      is_animated: false as const,
      is_video: false as const,
    };
    return this.#put({ sticker: { file_id, file_unique_id, file_size, emoji, ...look } });
  }

  location(latitude = 51.1605, longitude = 71.4704): Promise<Update> {
    return this.#put({ location: { latitude, longitude } });
  }

  #keep(kind: FileKind, bytes: Uint8Array, name: string, mime: string, size?: number): StoredFile {
    return this.#state.files.keep(kind, bytes, size === undefined ? { name, mime } : { name, mime, size });
  }

  #put(content: Partial<Message>, caption?: string): Promise<Update> {
    return this.#seat.put(caption === undefined ? content : { ...content, caption });
  }
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
