import { announcementIn } from '../rules/announcing/announcement.ts';
import type { Campaign } from '../store/campaigns/campaign.ts';

/** Between the Kazakh and the Russian text of one message. */
const thinLine = '\n\n––––––––––\n\n';

/** What a message and what a picture's or file's caption hold, as Telegram counts: UTF-16 units without the formatting. */
const longest = { text: 4096, caption: 1024 } as const;

/** Characters of an organisation's name under its announcement, and what is kept free for the whole of that line. */
export const longestName = 60;
const signature = 120;

/** A campaign's texts as they were written; undefined while there is no Kazakh one. */
export function textsOf({ answers }: Pick<Campaign, 'answers'>): { kk: string; ru?: string } | undefined {
  const words = Object.fromEntries(Object.entries(answers).filter(isText));
  return announcementIn(words, false);
}

/**
 * Does it hold more than one message does? Whoever reads both languages gets both texts in one message, and any audience may
 * have such readers; an announcement is never shortened and never sent in pieces. Undefined: it fits.
 */
export function tooLong(campaign: Pick<Campaign, 'answers' | 'file'>): { length: number; max: number } | undefined {
  const texts = textsOf(campaign);
  const length = texts === undefined ? 0 : bothOf(texts).length;
  const max = (campaign.file === null ? longest.text : longest.caption) - signature;
  return length > max ? { length, max } : undefined;
}

/** Both texts as they stand in one message; the Kazakh one alone where there is no other. */
export const bothOf = ({ kk, ru }: { kk: string; ru?: string }): string =>
  ru === undefined ? kk : `${kk}${thinLine}${ru}`;

const isText = (answer: [string, unknown]): answer is [string, string] => typeof answer[1] === 'string';
