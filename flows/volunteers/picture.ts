import { GrammyError } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { putFile } from '../../src/screens/put-file.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { tell } from '../group-right.ts';

/**
 * Shows a picture with its text (1,024 characters at most) below it, and the menu behind the ways on. Where no picture can be
 * made, or the messenger takes none, the text alone is said: it tells the same.
 */
export async function tellWithPicture(
  birge: Birge,
  ctx: OuterCtx,
  { text, name, ways }: { text: string; name: string; ways: ScreenButton[][] },
  drawing: () => Promise<Uint8Array>,
): Promise<void> {
  if (ctx.chatId === undefined) return;
  const menu = { text: birge.say(languageOf(ctx.talk))('menu-button'), data: 'go:menu' };
  const bytes = await made(birge, drawing);
  if (bytes !== undefined) {
    try {
      await putFile(ctx.api, ctx.chatId, { as: 'picture', bytes, name, caption: text, buttons: [...ways, [menu]] });
      return;
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    }
  }
  await tell(birge, ctx, text, ways);
}

async function made({ log }: Birge, drawing: () => Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return await drawing();
  } catch (error) {
    log.warn({ err: error }, 'a picture of a diary could not be made; its text was sent alone');
    return undefined;
  }
}
