import type { JobEnd } from '../store/jobs.ts';
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
    if (await reachChat(shop, channel, chat, screen(shop.say(language), language))) return true;
  }
  return false;
}

/** Says something in one chat; false if it did not get there. One chat that can not be written to keeps nobody else waiting. */
export async function reachChat(shop: Workshop, channel: number, chat: string, screen: Screen): Promise<boolean> {
  const api = shop.apis.get(channel);
  if (api === undefined) return false;
  try {
    return (await put(api, chat, screen)) !== 0;
  } catch (error) {
    shop.log.warn({ err: error }, 'a chat could not be written to');
    return false;
  }
}

/** How a message to one person ended: whom it did not reach is tried again. */
export const endOf = (reached: boolean): JobEnd => (reached ? { is: 'done' } : { is: 'again', reason: 'not reached' });
