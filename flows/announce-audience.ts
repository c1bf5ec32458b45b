import { audienceParts, heldIn, keyOf, pressedIn, valuesIn } from '../src/announcing/audience-press.ts';
import type { AudiencePart } from '../src/announcing/audience-press.ts';
import {
  audienceLines,
  countInWords,
  groupsInWords,
  leftOutLines,
  peopleInWords,
  valueInWords,
} from '../src/announcing/audience-words.ts';
import { choicesFor } from '../src/announcing/choices.ts';
import type { Choices } from '../src/announcing/choices.ts';
import type { Birge, OuterCtx, Say } from '../src/context.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import { countAudience } from '../src/store/campaigns/audience.ts';
import { changeCampaign } from '../src/store/campaigns/campaign.ts';
import { overCard } from './announcement.ts';
import type { OpenCampaign } from './announcement.ts';

const headings = {
  groups: 'ann-choose-groups',
  people: 'ann-choose-people',
  regions: 'ann-choose-regions',
  programmes: 'ann-choose-programmes',
  languages: 'ann-choose-languages',
} as const satisfies Record<AudiencePart, string>;

/**
 * Who is to hear it, by presses only. `rest` is empty, a part (`groups`), or a part with what is pressed in it (`groups:all`);
 * every press is stored at once, and the message changes in its place.
 */
export async function pressAudience(birge: Birge, ctx: OuterCtx, open: OpenCampaign, rest: string): Promise<Screen> {
  const [word = '', pressed] = rest.split(':');
  const part = audienceParts.find((one) => one === word);
  const choices = await choicesFor(birge, open.campaign);
  if (part && pressed !== undefined) {
    const audience = pressedIn(open.campaign.audience, part, pressed, choices);
    if (!(await changeCampaign(birge.store, open.campaign.id, { audience }))) return overCard(birge, open);
    open.campaign.audience = audience;
  }
  const screen = part ? partScreen(birge, open, part, choices) : mainScreen(birge, open, choices);
  const counted = await countLines(birge, open);
  const message = ctx.callbackQuery?.message?.message_id;
  // The first look at it is a message of its own: the card stays above it.
  return {
    ...screen,
    text: [screen.text, ...counted].join('\n'),
    ...(rest !== '' && message !== undefined && { replaces: message }),
  };
}

async function countLines(birge: Birge, { campaign, language }: OpenCampaign): Promise<string[]> {
  const say = birge.say(language);
  if (campaign.audience.groups === null && campaign.audience.people === null) return [];
  const reached = await countAudience(birge.store, campaign.id, birge.now());
  return ['', `<b>${countInWords(say, reached)}</b>`, ...leftOutLines(say, reached)];
}

function mainScreen(birge: Birge, { campaign, language }: OpenCampaign, { regions, programmes }: Choices): Screen {
  const say = birge.say(language);
  const { audience } = campaign;
  const to = (part: AudiencePart, text: string): ScreenButton[] => [
    { text: shorten(text, 60), data: `ann:${campaign.id}:aud:${part}` },
  ];
  return {
    text: [`<b>${say('ann-audience')}</b>`, ...audienceLines(birge, audience, language)].join('\n'),
    buttons: [
      to('groups', `${say('ann-groups-button')}: ${groupsInWords(say, audience)}`),
      to('people', `${say('ann-people-button')}: ${peopleInWords(say, audience)}`),
      ...(regions.length + audience.regions.length > 0 ? [to('regions', say('ann-regions-button'))] : []),
      ...(programmes.length > 1 ? [to('programmes', say('ann-programmes-button'))] : []),
      to('languages', say('ann-languages-button')),
      [{ text: say('ann-back'), data: `ann:${campaign.id}` }],
    ],
  };
}

function partScreen(birge: Birge, { campaign, language }: OpenCampaign, part: AudiencePart, choices: Choices): Screen {
  const say = birge.say(language);
  const { audience } = campaign;
  const to = (text: string, act: string, chosen: boolean): ScreenButton => ({
    text: `${chosen ? '✓ ' : ''}${shorten(text, 40)}`,
    data: `ann:${campaign.id}:aud:${part}:${act}`,
  });
  const held = heldIn(audience, part);
  const values = valuesIn(audience, part, choices).map((value) =>
    to(valueInWords(birge, part, value, language), keyOf(part, value), held?.includes(value) ?? false),
  );
  if (part === 'groups' && !choices.hasGroups && audience.groups === null) return noGroups(campaign.id, say);
  const none = part === 'groups' || part === 'people' ? [to(say('ann-none'), 'none', held === null)] : [];
  return {
    text: [`<b>${say(headings[part])}</b>`, ...audienceLines(birge, audience, language)].join('\n'),
    buttons: [
      [...none, to(say('ann-all'), 'all', held?.length === 0)],
      ...inPairs(values),
      [{ text: say('ann-audience-back'), data: `ann:${campaign.id}:aud:back` }],
    ],
  };
}

/** Nothing can be chosen yet: where groups come from. */
const noGroups = (id: number, say: Say): Screen => ({
  text: say('ann-no-groups'),
  buttons: [
    [{ text: say('grp-menu'), data: 'grp:list' }],
    [{ text: say('ann-audience-back'), data: `ann:${id}:aud:back` }],
  ],
});

function inPairs(buttons: readonly ScreenButton[]): ScreenButton[][] {
  return buttons.flatMap((button, index) =>
    index % 2 === 0 ? [[button, ...buttons.slice(index + 1, index + 2)]] : [],
  );
}
