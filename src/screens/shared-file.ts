import { InputFile } from 'grammy';

/** What a channel says of a file it has taken; not every channel names it. */
interface Taken {
  photo?: { file_id: string }[];
  document?: { file_id: string };
}

/**
 * A file that goes to many chats of one account. Its bytes are read and go up once; afterwards the channel's own id of it is
 * sent, where the channel gives one.
 */
export class SharedFile {
  readonly #read: () => Promise<Uint8Array>;
  #bytes: Promise<Uint8Array> | undefined;
  #id: string | undefined;
  #goingUp: Promise<void> | undefined;

  constructor(read: () => Promise<Uint8Array>) {
    this.#read = read;
  }

  /** Has the bytes at hand as far as they are needed. Rejects if they can not be read; another try reads them again. */
  async prepare(): Promise<void> {
    if (this.#id === undefined) await this.#load();
  }

  /** Sends it by `put`. Whoever comes while its bytes go up for the first time waits for its id. */
  async send<Sent extends object>(name: string, put: (file: InputFile | string) => Promise<Sent>): Promise<Sent> {
    // Nothing is awaited without need: whoever comes in the same moment must find it going up.
    if (this.#id === undefined && this.#goingUp) await this.#goingUp;
    if (this.#id !== undefined) return put(this.#id);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#goingUp = promise;
    try {
      const sent = await put(new InputFile(await this.#load(), name));
      this.#id = idIn(sent);
      if (this.#id !== undefined) this.#bytes = undefined;
      return sent;
    } finally {
      resolve();
    }
  }

  async #load(): Promise<Uint8Array> {
    this.#bytes ??= this.#read();
    try {
      return await this.#bytes;
    } catch (error) {
      this.#bytes = undefined;
      throw error;
    }
  }
}

/** The largest size of a picture comes last. */
const idIn = ({ photo, document }: Taken): string | undefined => photo?.at(-1)?.file_id ?? document?.file_id;
