import type { Birge } from '../context.ts';
import type { Letter } from '../outbox/letter.ts';
import { endingOf, shownAs } from '../screens/file-type.ts';
import { escapeHtml } from '../screens/html.ts';
import { shorten } from '../screens/shorten.ts';
import type { ScreenButton } from '../screens/screen.ts';
import type { Campaign } from '../store/campaigns/campaign.ts';
import type { Language } from '../store/talks.ts';
import { dataOfLink } from './links.ts';
import { sharedFile } from './shared-files.ts';
import { bothOf, longestName, textsOf } from './texts.ts';

/** For whom a letter is written. */
export interface Readers {
  /** A person's language, or in which language a group is written to. */
  language: Language | 'both';
  chatKind: 'private' | 'group';
  /** The account that sends it: its row in `channels`. */
  channel: number;
}

/** What stands on the button under an announcement, by the first word of the campaign's link. */
const onButton: Readonly<Record<string, string>> = {
  projects: 'ann-button-projects',
  project: 'ann-button-project',
  deadlines: 'ann-button-deadlines',
  menu: 'ann-button-menu',
};

/**
 * An announcement as these readers get it: in the outbox, in the preview and in a test send alike. Kazakh for readers of
 * Kazakh, Russian for readers of Russian (Kazakh where there is none), both for all others.
 * @throws if the campaign has no text yet, or its file can not be read.
 */
export async function announcementLetter(birge: Birge, campaign: Campaign, to: Readers): Promise<Letter> {
  const texts = textsOf(campaign);
  if (texts === undefined) throw new Error(`campaign ${campaign.id} has no text`);
  const { kk, ru = kk } = texts;
  const words = to.language === 'kk' ? kk : to.language === 'ru' ? ru : bothOf(texts);
  const text = `${escapeHtml(words)}\n\n${signature(birge, campaign, to)}`;
  const button = buttonOf(birge, campaign, to);
  const buttons = button && [[button]];
  const { file } = campaign;
  if (file === null) return { screen: { text, ...(buttons && { buttons }) } };
  const bytes = sharedFile(birge.files, to.channel, file.path);
  await bytes.prepare();
  const name = `birge.${endingOf(file.mime)}`;
  return { file: { as: shownAs(file.mime), bytes, name, caption: text, ...(buttons && { buttons }) } };
}

/** Who says it, and to a person how to hear no more of the kind. */
function signature(birge: Birge, { organisationName: name }: Campaign, { language, chatKind }: Readers): string {
  const spoken = language === 'both' ? 'kk' : language;
  const organisation = escapeHtml(shorten(name[spoken] ?? name.kk, longestName));
  return `<i>${birge.say(spoken)(`ann-signature-${chatKind}`, { organisation })}</i>`;
}

/** In a private chat it leads on in the chat itself; in a group it opens the private one. */
function buttonOf(
  birge: Birge,
  { link }: Campaign,
  { language, chatKind, channel }: Readers,
): ScreenButton | undefined {
  const [way = ''] = link?.split(' ') ?? [];
  const key = onButton[way];
  if (link === null || key === undefined) return undefined;
  const text = birge.say(language === 'both' ? 'kk' : language)(key);
  if (chatKind === 'private') return { text, data: dataOfLink(link) };
  const url = birge.channels.get(channel)?.link(`go_${link.replace(' ', '_')}`);
  return url === undefined ? undefined : { text, url };
}
