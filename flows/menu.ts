import { today } from '../src/context.ts';
import type { Birge, OuterCtx, Say } from '../src/context.ts';
import { maySomewhere } from '../src/access/rights.ts';
import { inviting } from '../src/access/roles.ts';
import { languageOf, openDraft } from '../src/filling/opened.ts';
import { saved, say as words } from '../src/forms/index.ts';
import { standingOf } from '../src/people/standing.ts';
import { recordsEvents } from '../src/recording/recordable.ts';
import { escapeHtml } from '../src/screens/html.ts';
import { put } from '../src/screens/put.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import type { Talk } from '../src/talks/talk.ts';
import { otherMessengers } from './links.ts';

/** What this person can do, by role; an open draft stands first. */
export function menuScreen(birge: Birge, talk: Talk): Screen {
  const say = birge.say(languageOf(talk));
  const draft: ScreenButton[][] = talk.draft === null ? [] : [[{ text: say('go-on'), data: 'go:on' }]];
  const own: ScreenButton[][] = [
    [{ text: say('menu-questionnaire'), data: 'go:projects' }],
    // Whoever has no role yet owes nothing by a date.
    ...(talk.roles.length > 0 ? [[{ text: say('menu-deadlines'), data: 'go:deadlines' }]] : []),
    [{ text: say('menu-my-forms'), data: 'go:forms' }],
  ];
  const rest: ScreenButton[][] = [
    ...(otherMessengers(birge, talk.kind) ? [[{ text: say('menu-messengers'), data: 'go:messengers' }]] : []),
    [
      { text: say('menu-my-data'), data: 'go:mydata' },
      { text: say('menu-language'), data: 'go:language' },
      { text: say('menu-help'), data: 'go:help' },
    ],
  ];
  const programmes: ScreenButton[] = [
    { text: say('menu-volunteering'), data: 'vol:home' },
    { text: say('menu-centre'), data: 'jb:home' },
  ];
  return { text: say('menu-text'), buttons: [...draft, ...own, programmes, ...forRoles(birge, talk, say), ...rest] };
}

function forRoles(birge: Birge, { roles }: Talk, say: Say): ScreenButton[][] {
  const offers: ScreenButton[][] = [];
  if (maySomewhere(roles, 'choose-volunteers')) offers.push([{ text: say('menu-received'), data: 'vol:cand:0' }]);
  if (maySomewhere(roles, 'make-project')) offers.push([{ text: say('menu-new-project'), data: 'go:new-project' }]);
  if (maySomewhere(roles, 'make-organisation')) {
    offers.push([{ text: say('menu-new-organisation'), data: 'go:new-organisation' }]);
  }
  if (maySomewhere(roles, ...inviting)) offers.push([{ text: say('menu-invite'), data: 'go:invite' }]);
  if (maySomewhere(roles, 'announce')) {
    offers.push([
      { text: say('menu-announce'), data: 'ann:new' },
      { text: say('grp-menu'), data: 'grp:list' },
    ]);
  }
  if (recordsEvents(birge.calendar, roles)) offers.push([{ text: say('menu-record'), data: 'go:record' }]);
  if (roles.length > 0) offers.push([{ text: say('menu-my-roles'), data: 'go:roles' }]);
  if (maySomewhere(roles, 'see-status')) offers.push([{ text: say('menu-status'), data: 'go:status' }]);
  return offers;
}

/** Takes the talk to where the person was: welcome, the open form, or the menu; `first` is said before. */
export async function goOn(birge: Birge, ctx: OuterCtx, first?: string): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined || talk.person === null) return;
  if (standingOf(talk.person, today(birge)) !== 'ready') {
    talk.note = first;
    await ctx.conversation.enter('welcome', '');
  } else if (talk.draft !== null) {
    talk.note = first;
    await ctx.conversation.enter('form', talk.draft.id);
  } else {
    if (first) await put(ctx.api, ctx.chatId, { text: first });
    await put(ctx.api, ctx.chatId, menuScreen(birge, talk));
  }
}

/** Shows the menu; the person has left whatever they were in, and nothing of it is lost. */
export async function showMenu(birge: Birge, ctx: OuterCtx): Promise<void> {
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, menuScreen(birge, ctx.talk));
}

/** "Your form is half done – go on?": the answer to anything that no handler understood. */
export async function offerDraft(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  const say = birge.say(languageOf(talk));
  const open = talk.draft === null ? undefined : await openDraft(birge, talk, talk.draft.id);
  if (ctx.chatId === undefined) return;
  if (open === undefined) {
    await put(ctx.api, ctx.chatId, { text: say('not-understood') });
    return showMenu(birge, ctx);
  }
  const title = escapeHtml(words(open.form.title, languageOf(talk), open.facts));
  const text = say('draft-waits', saved(open.form, open.state));
  await put(ctx.api, ctx.chatId, {
    text: `<b>${title}</b>\n${text}`,
    buttons: [
      [
        { text: say('go-on'), data: 'go:on' },
        { text: say('menu-button'), data: 'go:menu' },
      ],
    ],
  });
}
