import type { Kind } from '../src/calendar/kind.ts';
import { today } from '../src/context.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { allMine, allOfMyPeople, cardScreen, isToldDone, tellsItself, wayOn } from '../src/deadlines/card.ts';
import { earliestDay, problemWith, takeBack, tellDone } from '../src/deadlines/done.ts';
import { namedIn } from '../src/deadlines/lines.ts';
import { sideOf } from '../src/deadlines/side.ts';
import type { Side } from '../src/deadlines/side.ts';
import { hourOf } from '../src/deadlines/words.ts';
import { languageOf } from '../src/filling/opened.ts';
import { dayInNumbers, dayInWords, moveDay } from '../src/rules/dates.ts';
import type { Day } from '../src/rules/dates.ts';
import { put } from '../src/screens/put.ts';
import type { Screen } from '../src/screens/screen.ts';
import { readObligation, remindTomorrow, waiveObligation } from '../src/store/deadlines.ts';
import type { Obligation } from '../src/store/deadlines.ts';
import { noteAudit } from '../src/store/people.ts';
import type { Talk } from '../src/talks/talk.ts';

/** An obligation that this person may do something about. */
export interface Deadline {
  person: number;
  obligation: Obligation;
  kind: Kind;
  side: Side;
}

/** Opens one for whom it concerns, for looking or for doing something; otherwise gives the words of refusal. */
export async function openDeadline(
  birge: Birge,
  talk: Talk,
  id: number,
  action: 'see-deadlines' | 'settle-deadline',
): Promise<Deadline | { refusal: Screen }> {
  const say = birge.say(languageOf(talk));
  const obligation = await readObligation(birge.store, id);
  const kind = obligation === null ? undefined : birge.calendar.kinds.get(obligation.kind);
  if (talk.person !== null && obligation !== null) {
    const onlooker = { person: talk.person.id, roles: talk.roles };
    const side = await sideOf(birge, onlooker, obligation, action);
    if (side !== undefined && kind === undefined)
      return { refusal: cardScreen(birge, languageOf(talk), obligation, side) };
    if (side !== undefined && kind !== undefined) return { person: talk.person.id, obligation, kind, side };
  }
  return {
    refusal: { text: say('due-refused'), buttons: [allMine(say), [{ text: say('menu-button'), data: 'go:menu' }]] },
  };
}

/** What can be pressed on a card. */
const acts = { done: askWhen, later, not: askNotMine, waive, mine: takeOn, undo } as const;
export type Act = keyof typeof acts;
export const isAct = (word: string): word is Act => Object.hasOwn(acts, word);

/** The card, or what comes of a button on it. */
export async function pressDeadline(birge: Birge, ctx: OuterCtx, id: number, act?: Act): Promise<void> {
  if (ctx.chatId === undefined) return;
  const opened = await openDeadline(birge, ctx.talk, id, act === undefined ? 'see-deadlines' : 'settle-deadline');
  if ('refusal' in opened) await put(ctx.api, ctx.chatId, opened.refusal);
  else await put(ctx.api, ctx.chatId, await (act === undefined ? card : acts[act])(birge, ctx.talk, opened));
}

/** A day was chosen by a button. */
export async function pressDay(birge: Birge, ctx: OuterCtx, id: number, day: Day): Promise<void> {
  if (ctx.chatId === undefined) return;
  const opened = await openDeadline(birge, ctx.talk, id, 'settle-deadline');
  if ('refusal' in opened) await put(ctx.api, ctx.chatId, opened.refusal);
  else await put(ctx.api, ctx.chatId, await settle(birge, ctx.talk, opened, day));
}

async function card(birge: Birge, talk: Talk, { obligation, side }: Deadline): Promise<Screen> {
  return cardScreen(birge, languageOf(talk), obligation, side);
}

/** Old buttons stay in the chat: whether anything is still to be done is asked anew. */
export const isOpen = ({ obligation: { fulfilled, waived, closed } }: Deadline): boolean =>
  !fulfilled && !waived && !closed;

async function askWhen(birge: Birge, talk: Talk, deadline: Deadline): Promise<Screen> {
  const { obligation, kind } = deadline;
  if (!isOpen(deadline) || !isToldDone(kind)) return card(birge, talk, deadline);
  const say = birge.say(languageOf(talk));
  const day = today(birge);
  const yesterday = moveDay(day, { days: -1 });
  const on = (key: string, chosen: Day) => ({ text: say(key), data: `due:${obligation.id}:on:${chosen}` });
  const days = [on('due-today-button', day)];
  if (problemWith(birge, kind, obligation, yesterday) === undefined) days.push(on('due-yesterday-button', yesterday));
  return {
    text: say('due-when-done', { title: namedIn(birge, languageOf(talk), obligation) }),
    buttons: [
      days,
      [{ text: say('due-other-day'), data: `due:${obligation.id}:day` }],
      [{ text: say('form-back'), data: `due:${obligation.id}` }],
    ],
  };
}

