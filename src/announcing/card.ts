import { today } from '../context.ts';
import type { Birge, Say } from '../context.ts';
import { questionOf, shown } from '../forms/index.ts';
import { announcementIn } from '../rules/announcing/announcement.ts';
import type { Announcement } from '../rules/announcing/announcement.ts';
import { hintsOf } from '../rules/announcing/hints.ts';
import { isQuiet, localTime } from '../rules/announcing/local-time.ts';
import type { Value } from '../forms/index.ts';
import { escapeHtml } from '../screens/html.ts';
import { shorten } from '../screens/shorten.ts';
import type { Screen, ScreenButton } from '../screens/screen.ts';
import type { Campaign, CampaignState } from '../store/campaigns/campaign.ts';
import type { Language } from '../store/talks.ts';
import { audienceLines } from './audience-words.ts';
import { linkInWords, projectInWords } from './links.ts';
import { dayAndTime } from './moments.ts';
import { tooLong } from './texts.ts';

/** The form in which an announcement is written. */
export const announcementForm = 'announcement';

const stateKeys = {
  draft: 'ann-state-draft',
  asked: 'ann-state-asked',
  planned: 'ann-state-planned',
  sending: 'ann-state-sending',
  paused: 'ann-state-paused',
  done: 'ann-state-done',
  cancelled: 'ann-state-cancelled',
} as const satisfies Record<CampaignState, string>;

export const stateInWords = (say: Say, state: CampaignState): string => say(stateKeys[state]);

/** The announcement as its author wrote it; undefined while its text is missing. Its button is the campaign's. */
export function announcementOf({ answers, link }: Pick<Campaign, 'answers' | 'link'>): Announcement | undefined {
  // What stands in `answers` was accepted by the form's own questions.
  return announcementIn(answers as Readonly<Record<string, Value>>, link !== null);
}

/** The lines that tell of a campaign: what it is about, its texts, its button, for whom, and when. */
export async function campaignLines(birge: Birge, campaign: Campaign, language: Language): Promise<string[]> {
  const say = birge.say(language);
  const { kind, kk, ru } = announcementOf(campaign) ?? {};
  const asked = birge.forms.get(announcementForm);
  const question = asked && questionOf(asked, 'kind');
  const { organisation, organisationName, project } = campaign;
  const where = campaign.platform ? say('ann-everybody') : (organisationName[language] ?? organisationName.kk);
  const within = project === null ? '' : ` · ${await projectInWords(birge, organisation, project, language)}`;
  return [
    `<b>${say('ann-title', { number: campaign.id, state: stateInWords(say, campaign.state) })}</b>`,
    escapeHtml(where + within),
    ...(question && kind ? [escapeHtml(shown(question, kind, language, { today: '' }) ?? '')] : []),
    '',
    kk === undefined ? say('ann-no-text') : textLine(kk),
    ...(ru === undefined ? [] : [textLine(ru)]),
    ...(campaign.file === null ? [] : [say(campaign.file.kind === 'photo' ? 'ann-with-picture' : 'ann-with-file')]),
    say('ann-link', { where: await linkInWords(birge, campaign, language) }),
    '',
    ...audienceLines(birge, campaign.audience, language),
    ...whenLines(birge, campaign, language),
  ];
}

const textLine = (text: string): string => `<blockquote>${escapeHtml(shorten(text, 240))}</blockquote>`;

/** When it goes, whether that is in the quiet hours, and why it may pass them. */
export function whenLines(birge: Birge, campaign: Campaign, language: Language): string[] {
  const say = birge.say(language);
  const { state, urgentReason } = campaign;
  const lines = timeLines(birge, campaign, language);
  if (urgentReason !== null) return [...lines, say('ann-urgent', { reason: urgentReason })];
  const quiet = isQuiet(localTime(momentOf(birge, campaign), birge.timeZone));
  return quiet && isAhead(state) ? [...lines, `⚠ ${say('ann-when-quiet')}`] : lines;
}

/** Its time, or what it waits for; of one that is on its way other screens tell. */
function timeLines(birge: Birge, campaign: Campaign, language: Language): string[] {
  const say = birge.say(language);
  const { state } = campaign;
  const at = momentOf(birge, campaign);
  if (isAhead(state) && at > birge.now()) return [say('ann-when-at', dayAndTime(birge, at, language))];
  if (state === 'asked') return [say('ann-when-agreed')];
  return state === 'draft' ? [say('ann-when-now')] : [];
}

const isAhead = (state: CampaignState): boolean => state === 'draft' || state === 'asked' || state === 'planned';

/** When it is to go: its time, or now if it has none or that is over. */
export function momentOf({ now }: Pick<Birge, 'now'>, { sendAt }: Pick<Campaign, 'sendAt'>): Date {
  const at = sendAt === null ? now() : new Date(sendAt);
  return at > now() ? at : now();
}

/** What an author may want to look at once more, in words; `mustFix`: it can not be sent like this. */
export function remarks(birge: Birge, campaign: Campaign, language: Language): { text: string; mustFix: boolean }[] {
  const say = birge.say(language);
  const written = announcementOf(campaign);
  if (written === undefined) return [{ text: say('ann-no-text'), mustFix: true }];
  const long = tooLong(campaign);
  return [
    ...(long ? [{ text: say('ann-too-long', long), mustFix: true }] : []),
    ...hintsOf(written, today(birge)).map(({ id, vars }) => ({ text: say(`ann-hint-${id}`, vars), mustFix: false })),
  ];
}

/** The card of a draft for somebody who may announce there; `person` is who looks at it. */
export async function draftCard(
  birge: Birge,
  campaign: Campaign,
  reader: { person: number; language: Language },
): Promise<Screen> {
  const say = birge.say(reader.language);
  const found = remarks(birge, campaign, reader.language);
  const hints = found.length === 0 ? [] : ['', say('ann-look-again'), ...found.map(({ text }) => `• ${text}`)];
  const to = (key: string, act: string): ScreenButton => ({ text: say(key), data: `ann:${campaign.id}:${act}` });
  // Whose words they are, walks through them; others change the rest.
  const words = campaign.author === reader.person ? [to('ann-text-button', 'text')] : [];
  return {
    text: [...(await campaignLines(birge, campaign, reader.language)), ...hints].join('\n'),
    buttons: [
      [to('ann-preview-button', 'preview'), to('ann-test-button', 'test')],
      [...words, to('ann-link-button', 'link')],
      [to('ann-audience-button', 'aud'), to('ann-when-button', 'when')],
      [to('ann-send-button', 'send')],
      [to('ann-drop-button', 'drop'), { text: say('menu-button'), data: 'go:menu' }],
    ],
  };
}
