import { maySomewhere, scopeOf } from '../src/access/rights.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { shownTags } from '../src/rules/announcing/tags.ts';
import { escapeHtml } from '../src/screens/html.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { groupsBelow } from '../src/store/groups.ts';
import type { Group } from '../src/store/groups.ts';
import type { Language, Role } from '../src/store/talks.ts';
import { announcesSomewhere, tell } from './group-right.ts';
import { messengerOf, regionOf, titleOf } from './group-words.ts';

const perPage = 8;
/** As many as one call gives. */
const perCall = 100;

/** The groups into which this person announces, by title; `skip` those of the pages before. */
export async function showGroups(birge: Birge, ctx: OuterCtx, skip: number): Promise<void> {
  if (!(await announcesSomewhere(birge, ctx))) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const groups = await groupsOf(birge, ctx.talk.roles);
  const shown = groups.slice(skip, skip + perPage);
  const lines = shown.map((group, index) => `${skip + index + 1}. ${lineOf(birge, group, language)}`);
  const rows = shown.map((group, index): ScreenButton[] => [
    { text: shorten(`${skip + index + 1}. ${titleOf(group, say)}`, 60), data: `grp:${group.chat}` },
  ]);
  if (groups.length > skip + perPage) rows.push([{ text: say('grp-more'), data: `grp:list:${skip + perPage}` }]);
  rows.push([{ text: say('grp-link'), data: 'grp:link' }]);
  const text = groups.length === 0 ? say('grp-list-none') : say('grp-list', { number: groups.length });
  await tell(birge, ctx, [text, ...lines].join('\n\n'), rows);
}

function lineOf(birge: Birge, group: Group, language: Language): string {
  const say = birge.say(language);
  const region = regionOf(birge, group, language);
  const about = [
    messengerOf(group),
    ...(region === undefined ? [] : [region]),
    ...(group.tags.length > 0 ? [shorten(shownTags(group.tags), 90)] : []),
    ...(group.gone ? [say('grp-gone-mark')] : []),
  ];
  return `<b>${escapeHtml(shorten(titleOf(group, say), 90))}</b>\n${about.map(escapeHtml).join(' · ')}`;
}

/** The groups of every part of the tree where these roles announce, each once, by title. */
async function groupsOf(birge: Birge, roles: readonly Role[]): Promise<Group[]> {
  const found = new Map<number, Group>();
  for (const held of roles.filter((role) => maySomewhere([role], 'announce'))) {
    const project = scopeOf([held], 'announce').all ? null : held.project;
    for (let skip = 0, more = true; more; skip += perCall) {
      const page = await groupsBelow(birge.store, held.organisation, project, skip, perCall);
      for (const group of page) found.set(group.chat, group);
      more = page.length === perCall;
    }
  }
  return [...found.values()].toSorted(
    (one, other) => one.title.localeCompare(other.title, 'kk') || one.chat - other.chat,
  );
}
