import type { BotMessage, ChatEvent, DoubleChat } from './chat.ts';

/** A piece of the text, a pattern, or a test. */
export type Awaited = string | RegExp | ((message: BotMessage) => boolean);

/** A new or changed message of the bot at or after an event number: at once if it is there, else when it comes. */
export function hearing(
  chat: DoubleChat,
  from: number,
  what: Awaited | undefined,
  timeoutMs: number,
): Promise<{ message: BotMessage; position: number }> {
  const heard = (event: ChatEvent | undefined) => {
    if (event?.kind !== 'said' && event?.kind !== 'edited') return undefined;
    if (event.message.from?.is_bot !== true) return undefined;
    const message = chat.view(event.message);
    return fits(message, what) ? message : undefined;
  };
  for (let position = from; position < chat.events.length; position += 1) {
    const message = heard(chat.events[position]);
    if (message !== undefined) return Promise.resolve({ message, position });
  }
  return new Promise((resolve, reject) => {
    const stop = chat.listeners.listen((event) => {
      const message = heard(event);
      if (message === undefined) return;
      clearTimeout(timer);
      stop();
      resolve({ message, position: chat.events.length - 1 });
    });
    const timer = setTimeout(() => {
      stop();
      const wanted = what === undefined ? 'anything' : `something like ${String(what)}`;
      reject(new Error(`the bot has not said ${wanted} within ${timeoutMs} ms; since then:\n${chat.transcript(from)}`));
    }, timeoutMs);
  });
}

function fits(message: BotMessage, what: Awaited | undefined): boolean {
  if (what === undefined) return true;
  if (typeof what === 'string') return message.text.includes(what);
  return what instanceof RegExp ? what.test(message.text) : what(message);
}
