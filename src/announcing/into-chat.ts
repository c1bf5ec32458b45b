import type { Api } from 'grammy';
import { GrammyError } from 'grammy';
import type { Birge } from '../context.ts';
import { post } from '../outbox/letter.ts';
import type { Letter } from '../outbox/letter.ts';
import type { Campaign } from '../store/campaigns/campaign.ts';
import { announcementLetter } from './letter.ts';
import type { Readers } from './letter.ts';
import { sharedFile } from './shared-files.ts';

/**
 * Puts the very letter that these readers get into a chat of the account `here` (its row in `channels`); false: the
 * messenger does not take it like this.
 */
export async function putLetter(
  birge: Birge,
  api: Api,
  chat: { id: number; here: number },
  campaign: Campaign,
  readers: Readers,
): Promise<boolean> {
  const letter = await announcementLetter(birge, campaign, readers);
  try {
    await post(api, String(chat.id), from(birge, letter, campaign, chat.here));
    return true;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return false;
    throw error;
  }
}

/** Its file goes as this account's own: the id that another account has given to it means nothing here. */
function from({ files }: Birge, letter: Letter, { file }: Campaign, here: number): Letter {
  if ('screen' in letter || file === null) return letter;
  return { file: { ...letter.file, bytes: sharedFile(files, here, file.path) } };
}
