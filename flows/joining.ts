import type { Birge, Ctx, OuterCtx, Say } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { joiningWords } from '../src/outbox/letters/joining.ts';
import { personalColumns } from '../src/privacy/columns.ts';
import { hearing } from '../src/screens/hearing.ts';
import { put } from '../src/screens/put.ts';
import type { Screen, Step } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { issueInvitation } from '../src/store/invitations.ts';
import { joiningMinutes, messengersOf, readJoin, settleJoin, takeJoin } from '../src/store/joining.ts';
import type { Messenger, Taken } from '../src/store/joining.ts';
import { language } from '../src/store/talks.ts';
import { NotAnswered } from '../src/talks/desk.ts';
import type { Talk } from '../src/talks/talk.ts';
import { changeLanguage, languageScreen } from './language.ts';
import { linksInHtml, otherMessengers } from './links.ts';

/** A code sent as a message, as whoever has no link at hand does it. */
export const joinCode = /^\s*(j_[\w-]{22})\s*$/;

/** The talk in the messenger where a code was opened: the language if it is not known, then whether it is right. */
export function joining(birge: Birge): Turns<string> {
  return {
    name: 'joining',
    show: (ctx, code) => show(birge, ctx.talk, code),
    hear: (ctx, code) => hear(birge, ctx, code),
  };
}

async function show(birge: Birge, talk: Talk, code: string): Promise<Step> {
  const { person, note } = talk;
  talk.note = undefined;
  if (person === null) return { is: 'over', screens: [] };
  if (!person.languageChosen) return { is: 'wait', screens: [languageScreen('w')] };
  const say = birge.say(languageOf(talk));
  const found = await readJoin(birge.store, code, person.id, birge.now());
  if (found.is !== 'open') return { is: 'over', screens: [foundScreen(birge, talk, found)] };
  const text = say('joining-ask');
  const buttons = [
    [{ text: say('joining-take'), data: `join:take:${code}` }],
    [{ text: say('joining-leave'), data: `join:leave:${code}` }],
  ];
  return { is: 'wait', screens: [{ text: note ? `${note}\n\n${text}` : text, buttons }] };
}

/** Buttons of this talk carry the code and are heard outside of it, so that old ones are answered too. */
async function hear(birge: Birge, ctx: Ctx, code: string): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (talk.person === null) return { is: 'elsewhere' };
  if (heard.is === 'press') {
    const chosen = language.safeParse(/^w:lang:(..)$/.exec(heard.data)?.[1]);
    if (!chosen.success) return { is: 'elsewhere' };
    await changeLanguage(birge, talk, chosen.data);
    return { is: 'again' };
  }
  const text = heard.is === 'text' ? heard.text : '';
  if (isCalled(birge, 'joining-take', text)) return { is: 'over', screens: [await taken(birge, talk, code)] };
  if (isCalled(birge, 'joining-leave', text)) return { is: 'over', screens: [left(birge, talk)] };
  if (talk.person.languageChosen) talk.note = birge.say(languageOf(talk))('consent-use-buttons');
  return { is: 'again' };
}

/** Are these the words of that button, in any language? */
const isCalled = (birge: Birge, key: string, text: string): boolean =>
  language.options.some((spoken) => birge.say(spoken)(key).toLowerCase() === text.trim().toLowerCase());

/** A pressed "Yes, join" or "No" under a code, however old. */
export async function pressFound(birge: Birge, ctx: OuterCtx, yes: boolean, code: string): Promise<void> {
  const { talk, chatId } = ctx;
  if (chatId !== undefined) await put(ctx.api, chatId, yes ? await taken(birge, talk, code) : left(birge, talk));
}

async function taken(birge: Birge, talk: Talk, code: string): Promise<Screen> {
  if (talk.person === null) return ended(birge, talk, 'joining-unknown');
  const finder = { person: talk.person.id, chat: talk.chat };
  return foundScreen(birge, talk, await takeJoin(birge.store, code, finder, birge.now()));
}

const left = (birge: Birge, talk: Talk): Screen => ended(birge, talk, 'joining-left');

function foundScreen(birge: Birge, talk: Talk, found: Taken): Screen {
  switch (found.is) {
    case 'asked': {
      const vars = { check: found.check, minutes: joiningMinutes };
      return { text: birge.say(languageOf(talk))('joining-taken', vars) };
    }
    case 'own':
      return ended(birge, talk, 'joining-own');
    case 'unreachable':
      return ended(birge, talk, 'joining-unreachable');
    default:
      return ended(birge, talk, joiningWords[found.is]);
  }
}

/** What became of it, and the way back: whoever was in the middle of a form may go on. */
function ended(birge: Birge, talk: Talk, key: string): Screen {
  const say = birge.say(languageOf(talk));
  const on = talk.draft === null ? [] : [{ text: say('go-on'), data: 'go:on' }];
  return { text: say(key), buttons: [[...on, { text: say('menu-button'), data: 'go:menu' }]] };
}

/** The answer to "Was it you?" in the messenger that gave the code; at a yes, the two become one person. */
export async function pressAsked(birge: Birge, ctx: OuterCtx, yes: boolean, join: number): Promise<void> {
  const { talk, chatId } = ctx;
  if (talk.person === null || chatId === undefined) return;
  const answer = { person: talk.person.id, yes };
  const end = await settleJoin(birge.store, join, answer, personalColumns, birge.now());
  // It waits in the inbox, and is answered in a moment.
  if (end === 'busy') throw new NotAnswered();
  await put(ctx.api, chatId, ended(birge, talk, joiningWords[end]));
}

/** «My messengers»: in which kinds the person is known, and the way to one more. */
export async function showMessengers(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk, chatId } = ctx;
  if (talk.person === null || chatId === undefined) return;
  const say = birge.say(languageOf(talk));
  const known = await messengersOf(birge.store, talk.person.id);
  const names = known.map((kind) => `• ${messengerName(say, kind)}`).join('\n');
  const others = otherMessengers(birge, talk.kind);
  const another = others ? [[{ text: say('messengers-add'), data: 'go:messengers:add' }]] : [];
  const text = say(others ? 'messengers-text' : 'messengers-only');
  await put(ctx.api, chatId, {
    text: `${text}\n\n${names}`,
    buttons: [...another, [{ text: say('menu-button'), data: 'go:menu' }]],
  });
}

/** Gives a code for another messenger; the one before is worthless from now on. */
export async function addMessenger(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk, chatId } = ctx;
  if (talk.person === null || chatId === undefined) return;
  if (!otherMessengers(birge, talk.kind)) return showMessengers(birge, ctx);
  const terms = { issuedBy: talk.person.id, uses: 1, minutes: joiningMinutes };
  const code = await issueInvitation(birge.store, { kind: 'join', chat: talk.chat }, terms, birge.now());
  const say = birge.say(languageOf(talk));
  const links = linksInHtml(birge, code, talk.kind);
  await put(ctx.api, chatId, {
    text: `${say('messengers-code', { minutes: joiningMinutes })}\n\n${links}\n\n${say('messengers-by-hand')}\n<code>${code}</code>`,
    buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
  });
}

const messengerName = (say: Say, kind: Messenger): string =>
  ({ telegram: 'Telegram', whatsapp: 'WhatsApp', web: say('health-web') })[kind];
