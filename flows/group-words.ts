import type { Birge, Say } from '../src/context.ts';
import { overview } from '../src/forms/index.ts';
import { shownTags } from '../src/rules/announcing/tags.ts';
import { escapeHtml } from '../src/screens/html.ts';
import type { Group } from '../src/store/groups.ts';
import { projectsOf } from '../src/store/organisations.ts';
import type { Language, Words } from '../src/store/talks.ts';

/** The form by which a group is described; its own words tell of what was answered. */
export const describing = 'group';

const messengers = { telegram: 'Telegram', whatsapp: 'WhatsApp', web: 'web' } as const;

/** How a group's messenger is called. */
export const messengerOf = ({ channel }: Group): string => messengers[channel];

/** The group's title; not every messenger tells one. Plain text. */
export const titleOf = ({ title }: Group, say: Say): string => (title === '' ? say('grp-untitled') : title);

/** The group's region in words, `undefined` if it has none. Plain text. */
export const regionOf = (birge: Birge, group: Group, language: Language): string | undefined =>
  answersOf(birge, group, language).find(({ id }) => id === 'region')?.answer ?? undefined;

/** The name of an open project of an organisation. */
export async function projectNamed(birge: Birge, organisation: number, project: number): Promise<Words | undefined> {
  return (await projectsOf(birge.store, organisation, 100)).find(({ id }) => id === project)?.name;
}

/** Region, language and tags, a line of HTML each, as the form calls them; without tags there is no line of them. */
export function describedIn(birge: Birge, group: Group, language: Language): string[] {
  const everywhere = birge.say(language)('grp-everywhere');
  return answersOf(birge, group, language).flatMap(({ id, question, answer }) => {
    if (answer === null && id !== 'region') return [];
    return [`${escapeHtml(question)}: ${answer === null ? everywhere : escapeHtml(answer)}`];
  });
}

function answersOf(birge: Birge, { region, language: written, tags }: Group, language: Language) {
  const form = birge.forms.get(describing);
  const values = { region, language: written, tags: tags.length > 0 ? shownTags(tags) : null };
  return form === undefined ? [] : overview(form, values, language, { today: '' });
}
