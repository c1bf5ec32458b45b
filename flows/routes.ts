import { Composer } from 'grammy';
import type { NextFunction } from 'grammy';
import { may, maySomewhere } from '../src/access/rights.ts';
import { today } from '../src/context.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { readPress } from '../src/filling/press.ts';
import { languageOf } from '../src/filling/opened.ts';
import { standingOf } from '../src/people/standing.ts';
import { put } from '../src/screens/put.ts';
import { comeWith, isCode } from '../src/store/invitations.ts';
import { moveTo } from '../src/store/drafts.ts';
import { placeOf } from '../src/store/organisations.ts';
import { NotAnswered } from '../src/talks/desk.ts';
import { chooseOrganisation, chooseRole, invite } from './invite.ts';
import { joinByLink } from './join.ts';
import { askLanguage, takeLanguage } from './language.ts';
import { goOn, offerDraft, showMenu } from './menu.ts';
import { askForget, forget, sendMyData } from './my-data.ts';
import { showMyForms, viewMine } from './my-forms.ts';
import { chooseProject, openForm, openQuestionnaire } from './questionnaire.ts';
import { openCard, showReceived } from './received.ts';

/** What is answered outside of a running flow: commands, the menu's buttons, old buttons, and everything else. */
export function routes(birge: Birge): Composer<OuterCtx> {
  const app = new Composer<OuterCtx>();
  openToAll(app, birge);
  app.use((ctx, next) => onlyWhenReady(birge, ctx, next));
  menu(app, birge);
  coordination(app, birge);
  app.callbackQuery(/^q:/, (ctx) => oldButton(birge, ctx));
  app.use((ctx) => offerDraft(birge, ctx));
  return app;
}

/** What everybody may ask for at any time, also before they have agreed to anything. */
function openToAll(app: Composer<OuterCtx>, birge: Birge): void {
  app.command('start', async (ctx, next) => {
    const code = ctx.match;
    if (isCode('guardian', code)) await ctx.conversation.enter('guardian', code);
    else if (isCode('role', code)) await comesByLink(birge, ctx, code);
    else await next();
  });
  app.command('language', askLanguage);
  app.callbackQuery('go:language', askLanguage);
  app.callbackQuery(/^set:lang:(..)$/, (ctx) => takeLanguage(birge, ctx, ctx.match[1]));
  app.command('help', (ctx) => help(birge, ctx));
  app.callbackQuery('go:help', (ctx) => help(birge, ctx));
  app.command('mydata', (ctx) => sendMyData(birge, ctx));
  app.callbackQuery('go:mydata', (ctx) => sendMyData(birge, ctx));
  app.command('forget', (ctx) => askForget(birge, ctx, 1));
  app.callbackQuery('forget:again', (ctx) => askForget(birge, ctx, 2));
  app.callbackQuery('forget:now', (ctx) => forget(birge, ctx));
}

/** The link is kept first: between it and the menu may lie many answers, or a parent's days of thinking. */
async function comesByLink(birge: Birge, ctx: OuterCtx, code: string): Promise<void> {
  const { person } = ctx.talk;
  if (person === null) return;
  person.cameWith = await comeWith(birge.store, code, person.id);
  await ctx.conversation.enter('welcome', '');
}

/** Nothing else happens before language, consent and birth date, and for a minor a parent's word. */
async function onlyWhenReady(birge: Birge, ctx: OuterCtx, next: NextFunction): Promise<void> {
  const { person } = ctx.talk;
  if (person === null) return;
  if (standingOf(person, today(birge)) === 'ready') {
    const joined = await joinByLink(birge, ctx.talk);
    if (joined && ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, joined);
    return next();
  }
  await ctx.conversation.enter('welcome', '');
}

