import { Composer } from 'grammy';
import type { NextFunction } from 'grammy';
import { may, maySomewhere } from '../src/access/rights.ts';
import { inviting } from '../src/access/roles.ts';
import { today } from '../src/context.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { standingOf } from '../src/people/standing.ts';
import { isDay } from '../src/rules/dates.ts';
import { put } from '../src/screens/put.ts';
import { isCode } from '../src/store/invitations.ts';
import { placeOf } from '../src/store/organisations.ts';
import { pressCampaign } from './announcement.ts';
import { runningActs } from './announcement-ends.ts';
import { announcing, openByCode } from './announcing.ts';
import { isAct, pressDay, pressDeadline } from './deadline.ts';
import { sendCalendarFile, showMine, showMyPeople } from './deadlines.ts';
import { groupCodes, groupRoutes } from './group-routes.ts';
import { chooseOrganisation, chooseRole, invite } from './invite.ts';
import { labelRoutes } from './centres/routes.ts';
import { joinByLink, keepLink } from './join.ts';
import { addMessenger, joinCode, pressAsked, pressFound, showMessengers } from './joining.ts';
import { askLanguage, takeLanguage } from './language.ts';
import { goOn, offerDraft, showMenu } from './menu.ts';
import { askForget, forget, sendMyData } from './my-data.ts';
import { showMyForms, viewMine } from './my-forms.ts';
import { askLeave, leave, showMyRoles } from './my-roles.ts';
import { chooseParent, putBelow } from './parent.ts';
import { oldButton } from './old-button.ts';
import { chooseProject, openForm, openQuestionnaire } from './questionnaire.ts';
import { openCard } from './received.ts';
import { chooseEvent, chooseSubject, openRecording } from './record.ts';
import { pressDay as pressRecordDay, undoRecord } from './recording.ts';
import { showStatus } from './status.ts';
import { stopRoutes } from './stop.ts';
import { volunteerRoutes } from './volunteers/routes.ts';
import { pressWhatsapp, showWhatsapp } from './whatsapp.ts';

/** What is answered outside of a running flow: commands, the menu's buttons, old buttons, and everything else. */
export function routes(birge: Birge): Composer<OuterCtx> {
  const app = new Composer<OuterCtx>();
  openToAll(app, birge);
  app.use((ctx, next) => onlyWhenReady(birge, ctx, next));
  menu(app, birge);
  coordination(app, birge);
  deadlines(app, birge);
  roles(app, birge);
  events(app, birge);
  labelRoutes(app, birge);
  volunteerRoutes(app, birge);
  underWay(app, birge);
  groupRoutes(app, birge);
  announcing(app, birge);
  app.callbackQuery(/^q:/, (ctx) => oldButton(birge, ctx));
  app.use((ctx) => offerDraft(birge, ctx));
  return app;
}

