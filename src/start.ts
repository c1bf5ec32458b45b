import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { runBirge } from './birge.ts';
import { serveCertificates } from './certificates/page.ts';
import type { ChannelKind } from './channels/channel.ts';
import { publicUrl } from './config.ts';
import type { Config } from './config.ts';
import { greeting } from './greeting.ts';
import { healthOf, serveHealth } from './health.ts';
import { listen } from './http.ts';
import { readContent } from './content.ts';
import { openDatabase } from './database.ts';
import { voidLeases } from './store/talks.ts';
import { openTelegramSide } from './telegram-side.ts';
import { openWebSide } from './web-side.ts';
import { chromiumOf, openWhatsappSide } from './whatsapp-side.ts';

/** Birge with its ways in, running. */
export interface Running {
  /** What whoever started it reads: address, channels, how to turn others on. */
  greeting: string;
  /** Takes nothing more in, finishes what was begun, closes the database. */
  stop(): Promise<void>;
}

/** Example people are for trying Birge alone: on the embedded database, with no other channel on, not under a public address. */
const talksAs = (config: Config): boolean =>
  config.web.chat && !config.web.publicUrl && !config.supabase && !config.telegram && !config.whatsapp;

/** Starts everything that the settings ask for; `content` is the folder with forms and locales. */
export async function start(config: Config, content: string, log: Logger): Promise<Running> {
  // What people wrote is checked before anything is started: a broken form must not come up half.
  const read = readContent(content);
  const chromium = config.whatsapp && chromiumOf(config.whatsapp);
  const database = await openDatabase(config, log);
  try {
    if (database.embedded) await voidLeases(database.store);
    const awaited = new Map<ChannelKind, string>();
    const http = await listen(config.web, log);
    const address = publicUrl(config.web, http.port);
    const webAddress = config.web.chat ? address : undefined;
    const birge = await runBirge({
      store: database.store,
      files: database.files,
      ...read,
      now: () => new Date(),
      timeZone: config.timeZone,
      address,
      webAddress,
      examples: talksAs(config),
      adminChats: config.admins,
      awaited,
      log,
    });
    serveHealth(http.app, healthOf(birge.birge));
    serveCertificates(http.app, birge.birge);
    const web = config.web.chat
      ? await openWebSide({ config, content, birge, database, app: http.app, log })
      : undefined;
    const telegram = config.telegram
      ? openTelegramSide({ telegram: config.telegram, birge, holder: randomUUID(), app: http.app, awaited, log })
      : undefined;
    http.open();
    // Telegram first: there administrators get the code that links WhatsApp.
    await telegram?.firstTry;
    const { dataDir } = config;
    const phone = chromium === undefined ? undefined : await openWhatsappSide({ chromium, dataDir, birge, log });
    birge.begin();
    return {
      greeting: greeting({
        webAddress,
        telegram: telegram?.state(),
        whatsapp: phone !== undefined,
        embedded: database.embedded,
        dataDir: config.dataDir,
      }),
      async stop() {
        await phone?.stop();
        await telegram?.stop();
        await web?.stop();
        await http.close();
        await birge.end();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
