import type { Logger } from 'pino';
import { openTelegram, TelegramUnavailable } from '../channels/telegram/channel.ts';
import { publicUrl } from '../config.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { issueInvitation } from '../store/invitations.ts';
import { openPlatform } from '../store/organisations.ts';
import type { Store } from '../store/store.ts';
import { program } from './program.ts';

/*
 * `npm run admin`: prints a one-time link that makes whoever opens it an administrator. The first one comes in by it,
 * and whoever else may run programs on this machine.
 */

/** How long the link serves, in days, and how many people. */
const terms = { days: 14, uses: 1 };
const platform = { kk: 'Birge платформасы', ru: 'Платформа Birge', en: 'Birge platform' };

await program(async (config, log) => {
  const username = config.telegram && (await botName(config.telegram, log));
  const database = await openDatabase(config, log);
  try {
    return howToOpen(config, username, await administratorCode(database.store, new Date()));
  } finally {
    await database.close();
  }
});

async function administratorCode(store: Store, now: Date): Promise<string> {
  const organisation = await openPlatform(store, platform, now);
  const offer = { kind: 'role', role: 'administrator', organisation } as const;
  return await issueInvitation(store, offer, { issuedBy: null, ...terms }, now);
}

/** The bot's name in its address; a Telegram that can not be reached only costs this one line. */
async function botName(telegram: NonNullable<Config['telegram']>, log: Logger): Promise<string | undefined> {
  const reports = { unreached: () => {}, gone: () => {}, moved: () => {} };
  try {
    const { me } = await openTelegram({ token: telegram.token, apiRoot: telegram.apiRoot, reports, log });
    return me.username;
  } catch (error) {
    if (!(error instanceof TelegramUnavailable)) throw error;
    process.stderr.write(`${error.message} So there is no link for Telegram below.\n`);
    return undefined;
  }
}

function howToOpen({ web }: Config, username: string | undefined, code: string): string {
  const lines = [
    ...(username ? [`  Telegram   https://t.me/${username}?start=${code}`] : []),
    ...(web.chat ? [`  Web chat   ${publicUrl(web)}/?start=${code}`] : []),
    `  Or write   /start ${code}`,
  ];
  const until = `It serves one person, for ${terms.days} days. Give it to nobody else: whoever opens it may do everything.`;
  return ['', 'Open this as the administrator, while Birge is running:', ...lines, '', until].join('\n');
}
