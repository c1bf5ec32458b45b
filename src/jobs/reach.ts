import type { Language } from '../store/talks.ts';
import type { Say } from '../context.ts';
import { put } from '../screens/put.ts';
import type { Screen } from '../screens/screen.ts';
import { waysTo } from '../store/people.ts';
import type { Workshop } from './job.ts';

/** Says something to a person in the first of their chats that can be reached; false if none could. */
export async function reach(
  shop: Workshop,
  person: number,
  screen: (say: Say, language: Language) => Screen,
): Promise<boolean> {
  for (const { channel, chat, language } of await waysTo(shop.store, person)) {
    const api = shop.apis.get(channel);
    if (api && (await put(api, chat, screen(shop.say(language), language))) !== 0) return true;
  }
  return false;
}