/** What everybody may ask for at any time, also before they have agreed to anything. */
function openToAll(app: Composer<OuterCtx>, birge: Birge): void {
  stopRoutes(app, birge);
  groupCodes(app, birge);
  app.command('start', async (ctx, next) => {
    const code = ctx.match;
    if (isCode('guardian', code)) await ctx.conversation.enter('guardian', code);
    else if (isCode('join', code)) await ctx.conversation.enter('joining', code);
    else if (isCode('role', code)) await comesByLink(birge, ctx, code);
    else await next();
  });
  app.hears(joinCode, (ctx) => ctx.conversation.enter('joining', ctx.match[1] ?? ''));
  app.callbackQuery(/^join:(take|leave):(j_[\w-]{22})$/, (ctx) =>
    pressFound(birge, ctx, ctx.match[1] === 'take', ctx.match[2] ?? ''),
  );
  app.callbackQuery(/^join:(yes|no):(\d{1,15})$/, (ctx) =>
    pressAsked(birge, ctx, ctx.match[1] === 'yes', Number(ctx.match[2])),
  );
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
  const answer = await keepLink(birge, ctx.talk, person, code);
  if (answer && ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, answer);
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
  // A code of an announcement's button is kept by the welcome itself: losing it costs one press in the menu.
  const [, code = ''] = /^\/start (go_\w{1,40})$/.exec(ctx.message?.text ?? '') ?? [];
  await ctx.conversation.enter('welcome', code);
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
  app.command('start', async (ctx, next) => {
    if (!(await openByCode(birge, ctx, ctx.match))) await next();
  });
  app.command(['start', 'menu'], (ctx) => showMenu(birge, ctx));
  app.callbackQuery('go:menu', (ctx) => showMenu(birge, ctx));
  app.command('cancel', (ctx) => offerDraft(birge, ctx));
  app.command('link', (ctx) => showMessengers(birge, ctx));
  app.callbackQuery('go:messengers', (ctx) => showMessengers(birge, ctx));
  app.callbackQuery('go:messengers:add', (ctx) => addMessenger(birge, ctx));
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
  app.callbackQuery(/^card:(\d+)(:more)?$/, (ctx) =>
    openCard(birge, ctx, Number(ctx.match[1]), ctx.match[2] ? 'sensitive' : 'open'),
  );
  app.callbackQuery('go:new-organisation', (ctx) =>
    maySomewhere(ctx.talk.roles, 'make-organisation')
      ? openForm(birge, ctx, 'new-organisation', null, true)
      : showMenu(birge, ctx),
  );
  app.callbackQuery('go:new-project', (ctx) => chooseOrganisation(birge, ctx, ['make-project'], 'go:new-project'));
  app.callbackQuery(/^go:new-project:(\d+)$/, (ctx) => newProject(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery('go:invite', (ctx) => chooseOrganisation(birge, ctx, inviting, 'go:invite'));
  app.callbackQuery(/^go:invite:(\d+)$/, (ctx) => chooseRole(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^invite:(\d+):(\w+)(?::(\d+))?$/, (ctx) =>
    invite(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? '', ctx.match[3] ? Number(ctx.match[3]) : undefined),
  );
}

/** Whom an obligation concerns is asked at each of its buttons. */
function deadlines(app: Composer<OuterCtx>, birge: Birge): void {
  app.command('deadlines', (ctx) => showMine(birge, ctx, 0));
  app.callbackQuery(/^go:deadlines(?::(\d{1,4}))?$/, (ctx) => showMine(birge, ctx, Number(ctx.match[1] ?? 0)));
  app.callbackQuery(/^go:people(?::(\d{1,7}))?$/, (ctx) => showMyPeople(birge, ctx, Number(ctx.match[1] ?? 0)));
  app.callbackQuery('go:calendar-file', (ctx) => sendCalendarFile(birge, ctx));
  app.callbackQuery(/^due:(\d{1,15})$/, (ctx) => pressDeadline(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^due:(\d{1,15}):day$/, (ctx) => ctx.conversation.enter('deadline-done', Number(ctx.match[1])));
  app.callbackQuery(/^due:(\d{1,15}):on:(\d{4}-\d\d-\d\d)$/, async (ctx, next) => {
    const day = ctx.match[2] ?? '';
    await (isDay(day) ? pressDay(birge, ctx, Number(ctx.match[1]), day) : next());
  });
  app.callbackQuery(/^due:(\d{1,15}):(\w+)$/, async (ctx, next) => {
    const act = ctx.match[2] ?? '';
    await (isAct(act) ? pressDeadline(birge, ctx, Number(ctx.match[1]), act) : next());
  });
}

/** What one is oneself, where organisations stand, and how Birge is doing. */
function roles(app: Composer<OuterCtx>, birge: Birge): void {
  app.command('roles', (ctx) => showMyRoles(birge, ctx));
  app.callbackQuery('go:roles', (ctx) => showMyRoles(birge, ctx));
  app.callbackQuery(/^go:leave:(\d{1,15})$/, (ctx) => askLeave(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^go:left:(\d{1,15})$/, (ctx) => leave(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^go:below:(\d{1,15})$/, (ctx) => chooseParent(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^go:below:(\d{1,15}):(\d{1,15})$/, (ctx) =>
    putBelow(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2])),
  );
  app.command('status', (ctx) => showStatus(birge, ctx));
  app.callbackQuery('go:status', (ctx) => showStatus(birge, ctx));
  app.command('whatsapp', (ctx) => showWhatsapp(birge, ctx));
  app.callbackQuery('go:whatsapp', (ctx) => showWhatsapp(birge, ctx));
  app.callbackQuery(/^wa:([a-z-]+)$/, (ctx) => pressWhatsapp(birge, ctx, ctx.match[1] ?? ''));
}

/** Announcements that are confirmed; the right is asked at every press. */
function underWay(app: Composer<OuterCtx>, birge: Birge): void {
  for (const [name, act] of Object.entries(runningActs)) {
    app.callbackQuery(new RegExp(`^ann:(\\d{1,15}):${name}(?::(\\d{1,15}))?$`), (ctx) =>
      pressCampaign(birge, ctx, Number(ctx.match[1]), act, ctx.match[2] ?? ''),
    );
  }
}

/** Recording what has happened; the right is asked at every step. */
function events(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('go:record', (ctx) => chooseOrganisation(birge, ctx, ['record-event'], 'go:record'));
  app.callbackQuery(/^go:record:(\d{1,15})(?::after:(\d{1,15}))?$/, (ctx) =>
    chooseSubject(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2] ?? 0)),
  );
  app.callbackQuery(/^go:record:(\d{1,15}):(o|m\d{1,15})$/, (ctx) =>
    chooseEvent(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? 'o'),
  );
  app.callbackQuery(/^go:record:(.+)$/, (ctx) => openRecording(birge, ctx, ctx.match[1] ?? ''));
  app.callbackQuery(/^rec:undo:(\d{1,15})$/, (ctx) => undoRecord(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^rec:(\d{4}-\d\d-\d\d):(.+)$/, async (ctx, next) => {
    const day = ctx.match[1] ?? '';
    await (isDay(day) ? pressRecordDay(birge, ctx, day, ctx.match[2] ?? '') : next());
  });
}

/** The right is asked before the form, so that nobody fills it in for nothing, and again when it is sent. */
async function newProject(birge: Birge, ctx: OuterCtx, organisation: number): Promise<void> {
  const place = await placeOf(birge.store, organisation);
  if (!may(ctx.talk.roles, 'make-project', place)) return showMenu(birge, ctx);
  await openForm(birge, ctx, 'new-project', { kind: 'organisation', id: organisation }, true);
}
