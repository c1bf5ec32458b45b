import type { UserFromGetMe } from 'grammy/types';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { RunningBirge } from './birge.ts';
import { createWebChannel } from './channels/web/web-channel.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import { chatOf } from './channels/web/visitor.ts';
import { offered, readExamples } from './examples/content.ts';
import { consentVersion } from './people/standing.ts';
import { planUnusedFile } from './store/jobs.ts';
import { plantExamples } from './store/examples.ts';
import { readPage, writePage } from './store/talks.ts';
import { webSecret } from './web-secret.ts';

/** The bot as the web chat knows it. */
const me: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: 'Birge',
  username: 'birge',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

/** Opens the web chat on the HTTP server. Example people can be tried only on an embedded database with no other channel. */
export async function openWebSide(side: {
  config: Config;
  content: string;
  birge: RunningBirge;
  database: Database;
  app: Hono;
  log: Logger;
}): Promise<{ stop(): Promise<void> }> {
  const { config, content, birge, database, app, log } = side;
  const { store, files } = database;
  const talkAs = birge.birge.examples;
  const examples = readExamples(content);
  const row: { id?: number } = {};
  // Bytes come before the message that names them: what nothing names after a day goes again.
  const putForADay = async (bytes: Uint8Array, mime: string): Promise<string> => {
    const key = await files.put(bytes, mime);
    await planUnusedFile(store, key, new Date(birge.birge.now().getTime() + 86_400_000));
    return key;
  };
  const channel = createWebChannel({
    me,
    secret: config.web.secret ?? (await webSecret(config.dataDir)),
    keep: (chat, message) => {
      if (birge.desk.notePage(me.id, chat, message) || row.id === undefined) return;
      return writePage(store, row.id, chat, [message]);
    },
    languageOf: (chat) => birge.desk.talk(me.id, chat)?.person?.language,
    history: (chat) => (row.id === undefined ? Promise.resolve([]) : readPage(store, row.id, chat)),
    files: { put: (bytes, mime) => putForADay(bytes, mime), get: (key) => files.get(key) },
    examples: () => Promise.resolve(offered(examples)),
    talkAs,
    address: birge.birge.webAddress,
    log,
    now: () => birge.birge.now().getTime(),
  });
  const { id, receive } = await birge.attach(channel);
  row.id = id;
  if (talkAs) {
    const terms = { external: (key: string) => chatOf({ id: '', as: key }), consent: consentVersion };
    await plantExamples(store, id, examples, terms, birge.birge.now());
  }
  app.route('/', channel.routes);
  await channel.start(receive);
  return { stop: () => channel.stop() };
}
