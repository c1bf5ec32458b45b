import { projectsOf } from '../store/organisations.ts';
import type { Birge } from '../context.ts';
import type { Campaign } from '../store/campaigns/campaign.ts';
import type { Language } from '../store/talks.ts';

/** Where the button under an announcement may lead, besides to one project. */
export const plainLinks = ['projects', 'deadlines', 'menu'] as const;

const words: Readonly<Record<string, string>> = {
  projects: 'ann-link-projects',
  deadlines: 'ann-link-deadlines',
  menu: 'ann-link-menu',
};

/** The link (`projects`, `project 12`, `deadlines`, `menu`) that a start code names; undefined: it is no such code. */
export function linkOfCode(code: string): string | undefined {
  const said = /^go_(projects|project_\d{1,15}|deadlines|menu)$/.exec(code)?.[1];
  return said?.replace('_', ' ');
}

/** The button's data that opens what a link leads to. */
export const dataOfLink = (link: string): string => `go:${link.replace(' ', ':')}`;

/** The project that a link leads to; undefined: to none. */
export function projectOfLink(link: string | null): number | undefined {
  const id = /^project (\d{1,15})$/.exec(link ?? '')?.[1];
  return id === undefined ? undefined : Number(id);
}

/** Where a campaign's button leads, in words. */
export async function linkInWords(birge: Birge, campaign: Campaign, language: Language): Promise<string> {
  const say = birge.say(language);
  const { link, organisation } = campaign;
  if (link === null) return say('ann-link-none');
  const id = projectOfLink(link);
  if (id === undefined) return say(words[link] ?? 'ann-link-none');
  return say('ann-link-project', { project: await projectInWords(birge, organisation, id, language) });
}

/** The name of an organisation's project; its number once it is closed. */
export async function projectInWords(
  { store }: Birge,
  organisation: number,
  id: number,
  language: Language,
): Promise<string> {
  const project = (await projectsOf(store, organisation, 100)).find((one) => one.id === id);
  return project ? (project.name[language] ?? project.name.kk) : `№ ${id}`;
}
