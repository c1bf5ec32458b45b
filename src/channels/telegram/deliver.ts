import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { readCall } from '../bot-api.ts';
import type { ApiAnswer, ClientFetch } from '../channel.ts';
import { request } from './wire.ts';
import type { Send, WireEnd, WireInit } from './wire.ts';

/** What the gateway tells about chats while it delivers. */
export interface DeliveryReports {
  /** A reply did not reach the chat, or nobody knows: the person is to be told later where they stand. */
  unreached(chat: string): void;
  /** The person blocked the bot, or the group put it out. */
  gone(chat: string): void;
  /** A group became a supergroup with another id. */
  moved(chat: string, to: string): void;
}

/** A reply waits this long for Telegram, in milliseconds; then the talk goes on without it. */
const patience = 10_000;
/** Longer waits that Telegram asks for are not worth a talk that stands still. */
const longestPause = 5_000;

/** The `fetch` for grammY's client: retries what may be repeated, and never throws. */
export function telegramFetch(wire: Send, reports: DeliveryReports, log: Logger): ClientFetch {
  return async (url, init) => {
    const method = String(url).slice(String(url).lastIndexOf('/') + 1);
    // A file's bytes come as a stream that can be read once; text can be sent again.
    const repeatable = init.body === undefined || typeof init.body === 'string';
    const body = repeatable ? init.body : (init.body as BodyInit);
    const send = () =>
      request(wire, String(url), { method: 'POST', headers: init.headers ?? {}, body, duplex: 'half' } as WireInit);
    const end = await insist(send, repeatable);
    const chat = repeatable ? await chatIn(url, init) : undefined;
    return { json: () => Promise.resolve(conclude(method, end, chat, reports, log)) };
  };
}

async function chatIn(...call: Parameters<ClientFetch>): Promise<string | undefined> {
  const { payload } = await readCall(...call);
  return payload['chat_id'] === undefined ? undefined : String(payload['chat_id']);
}

/** Tries again while nothing has begun, or while Telegram asks for a short pause. */
async function insist(send: () => Promise<WireEnd>, repeatable: boolean): Promise<WireEnd> {
  const until = performance.now() + patience;
  for (let wait = 250; ; wait *= 2) {
    const end = await send();
    const asked = pauseAfter(end, wait);
    if (!repeatable || asked === undefined || performance.now() + asked > until) return end;
    await pause(asked);
  }
}

/** Milliseconds to wait before another try; undefined: no other try. */
function pauseAfter(end: WireEnd, growing: number): number | undefined {
  if (end.is === 'not-begun') return growing;
  if (end.is === 'in-doubt' || end.answer.ok) return undefined;
  const seconds = end.answer.parameters?.retry_after;
  if (seconds === undefined || seconds * 1000 > longestPause) return undefined;
  return seconds * 1000;
}

function conclude(
  method: string,
  end: WireEnd,
  chat: string | undefined,
  reports: DeliveryReports,
  log: Logger,
): ApiAnswer {
  if (end.is === 'answered' && end.answer.ok) return end.answer;
  if (end.is === 'answered' && !end.answer.ok) {
    const { error_code, description, parameters } = end.answer;
    if (parameters?.migrate_to_chat_id && chat) reports.moved(chat, String(parameters.migrate_to_chat_id));
    if (error_code === 403 && chat) {
      reports.gone(chat);
      return unsaid;
    }
    // The button is too old to be answered with a sign; the message that follows says it.
    if (method === 'answerCallbackQuery' || description.includes('message is not modified'))
      return { ok: true, result: true };
    if (error_code !== 429) return end.answer;
  }
  log.warn(
    { method, end: end.is, reason: end.is === 'answered' ? 'limited' : end.reason },
    'a reply may not have arrived',
  );
  if (chat) reports.unreached(chat);
  return isMessage(method) ? unsaid : { ok: true, result: true };
}

/** Stands for a message that was not sent: the talk goes on, later steps do not refer to it. */
const unsaid: ApiAnswer = { ok: true, result: { message_id: 0, date: 0, chat: { id: 0, type: 'private' } } };

const isMessage = (method: string) => method.startsWith('send') || method.startsWith('editMessage');
