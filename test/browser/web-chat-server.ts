import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { pino } from 'pino';
import type { Incoming, PageMessage } from '../../src/channels/channel.ts';
import { createWebChannel, type WebChannelOptions } from '../../src/channels/web/web-channel.ts';

export const me: UserFromGetMe = {
  id: 7,
  is_bot: true,
  first_name: 'Birge',
  username: 'birge_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
} as UserFromGetMe;

/** Keeps talks and files in memory, as the store does in the database. */
export function createMemory() {
  const talks = new Map<string, Map<number, PageMessage>>();
  const bytes = new Map<string, Uint8Array>();
  const keep = (chat: string, message: PageMessage) => {
    talks.set(chat, (talks.get(chat) ?? new Map<number, PageMessage>()).set(message.id, message));
  };
  return {
    keep,
    history: async (chat: string) =>
      [...(talks.get(chat)?.values() ?? [])].toSorted((one, other) => one.id - other.id).slice(-200),
    files: {
      put: async (content: Uint8Array) => {
        const key = createHash('sha256').update(content).digest('hex');
        bytes.set(key, content);
        return key;
      },
      get: async (key: string) => {
        const content = bytes.get(key);
        if (!content) throw new Error('no such file');
        return content;
      },
    },
  };
}

/** Serves the web chat on loopback for a bot of the caller; every id comes in once. */
export async function serveWebChat(build: (bot: Bot) => void, more: Partial<WebChannelOptions> = {}) {
  const memory = createMemory();
  const channel = createWebChannel({
    me,
    secret: 'a secret of the tests, 32 letters',
    ...memory,
    talkAs: false,
    log: pino({ level: 'silent' }),
    now: Date.now,
    ...more,
  });
  const bot = new Bot('web:test', {
    botInfo: me,
    client: { fetch: channel.fetch },
  });
  build(bot);
  const seen = new Set<string>();
  const state = { away: false };
  const receive = async (arrived: Incoming[]) => {
    if (state.away) throw new Error('the store is away');
    for (const { key, update, page } of arrived) {
      if (seen.has(key)) continue;
      seen.add(key);
      const chat = String(update.message?.chat.id ?? update.callback_query?.from.id);
      if (page) memory.keep(chat, page);
      void bot.handleUpdate(update);
    }
  };
  await channel.start(receive);
  const server = serve({ fetch: channel.routes.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    channel,
    state,
    async close() {
      await channel.stop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
