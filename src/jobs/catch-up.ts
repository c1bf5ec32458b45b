import { z } from 'zod';
import { put } from '../screens/put.ts';
import type { JobEnd } from '../store/jobs.ts';
import type { Kind, Workshop } from './job.ts';
import { endOf } from './reach.ts';

const way = z.object({ channel: z.number(), chat: z.string(), language: z.enum(['kk', 'ru', 'en']) });

/** A reply did not get through a while ago: one line that all is saved, and the button that shows where the person stands. */
export const catchUp: Kind = (shop, payload) => sayInChat(shop, payload, 'catch-up');

/** A message broke its handler again and again and was set aside: the person hears that it was not taken. */
export const setAside: Kind = (shop, payload) => sayInChat(shop, payload, 'set-aside');

async function sayInChat(
  shop: Workshop,
  payload: Record<string, unknown>,
  key: 'catch-up' | 'set-aside',
): Promise<JobEnd> {
  const to = await shop.store.call('way_of', { p_chat: Number(payload['chat']) }, way.nullable());
  const api = to && shop.apis.get(to.channel);
  if (!to || !api) return { is: 'done' };
  const say = shop.say(to.language);
  const sent = await put(api, to.chat, { text: say(key), buttons: [[{ text: say('go-on'), data: 'go:on' }]] });
  return endOf(sent !== 0);
}
