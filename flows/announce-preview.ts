import { putLetter } from '../src/announcing/into-chat.ts';
import { announcementLetter } from '../src/announcing/letter.ts';
import type { Readers } from '../src/announcing/letter.ts';
import { textsOf } from '../src/announcing/texts.ts';
import { whatsappLook } from '../src/announcing/whatsapp-look.ts';
import type { ChannelKind } from '../src/channels/channel.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { put } from '../src/screens/put.ts';
import type { Screen } from '../src/screens/screen.ts';
import type { Campaign } from '../src/store/campaigns/campaign.ts';
import { withMenu } from './announcement.ts';
import type { OpenCampaign } from './announcement.ts';

/** Shows what every messenger that is on will show, one after another, each below its heading. */
export async function previewCampaign(birge: Birge, ctx: OuterCtx, open: OpenCampaign): Promise<Screen | undefined> {
  const { campaign } = open;
  const say = birge.say(open.language);
  const languages = languagesOf(campaign);
  if (languages.length === 0) return backTo(birge, open, say('ann-no-text'));
  for (const [channel, { kind }] of birge.channels) {
    // The page shows what Telegram shows; it stands here where there is no Telegram.
    if (kind === 'web' && [...birge.channels.values()].some((other) => other.kind === 'telegram')) continue;
    const inGroups = { language: 'both', chatKind: 'group', channel } as const;
    const privately = languages.map((language) => ({ language, chatKind: 'private', channel }) as const);
    for (const readers of kind === 'web' ? privately : [...privately, inGroups]) {
      const problem = await show(birge, ctx, open, readers, kind);
      if (problem) return problem;
    }
  }
  return backTo(birge, open, say('ann-preview-end'));
}

/** Sends the very letters to whoever asks, as a person gets them: one for each language. */
export async function testCampaign(birge: Birge, ctx: OuterCtx, open: OpenCampaign): Promise<Screen | undefined> {
  const languages = languagesOf(open.campaign);
  const say = birge.say(open.language);
  if (languages.length === 0) return backTo(birge, open, say('ann-no-text'));
  for (const language of languages) {
    const readers = { language, chatKind: 'private', channel: ctx.talk.channel } as const;
    const problem = await show(birge, ctx, open, readers, ctx.talk.kind);
    if (problem) return problem;
  }
  return backTo(birge, open, say('ann-test-end'));
}

/** The languages in which there are words; Kazakh words stand for both where there are no others. */
function languagesOf(campaign: Campaign): ('kk' | 'ru')[] {
  const texts = textsOf(campaign);
  if (texts === undefined) return [];
  return texts.ru === undefined ? ['kk'] : ['kk', 'ru'];
}

/** One heading and its letter. In another messenger WhatsApp's look is quoted; in WhatsApp itself a letter shows it. */
async function show(
  birge: Birge,
  ctx: OuterCtx,
  open: OpenCampaign,
  readers: Readers,
  kind: ChannelKind,
): Promise<Screen | undefined> {
  if (ctx.chatId === undefined) return undefined;
  const say = birge.say(open.language);
  const { ru } = textsOf(open.campaign) ?? {};
  const language = ru === undefined ? 'all' : readers.language;
  const heading = `<b>${say(headings[readers.chatKind], { messenger: messengers[kind] ?? say('health-web'), language })}</b>`;
  if (kind === 'whatsapp' && ctx.talk.kind !== 'whatsapp') {
    const letter = await announcementLetter(birge, open.campaign, readers);
    const [first, ...others] = whatsappLook(birge, letter, readers.chatKind, readers.language === 'ru' ? 'ru' : 'kk');
    for (const text of [`${heading}\n${first}`, ...others]) await put(ctx.api, ctx.chatId, { text });
    return undefined;
  }
  await put(ctx.api, ctx.chatId, { text: heading });
  return letterInto(birge, ctx, open, readers);
}

const headings = { private: 'ann-in-private', group: 'ann-in-groups' } as const;
const messengers: Partial<Record<ChannelKind, string>> = { telegram: 'Telegram', whatsapp: 'WhatsApp' };

/** Puts the letter into this chat; a screen instead if the messenger does not take it like this. */
async function letterInto(
  birge: Birge,
  ctx: OuterCtx,
  open: OpenCampaign,
  readers: Readers,
): Promise<Screen | undefined> {
  if (ctx.chatId === undefined) return undefined;
  const chat = { id: ctx.chatId, here: ctx.talk.channel };
  const taken = await putLetter(birge, ctx.api, chat, open.campaign, readers);
  return taken ? undefined : backTo(birge, open, birge.say(open.language)('ann-not-shown'));
}

function backTo(birge: Birge, { campaign, language }: OpenCampaign, text: string): Screen {
  const back = { text: birge.say(language)('ann-back'), data: `ann:${campaign.id}` };
  return withMenu(birge, language, text, [[back]]);
}
