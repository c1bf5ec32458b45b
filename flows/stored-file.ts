import { GrammyError } from 'grammy';
import type { Birge, OuterCtx } from '../src/context.ts';
import { shownAs } from '../src/screens/file-type.ts';
import { putFile } from '../src/screens/put-file.ts';
import type { Enclosure } from '../src/screens/put-file.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { FileMissing } from '../src/store/files/file-store.ts';

/** What became of a file: its bytes are no longer kept (`gone`), or it did not get through to the chat (`lost`). */
export type FileEnd = 'sent' | 'gone' | 'lost';

/** Sends a kept file into the chat, or tells why not. `file` undefined: nothing is known of it any more. `told`: of whom it tells. */
export async function sendStored(
  birge: Birge,
  ctx: OuterCtx,
  { name, file }: { name: string; file: { mime: string; path: string } | undefined },
  caption: string,
  buttons: ScreenButton[][] = [],
  told: Pick<Enclosure, 'about' | 'tellsOf'> = {},
): Promise<FileEnd> {
  const bytes = file && (await bytesAt(birge, file.path));
  if (file === undefined || bytes === undefined || ctx.chatId === undefined) return 'gone';
  const message = await inTheBestWay(ctx, ctx.chatId, {
    ...{ as: shownAs(file.mime), bytes, name, caption, ...told },
    ...(buttons.length > 0 && { buttons }),
  });
  return message === 0 ? 'lost' : 'sent';
}

async function bytesAt({ files }: Birge, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.get(path);
  } catch (error) {
    if (error instanceof FileMissing) return undefined;
    throw error;
  }
}

/** A picture that the messenger does not show (too large, too long, broken) comes as a document. Gives the message's id. */
async function inTheBestWay({ api }: OuterCtx, chat: number, enclosure: Enclosure): Promise<number> {
  try {
    return await putFile(api, chat, enclosure);
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400 || enclosure.as === 'document') throw error;
    return putFile(api, chat, { ...enclosure, as: 'document' });
  }
}
