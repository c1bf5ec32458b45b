import type { Birge, OuterCtx } from '../src/context.ts';
import { put } from '../src/screens/put.ts';
import type { Screen } from '../src/screens/screen.ts';
import { setLanguage } from '../src/store/people.ts';
import { language } from '../src/store/talks.ts';
import type { Language } from '../src/store/talks.ts';
import type { Talk } from '../src/talks/talk.ts';
import { commandsIn } from './commands.ts';
import { goOn } from './menu.ts';

const names = { kk: 'Қазақша', ru: 'Русский', en: 'English' } as const;

/** Asks for the language in all three, because none is known yet; `mark` says who hears the press. */
export function languageScreen(mark: 'w' | 'set'): Screen {
  return {
    text: 'Сәлеметсіз бе! Тілді таңдаңыз.\nЗдравствуйте! Выберите язык.\nHello! Choose your language.',
    buttons: language.options.map((code) => [{ text: names[code], data: `${mark}:lang:${code}` }]),
  };
}

/** Stores the language; from the next sentence on it is spoken. */
export async function changeLanguage(birge: Birge, talk: Talk, chosen: Language): Promise<void> {
  if (talk.person === null) return;
  await setLanguage(birge.store, talk.person.id, chosen);
  talk.person.language = chosen;
  talk.person.languageChosen = true;
}

/** `/language` in the middle of anything: the person then goes on where they were. */
export async function askLanguage(ctx: OuterCtx): Promise<void> {
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, languageScreen('set'));
}

/** A pressed language: stored, the command menu follows, and the talk goes on. */
export async function takeLanguage(birge: Birge, ctx: OuterCtx, code: string | undefined): Promise<void> {
  const chosen = language.safeParse(code);
  if (!chosen.success || ctx.chatId === undefined) return askLanguage(ctx);
  await changeLanguage(birge, ctx.talk, chosen.data);
  if (ctx.talk.kind === 'telegram') {
    await ctx.api.setMyCommands(commandsIn(birge.say(chosen.data)), { scope: { type: 'chat', chat_id: ctx.chatId } });
  }
  await goOn(birge, ctx, birge.say(chosen.data)('language-set'));
}
