import { setTimeout as pause } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Receive } from '../channel.ts';
import { request } from './wire.ts';
import type { Send } from './wire.ts';

/** The kinds of update that Birge answers. */
export const wanted = ['message', 'callback_query', 'my_chat_member'] as const;

const longestPause = 30_000;

/** Asks Telegram for updates until `signal` ends it. The next offset, which confirms a batch, is asked for only after
 * the batch is in the inbox. */
export async function poll(wire: Send, api: string, receive: Receive, signal: AbortSignal, log: Logger): Promise<void> {
  let offset: number | undefined;
  let wait = 0;
  while (!signal.aborted) {
    if (wait > 0) await pause(wait, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const batch = await ask(wire, api, offset, signal);
    if (!Array.isArray(batch)) {
      if (signal.aborted) return;
      wait = Math.min(longestPause, batch.retryAfter ?? (wait || 500) * 2);
      log.warn({ reason: batch.reason, wait }, 'Telegram gave no updates; trying again');
      continue;
    }
    try {
      if (batch.length > 0) await receive(batch.map((update) => ({ key: String(update.update_id), update })));
      offset = batch.length > 0 ? Math.max(...batch.map((update) => update.update_id)) + 1 : offset;
      wait = 0;
    } catch (error) {
      // Not stored, so not confirmed: Telegram gives the same updates again.
      wait = Math.min(longestPause, (wait || 500) * 2);
      log.error({ err: error, wait }, 'updates could not be stored');
    }
  }
}

interface NoUpdates {
  reason: string;
  /** Milliseconds Telegram asks to wait. */
  retryAfter?: number;
}

async function ask(
  wire: Send,
  api: string,
  offset: number | undefined,
  signal: AbortSignal,
): Promise<Update[] | NoUpdates> {
  const end = await request(wire, `${api}/getUpdates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offset, timeout: 50, limit: 100, allowed_updates: wanted }),
    // A connection that died without a word must not silence the bot: Telegram answers within its 50 seconds.
    signal: AbortSignal.any([signal, AbortSignal.timeout(70_000)]),
  });
  if (end.is !== 'answered') return { reason: end.reason };
  if (end.answer.ok) return end.answer.result as Update[];
  const seconds = end.answer.parameters?.retry_after;
  const reason = end.answer.description;
  return seconds === undefined ? { reason } : { reason, retryAfter: seconds * 1000 };
}
