import type { Birge, OuterCtx, Say } from '../src/context.ts';
import { mayAnnounce } from '../src/announcing/right.ts';
import { languageOf } from '../src/filling/opened.ts';
import { readTags, shownTags, tagLimits } from '../src/rules/announcing/tags.ts';
import { escapeHtml } from '../src/screens/html.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import { describeGroup, readGroup, unlinkGroup } from '../src/store/groups.ts';
import type { Group } from '../src/store/groups.ts';
import type { Submission } from '../src/store/submissions.ts';
import type { Language } from '../src/store/talks.ts';
import type { Talk } from '../src/talks/talk.ts';
import { groupFor, placeOfGroup, tell } from './group-right.ts';
import { describedIn, describing, messengerOf, projectNamed, titleOf } from './group-words.ts';
import { openForm } from './questionnaire.ts';

/** One linked group: what is known of it, and what can be done with it. */
export async function showGroup(birge: Birge, ctx: OuterCtx, chat: number): Promise<void> {
  const group = await groupFor(birge, ctx, chat);
  if (group === undefined) return;
  const language = languageOf(ctx.talk);
  await tell(birge, ctx, await cardOf(birge, group, language), waysOn(group, birge.say(language)));
}

/** Asks for region, language and tags; described before, it is asked anew. */
export async function describe(birge: Birge, ctx: OuterCtx, chat: number): Promise<void> {
  const group = await groupFor(birge, ctx, chat);
  if (group) await openForm(birge, ctx, describing, { kind: 'group', id: chat }, true);
}

/** Keeps what the sent form tells of its group, and shows the group as it now is. */
export async function groupDescribed(birge: Birge, talk: Talk, { about, answers }: Submission): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  const chat = about?.kind === 'group' ? about.id : 0;
  const group = await readGroup(birge.store, chat);
  if (group === null) return { text: say('grp-none'), buttons: [[{ text: say('grp-all'), data: 'grp:list' }], menu] };
  if (!(await mayAnnounce(birge, talk, placeOfGroup(group), { kind: 'group', id: chat }))) {
    return { text: say('refused'), buttons: [menu] };
  }
  const { tags, leftOut } = readTags(String(answers['tags']?.value ?? ''));
  const region = answers['region']?.value;
  const written = answers['language']?.value;
  const told: Pick<Group, 'region' | 'language' | 'tags'> = {
    region: typeof region === 'string' ? region : null,
    language: written === 'kk' || written === 'ru' ? written : 'both',
    tags,
  };
  await describeGroup(birge.store, chat, told);
  const text = [
    say('grp-described'),
    ...(leftOut.length > 0
      ? [say('grp-tags-left-out', { tags: shownTags(leftOut), max: tagLimits.tags, length: tagLimits.length })]
      : []),
    await cardOf(birge, { ...group, ...told }, language),
  ];
  return { text: text.join('\n\n'), buttons: [...waysOn(group, say), menu] };
}

/** Asks once more before a group is let go. */
export async function askLetGo(birge: Birge, ctx: OuterCtx, chat: number): Promise<void> {
  const group = await groupFor(birge, ctx, chat);
  if (group === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  await tell(birge, ctx, say('grp-let-go-ask', { title: titleOf(group, say) }), [
    [{ text: say('grp-let-go-yes'), data: `grp:${chat}:dropped` }],
    [{ text: say('grp-keep'), data: `grp:${chat}` }],
  ]);
}

/** Lets it go: nothing is announced there any more, until somebody links it again. */
export async function letGo(birge: Birge, ctx: OuterCtx, chat: number): Promise<void> {
  const group = await groupFor(birge, ctx, chat);
  const { person } = ctx.talk;
  if (group === undefined || person === null) return;
  const say = birge.say(languageOf(ctx.talk));
  await unlinkGroup(birge.store, chat, person.id, birge.now());
  const all = [{ text: say('grp-all'), data: 'grp:list' }];
  await tell(birge, ctx, say('grp-let-gone', { title: titleOf(group, say) }), [all]);
}

async function cardOf(birge: Birge, group: Group, language: Language): Promise<string> {
  const say = birge.say(language);
  const { organisation, organisationName, project } = group;
  const own = project === null ? undefined : await projectNamed(birge, organisation, project);
  const where = [organisationName, ...(own ? [own] : [])].map((name) => name[language] ?? name.kk);
  return [
    `<b>${escapeHtml(titleOf(group, say))}</b>`,
    [messengerOf(group), ...where].map(escapeHtml).join(' · '),
    ...describedIn(birge, group, language),
    say(group.gone ? 'grp-gone' : 'grp-there'),
  ].join('\n');
}

const waysOn = ({ chat }: Group, say: Say): ScreenButton[][] => [
  [{ text: say('grp-describe'), data: `grp:${chat}:describe` }],
  [{ text: say('grp-let-go'), data: `grp:${chat}:drop` }],
  [{ text: say('grp-all'), data: 'grp:list' }],
];