async function help(birge: Birge, ctx: OuterCtx): Promise<void> {
  if (ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const on = ctx.talk.draft === null ? [] : [{ text: say('go-on'), data: 'go:on' }];
  await put(ctx.api, ctx.chatId, {
    text: say('help-text'),
    buttons: [[...on, { text: say('menu-button'), data: 'go:menu' }]],
  });
}

function menu(app: Composer<OuterCtx>, birge: Birge): void {
  app.command(['start', 'menu'], (ctx) => showMenu(birge, ctx));
  app.callbackQuery('go:menu', (ctx) => showMenu(birge, ctx));
  app.command('cancel', (ctx) => offerDraft(birge, ctx));
  app.callbackQuery('go:on', (ctx) => goOn(birge, ctx));
  app.callbackQuery(/^go:projects(?::(\d+))?$/, (ctx) => chooseProject(birge, ctx, Number(ctx.match[1] ?? 0)));
  app.callbackQuery(/^go:project:(\d+)$/, (ctx) => openQuestionnaire(birge, ctx, Number(ctx.match[1]), false));
  app.callbackQuery('go:pool', (ctx) => openQuestionnaire(birge, ctx, undefined, false));
  app.callbackQuery(/^go:anew(?::(\d+))?$/, (ctx) =>
    openQuestionnaire(birge, ctx, ctx.match[1] === undefined ? undefined : Number(ctx.match[1]), true),
  );
  app.callbackQuery(/^go:forms(?::(\d+))?$/, (ctx) =>
    showMyForms(birge, ctx, ctx.match[1] ? Number(ctx.match[1]) : null),
  );
  app.callbackQuery(/^go:view:(\d+)$/, (ctx) => viewMine(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^go:draft:(\d+)$/, (ctx) => ctx.conversation.enter('form', Number(ctx.match[1])));
}

/** Each of these checks the right where it acts; the buttons alone give nobody anything. */
function coordination(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^go:received(?::(\d+))?$/, (ctx) =>
    showReceived(birge, ctx, ctx.match[1] ? Number(ctx.match[1]) : null),
  );
  app.callbackQuery(/^card:(\d+)(:more)?$/, (ctx) =>
    openCard(birge, ctx, Number(ctx.match[1]), ctx.match[2] ? 'sensitive' : 'open'),
  );
  app.callbackQuery('go:new-organisation', (ctx) =>
    maySomewhere(ctx.talk.roles, 'make-organisation')
      ? openForm(birge, ctx, 'new-organisation', null, true)
      : showMenu(birge, ctx),
  );
  app.callbackQuery('go:new-project', (ctx) => chooseOrganisation(birge, ctx, 'make-project', 'go:new-project'));
  app.callbackQuery(/^go:new-project:(\d+)$/, (ctx) => newProject(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery('go:invite', (ctx) => chooseOrganisation(birge, ctx, 'invite-volunteer', 'go:invite'));
  app.callbackQuery(/^go:invite:(\d+)$/, (ctx) => chooseRole(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^invite:(\d+):(\w+)(?::(\d+))?$/, (ctx) =>
    invite(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? '', ctx.match[3] ? Number(ctx.match[3]) : undefined),
  );
}

/** The right is asked before the form, so that nobody fills it in for nothing, and again when it is sent. */
async function newProject(birge: Birge, ctx: OuterCtx, organisation: number): Promise<void> {
  const place = await placeOf(birge.store, organisation);
  if (!may(ctx.talk.roles, 'make-project', place)) return showMenu(birge, ctx);
  await openForm(birge, ctx, 'new-project', { kind: 'organisation', id: organisation }, true);
}

/** A form's button pressed outside of the form: it opens at that question, or the person hears what became of the form. */
async function oldButton(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  const press = readPress(ctx.callbackQuery?.data ?? '');
  if (press === undefined || talk.person === null) return offerDraft(birge, ctx);
  const to = { submission: press.submission, person: talk.person.id, question: press.question };
  const moved = await moveTo(birge.store, talk, to, birge.now());
  if (moved.is === 'stale') throw new NotAnswered();
  if (moved.is === 'moved') talk.draft = moved.draft;
  await ctx.conversation.enter('form', press.submission);
}
