import { randomBytes } from 'node:crypto';
import type { Bot } from 'grammy';
import type { Birge, OuterCtx } from './context.ts';
import { languageOf } from './filling/opened.ts';
import { put } from './screens/put.ts';
import { StoreError } from './store/store-error.ts';
import { NotAnswered } from './talks/desk.ts';
import type { Answer } from './talks/desk.ts';
import type { Talk } from './talks/talk.ts';

/** Answers an update with the bot of its channel. Whatever breaks, the person hears of it. */
export function answering(birge: Birge, bots: ReadonlyMap<number, Bot<OuterCtx>>): Answer {
  /** Chats that have heard that nothing can be stored: once is enough until it can be again. */
  const told = new Set<number>();
  return async (channel, talk) => {
    const bot = bots.get(talk.channel);
    if (bot === undefined) throw new NotAnswered();
    if (channel.kind === 'telegram') addConfiguredRights(birge, talk);
    try {
      await bot.handleUpdate(talk.update);
      told.delete(talk.chat);
    } catch (thrown) {
      const error = talk.failure ?? thrown;
      if (error instanceof NotAnswered) throw error;
      if (error instanceof StoreError && error.code === 'away') {
        if (!told.has(talk.chat)) await tell(bot, talk, birge.say(languageOf(talk))('not-saved'));
        told.add(talk.chat);
        throw new NotAnswered('the database is away', { cause: error });
      }
      await ownUp(birge, bot, talk, error);
    }
  };
}

/** Who runs Birge names private Telegram chats in ADMIN_CHATS: there an administrator speaks. */
function addConfiguredRights(birge: Birge, talk: Talk): void {
  if (talk.chatKind !== 'private' || !birge.adminChats.includes(talk.external)) return;
  talk.roles = [...talk.roles, { role: 'administrator', organisation: 0, project: null, programme: 'all' }];
}

/** Never silence: what was saved is saved, and an id by which the log can be searched. */
async function ownUp(birge: Birge, bot: Bot<OuterCtx>, talk: Talk, error: unknown): Promise<void> {
  const id = randomBytes(4).toString('hex');
  birge.log.error({ id, talk: talk.chat, seq: talk.seq, err: error }, 'an update broke its handler');
  const say = birge.say(languageOf(talk));
  const buttons = [[{ text: say('go-on'), data: 'go:on' }]];
  await put(bot.api, Number(talk.external), { text: say('error', { id }), buttons }).catch((failure: unknown) => {
    birge.log.error({ id, err: failure }, 'the person could not be told of an error');
  });
}

async function tell(bot: Bot<OuterCtx>, talk: Talk, text: string): Promise<void> {
  await put(bot.api, Number(talk.external), { text }).catch(() => 0);
}