/** It was done on this day, as its owner or somebody who looks after it says. */
export async function settle(birge: Birge, talk: Talk, deadline: Deadline, day: Day): Promise<Screen> {
  const { person, obligation, kind } = deadline;
  if (!isOpen(deadline) || !isToldDone(kind)) return card(birge, talk, deadline);
  const problem = dayProblem(birge, talk, deadline, day);
  if (problem !== undefined) {
    const again = await askWhen(birge, talk, deadline);
    return { ...again, text: `${problem}\n\n${again.text}` };
  }
  await audit(birge, deadline, 'settled-deadline', { on: day });
  await tellDone(birge, kind, obligation, day, person);
  const language = languageOf(talk);
  const title = namedIn(birge, language, obligation);
  return after(birge, talk, deadline, birge.say(language)('due-recorded', { title, day: dayInWords(day, language) }), [
    'due-undo',
    'undo',
  ]);
}

/** Why it can not have been done on that day, in words; undefined: it can. */
export function dayProblem(birge: Birge, talk: Talk, { kind, obligation }: Deadline, day: Day): string | undefined {
  const problem = problemWith(birge, kind, obligation, day);
  if (problem === undefined) return undefined;
  const limits = { min: dayInNumbers(earliestDay(kind, obligation)), max: dayInNumbers(today(birge)) };
  return birge.say(languageOf(talk))(`problem-${problem}`, limits);
}

async function undo(birge: Birge, talk: Talk, deadline: Deadline): Promise<Screen> {
  if (!deadline.obligation.fulfilled || !isToldDone(deadline.kind)) return card(birge, talk, deadline);
  await audit(birge, deadline, 'reopened-deadline');
  await takeBack(birge, deadline.obligation, deadline.person);
  return againOpen(birge, talk, { ...deadline, obligation: { ...deadline.obligation, fulfilled: false } });
}

async function later(birge: Birge, talk: Talk, deadline: Deadline): Promise<Screen> {
  if (!isOpen(deadline) || deadline.side !== 'owner') return card(birge, talk, deadline);
  const language = languageOf(talk);
  const at = await remindTomorrow(birge.store, deadline.obligation.id, deadline.person, birge.now());
  const day = dayInWords(today({ timeZone: birge.timeZone, now: () => at }), language);
  return after(birge, talk, deadline, birge.say(language)('due-reminds', { day, hour: hourOf(at, birge.timeZone) }));
}

async function askNotMine(birge: Birge, talk: Talk, deadline: Deadline): Promise<Screen> {
  if (!isOpen(deadline) || deadline.side !== 'owner') return card(birge, talk, deadline);
  const say = birge.say(languageOf(talk));
  const { id } = deadline.obligation;
  return {
    text: say('due-not-ask', { title: namedIn(birge, languageOf(talk), deadline.obligation) }),
    buttons: [[{ text: say('due-not-yes'), data: `due:${id}:waive` }], [{ text: say('form-back'), data: `due:${id}` }]],
  };
}

/** It is not theirs; of what tells by itself when it is done, those who look after it may say that it is not needed. */
async function waive(birge: Birge, talk: Talk, deadline: Deadline): Promise<Screen> {
  const own = deadline.side === 'owner';
  if (!isOpen(deadline) || !(own || tellsItself(deadline.kind))) return card(birge, talk, deadline);
  await audit(birge, deadline, 'excused-deadline');
  await waiveObligation(birge.store, deadline.obligation.id, deadline.person, true, birge.now());
  const say = birge.say(languageOf(talk));
  if (!own) return after(birge, talk, deadline, say('due-excused'), ['due-theirs-again', 'mine']);
  return after(birge, talk, deadline, say('due-waived'), ['due-mine-after-all', 'mine']);
}

/** It is theirs after all. */
async function takeOn(birge: Birge, talk: Talk, deadline: Deadline): Promise<Screen> {
  const { obligation, person } = deadline;
  if (!obligation.waived || obligation.closed) return card(birge, talk, deadline);
  await audit(birge, deadline, 'returned-deadline');
  await waiveObligation(birge.store, obligation.id, person, false, birge.now());
  return againOpen(birge, talk, { ...deadline, obligation: { ...obligation, waived: false } });
}

async function againOpen(birge: Birge, talk: Talk, deadline: Deadline): Promise<Screen> {
  const shown = await card(birge, talk, deadline);
  return { ...shown, text: `${birge.say(languageOf(talk))('due-again')}\n\n${shown.text}` };
}

/** What is done to another one's obligation is written down. */
async function audit(
  birge: Birge,
  deadline: Deadline,
  action: string,
  detail: Record<string, string> = {},
): Promise<void> {
  const { person, obligation, side } = deadline;
  if (side === 'owner') return;
  const subject = { kind: 'obligation', id: obligation.id };
  await noteAudit(birge.store, { person, action, subject, detail }, birge.now());
}

/** Says what was done, with a button to take it back and the way on. */
function after(birge: Birge, talk: Talk, deadline: Deadline, text: string, back?: [string, Act]): Screen {
  const { obligation, kind, side } = deadline;
  const say = birge.say(languageOf(talk));
  const undoing = back === undefined ? [] : [[{ text: say(back[0]), data: `due:${obligation.id}:${back[1]}` }]];
  const way = wayOn(say, obligation, kind).after;
  return { text, buttons: [...way, ...undoing, side === 'owner' ? allMine(say) : allOfMyPeople(say)] };
}
