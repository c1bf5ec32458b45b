import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Receive } from '../channel.ts';

/** Where Telegram posts updates: 200 only when the update is in the inbox, 503 otherwise, so that Telegram sends it again. */
export function webhookRoute(secret: string, receiver: () => Receive | undefined, log: Logger): Hono {
  const route = new Hono();
  route.post('/telegram', async (context) => {
    if (!same(context.req.header('x-telegram-bot-api-secret-token') ?? '', secret)) return context.body(null, 401);
    const update = await context.req.json<Update>().catch(() => undefined);
    if (typeof update?.update_id !== 'number') return context.body(null, 400);
    const receive = receiver();
    if (receive === undefined) return context.body(null, 503);
    try {
      await receive([{ key: String(update.update_id), update }]);
      return context.body(null, 200);
    } catch (error) {
      log.error({ err: error }, 'an update could not be stored');
      return context.body(null, 503);
    }
  });
  return route;
}

/** Compares in a time that tells nothing about the secret. */
function same(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
