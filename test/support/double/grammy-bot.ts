import { Bot } from 'grammy';
import type { ApiClientOptions } from 'grammy';
import type { TelegramDouble } from './telegram-double.ts';

/** A bot of grammY that talks with the double: in process, or over HTTP when it is served at `root`. */
export function grammyBot(double: TelegramDouble, root?: string): Bot {
  const client: ApiClientOptions =
    root === undefined ? { fetch: double.fetch as NonNullable<ApiClientOptions['fetch']> } : { apiRoot: root };
  return new Bot(double.token, { client, botInfo: double.me });
}
