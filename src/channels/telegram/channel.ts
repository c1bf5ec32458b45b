import type { UserFromGetMe } from 'grammy/types';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { ApiAnswer, Channel, Receive } from '../channel.ts';
import { telegramFetch } from './deliver.ts';
import type { DeliveryReports } from './deliver.ts';
import { telegramOnce } from './once.ts';
import { poll, wanted } from './polling.ts';
import { webhookRoute } from './webhook.ts';
import { request } from './wire.ts';
import type { Send } from './wire.ts';

export interface TelegramOptions {
  token: string;
  /** Address of the Bot API server, without a slash at the end. */
  apiRoot: string;
  /** Absent: long polling. */
  webhook?: { url: string; secret: string };
  reports: DeliveryReports;
  /** Another way out than `fetch`. */
  send?: Send;
  log: Logger;
}

/** Telegram as a channel; `routes` takes its webhook's posts. */
export interface TelegramChannel extends Channel {
  readonly routes: Hono;
}

/** Telegram did not accept the token or could not be reached. */
export class TelegramUnavailable extends Error {
  override readonly name = 'TelegramUnavailable';
  readonly final: boolean;

  /** `final`: trying again will not help, the token is wrong. */
  constructor(message: string, final: boolean) {
    super(message);
    this.final = final;
  }
}

/** Asks Telegram who the token belongs to and gives the channel. Throws `TelegramUnavailable`. */
export async function openTelegram(options: TelegramOptions): Promise<TelegramChannel> {
  const { token, apiRoot, webhook, reports, log } = options;
  const wire: Send = options.send ?? ((url, init) => fetch(url, init));
  const api = `${apiRoot}/bot${token}`;
  const me = (await call(wire, api, 'getMe')) as UserFromGetMe;
  let stopping = new AbortController();
  let receiver: Receive | undefined;
  const routes = webhook ? webhookRoute(webhook.secret, () => receiver, log) : new Hono();
  let polling = Promise.resolve();
  return {
    kind: 'telegram',
    account: String(me.id),
    me,
    api: { root: apiRoot, token },
    routes,
    fetch: telegramFetch(wire, reports, log),
    once: telegramOnce(wire),
    link: (code) => (me.username ? `https://t.me/${me.username}?start=${code}` : undefined),
    async download(fileId) {
      const file = (await call(wire, api, 'getFile', { file_id: fileId })) as { file_path: string };
      const response = await wire(`${apiRoot}/file/bot${token}/${file.file_path}`, {
        signal: AbortSignal.timeout(15_000),
      });
      if (!response.ok) throw new TelegramUnavailable(`a file could not be fetched: HTTP ${response.status}`, false);
      return new Uint8Array(await response.arrayBuffer());
    },
    async start(receive: Receive) {
      receiver = receive;
      if (webhook) {
        await call(wire, api, 'setWebhook', {
          url: webhook.url,
          secret_token: webhook.secret,
          allowed_updates: wanted,
        });
      } else {
        await call(wire, api, 'deleteWebhook', { drop_pending_updates: false });
        stopping = new AbortController();
        polling = poll(wire, api, receive, stopping.signal, log);
      }
    },
    async stop() {
      receiver = undefined;
      stopping.abort();
      await polling;
    },
  };
}

async function call(wire: Send, api: string, method: string, payload: object = {}): Promise<unknown> {
  const end = await request(wire, `${api}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
    signal: AbortSignal.timeout(10_000),
  });
  if (end.is !== 'answered') throw new TelegramUnavailable(`Telegram can not be reached (${end.reason}).`, false);
  return resultOf(end.answer);
}

function resultOf(answer: ApiAnswer): unknown {
  if (answer.ok) return answer.result;
  if (answer.error_code === 401 || answer.error_code === 404) {
    throw new TelegramUnavailable('Telegram does not know TELEGRAM_BOT_TOKEN: copy it again from @BotFather.', true);
  }
  throw new TelegramUnavailable(`Telegram refused: ${answer.description}`, false);
}
