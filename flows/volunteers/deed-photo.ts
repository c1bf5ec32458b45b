import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { endingOf } from '../../src/screens/file-type.ts';
import { put } from '../../src/screens/put.ts';
import { filesNamed } from '../../src/store/files.ts';
import { sendStored } from '../stored-file.ts';
import { deedScreen } from './deed-card.ts';
import type { OpenDeed } from './deed-right.ts';

/** Sends an entry's photo, with the way back to the entry below it; without one, the entry itself. */
export async function sendDeedPhoto(birge: Birge, ctx: OuterCtx, open: OpenDeed): Promise<void> {
  const { deed } = open;
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const [file] = deed.photo === null ? [] : await filesNamed(birge.store, [deed.photo]);
  const name = `${deed.on}.${endingOf(file?.mime ?? '')}`;
  const back = [{ text: say('vol-deed-back'), data: `vol:deed:${deed.id}` }];
  const end = await sendStored(birge, ctx, { name, file }, dayInWords(deed.on, language), [back], {
    tellsOf: [deed.person],
  });
  if (end === 'gone') await put(ctx.api, ctx.chatId, deedScreen(birge, ctx.talk, open, say('vol-deed-photo-none')));
}
