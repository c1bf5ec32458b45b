import { linkInWords, plainLinks, projectOfLink } from '../src/announcing/links.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import { projectsOf } from '../src/store/organisations.ts';
import { change } from './announcement.ts';
import type { OpenCampaign } from './announcement.ts';

const perPage = 10;

const keys = {
  projects: 'ann-link-projects',
  deadlines: 'ann-link-deadlines',
  menu: 'ann-link-menu',
} as const satisfies Record<(typeof plainLinks)[number], string>;

/** Where the button below the announcement leads: nothing said shows what there is, `rest` chooses. */
export async function pressLink(birge: Birge, _ctx: OuterCtx, open: OpenCampaign, rest: string): Promise<Screen> {
  const { campaign } = open;
  if (rest === 'none') return change(birge, open, { link: null });
  const plain = plainLinks.find((link) => link === rest);
  if (plain) return change(birge, open, { link: plain });
  const project = projectOfLink(rest.replace(':', ' '));
  const offered = project === undefined ? [] : await projectsOf(birge.store, campaign.organisation, 100);
  // Only the organisation's own open projects: a button's data can be made up.
  if (offered.some(({ id }) => id === project)) return change(birge, open, { link: `project ${project}` });
  return chooseLink(birge, open, Number(/^page:(\d{1,3})$/.exec(rest)?.[1] ?? 0));
}

async function chooseLink(birge: Birge, { campaign, language }: OpenCampaign, page: number): Promise<Screen> {
  const say = birge.say(language);
  const to = (text: string, link: string, chosen: boolean): ScreenButton[] => [
    { text: `${chosen ? '✓ ' : ''}${text}`, data: `ann:${campaign.id}:link:${link}` },
  ];
  const projects = await projectsOf(birge.store, campaign.organisation, 100);
  const shown = projects.slice(page * perPage, (page + 1) * perPage);
  const turn: ScreenButton[] = [
    ...(page > 0 ? [{ text: say('ann-page-before'), data: `ann:${campaign.id}:link:page:${page - 1}` }] : []),
    ...(projects.length > (page + 1) * perPage
      ? [{ text: say('ann-page-after'), data: `ann:${campaign.id}:link:page:${page + 1}` }]
      : []),
  ];
  return {
    text: say('ann-link-ask', { where: await linkInWords(birge, campaign, language) }),
    buttons: [
      to(say('ann-link-none'), 'none', campaign.link === null),
      ...plainLinks.map((link) => to(say(keys[link]), link, campaign.link === link)),
      ...shown.map(({ id, name }) =>
        to(shorten(name[language] ?? name.kk, 50), `project:${id}`, campaign.link === `project ${id}`),
      ),
      ...(turn.length > 0 ? [turn] : []),
      [{ text: say('ann-back'), data: `ann:${campaign.id}` }],
    ],
  };
}
