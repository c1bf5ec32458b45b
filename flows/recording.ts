import { may } from '../src/access/rights.ts';
import { today } from '../src/context.ts';
import type { Birge, Ctx, OuterCtx, Say } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { countsHours, isAboutWorker } from '../src/recording/recordable.ts';
import { careOf, prepare, readTopic, record, writeTopic } from '../src/recording/recording.ts';
import type { Prepared, Recorded } from '../src/recording/recording.ts';
import { dayInNumbers, dayInWords, moveDay, readDay } from '../src/rules/dates.ts';
import type { Day } from '../src/rules/dates.ts';
import { hearing } from '../src/screens/hearing.ts';
import { escapeHtml } from '../src/screens/html.ts';
import { put } from '../src/screens/put.ts';
import type { Screen, Seen, Step } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { undoEvent } from '../src/store/deadlines.ts';
import { placeOf } from '../src/store/organisations.ts';
import { readEvent, unnameMentor } from '../src/store/recording.ts';
import type { Language } from '../src/store/talks.ts';
import type { Talk } from '../src/talks/talk.ts';
import { called } from './record.ts';

/** What happened longer ago than this is no news: it is more likely a slip. */
const earliest = { years: -10 };
/** What a certificate can give, in academic hours. */
const hours = { min: 1, max: 500 };

/** On which day it happened; the topic is what is recorded and of whom. A button names its day and topic itself. */
export function recording(birge: Birge): Turns<string> {
  return {
    name: 'recording',
    show: (ctx, topic) => show(birge, ctx.talk, topic),
    hear: (ctx, topic) => hear(birge, ctx, topic),
  };
}

async function show(birge: Birge, talk: Talk, data: string): Promise<Step> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const { note } = talk;
  talk.note = undefined;
  const topic = withHours(data, talk.seen);
  const prepared = await preparedOf(birge, talk, topic);
  if (prepared === undefined) return { is: 'over', screens: [refused(say)] };
  const asked =
    prepared.needsHours && prepared.topic.hours === null ? hoursScreen(say) : dayScreen(birge, prepared, say);
  const text = [...(note ? [note, ''] : []), heading(prepared, language, say), asked.text].join('\n');
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  const screen = { ...asked, text, buttons: [...(asked.buttons ?? []), menu] };
  return { is: 'wait', screens: [screen], seen: { question: 'event', rev: 0, words: topic } };
}

/** The topic with the hours that were written meanwhile, as the last showing kept it. */
const withHours = (topic: string, seen: Seen | undefined): string =>
  seen?.question === 'event' && seen.words !== undefined ? seen.words : topic;

const hoursScreen = (say: Say): Screen => ({
  text: say('record-hours'),
  field: { input: 'number', min: hours.min, max: hours.max },
});

function dayScreen(birge: Birge, { topic, before, needsHours }: Prepared, say: Say): Screen {
  const day = today(birge);
  const [newest] = before.earlier;
  const corrects = newest !== undefined && !topic.again && !needsHours && before.owed.length === 0;
  const earlier = corrects ? [say('record-earlier', { day: dayInNumbers(newest.on) })] : [];
  const button = (when: Day) => `rec:${when}:${writeTopic(topic)}`;
  const again = { text: say('record-again'), data: `go:record:${writeTopic({ ...topic, again: true })}` };
  return {
    text: [...earlier, say('record-when')].join('\n'),
    buttons: [
      [
        { text: say('record-today'), data: button(day) },
        { text: say('record-yesterday'), data: button(moveDay(day, { days: -1 })) },
      ],
      ...(corrects ? [[again]] : []),
    ],
    field: { input: 'date', min: moveDay(day, earliest), max: day },
  };
}

async function hear(birge: Birge, ctx: Ctx, data: string): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const say = birge.say(languageOf(talk));
  const topic = readTopic(withHours(data, talk.seen));
  if (topic === undefined) return { is: 'elsewhere' };
  const text = heard.is === 'text' ? heard.text : '';
  if (topic.hours === null && countsHours(birge.calendar, topic.event)) {
    const number = Number(text.trim() || Number.NaN);
    const fits = Number.isInteger(number) && number >= hours.min && number <= hours.max;
    if (fits) talk.seen = { question: 'event', rev: 0, words: writeTopic({ ...topic, hours: number }) };
    else talk.note = say('problem-whole-number', hours);
    return { is: 'again' };
  }
  const read = readDay(text);
  const [first, last] = [moveDay(today(birge), earliest), today(birge)];
  if (read.is === 'problem') talk.note = say(`problem-${read.problem}`);
  else if (read.day > last) talk.note = say('problem-date-late', { max: dayInNumbers(last) });
  else if (read.day < first) talk.note = say('problem-date-early', { min: dayInNumbers(first) });
  else return { is: 'over', screens: [await recordOn(birge, talk, writeTopic(topic), read.day)] };
  return { is: 'again' };
}

/** A day's button; it may be an old one, so everything is checked anew. */
export async function pressDay(birge: Birge, ctx: OuterCtx, day: Day, topic: string): Promise<void> {
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, await recordOn(birge, ctx.talk, topic, day));
}

/** Records it and tells what follows. */
async function recordOn(birge: Birge, talk: Talk, topic: string, day: Day): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const prepared = await preparedOf(birge, talk, topic);
  const possible = day <= today(birge) && day >= moveDay(today(birge), earliest);
  if (prepared === undefined || talk.person === null || !possible) return refused(say);
  const { needsWorker, worker, needsHours, topic: said } = prepared;
  const hoursFit = said.hours === null ? !needsHours : needsHours && said.hours >= hours.min && said.hours <= hours.max;
  if ((needsWorker && worker === null) || !hoursFit) return refused(say);
  const recorded = await record(birge, talk.person.id, prepared, day);
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  const next = [{ text: say('record-next'), data: `go:record:${prepared.organisation.id}` }];
  if (recorded.is === 'nothing-open') return { text: say('record-nothing-open'), buttons: [next, menu] };
  const undo = [{ text: say('record-undo'), data: `rec:undo:${recorded.id}` }];
  const text = [
    say('recorded', { day: dayInWords(day, language) }),
    heading(prepared, language, say),
    ...(await consequences(birge, recorded, day, language)),
  ].join('\n');
  return { text, buttons: [undo, next, menu] };
}

/** What it corrected, what it fulfilled, and what is counted from it. */
async function consequences(
  birge: Birge,
  { id, before, fulfilled }: Extract<Recorded, { is: 'recorded' }>,
  day: Day,
  language: Language,
): Promise<string[]> {
  const say = birge.say(language);
  const title = (kind: string) => birge.calendar.kinds.get(kind)?.title[language] ?? kind;
  const opened = (await readEvent(birge.store, id))?.opened ?? [];
  return [
    ...(before === undefined || before === day ? [] : [say('record-corrected', { day: dayInNumbers(before) })]),
    ...(fulfilled ? [say('record-fulfils', { title: title(fulfilled.kind), day: dayInNumbers(fulfilled.dueOn) })] : []),
    ...(opened.length > 0 ? [say('record-opens')] : []),
    ...opened.map(({ kind, dueOn }) => say('record-opened', { title: title(kind), day: dayInNumbers(dueOn) })),
  ];
}

/** It did not happen: whoever may record it may take it back. */
export async function undoRecord(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null || ctx.chatId === undefined) return;
  const { store, calendar } = birge;
  const say = birge.say(languageOf(talk));
  const found = await readEvent(store, id);
  const record = found === null ? [] : (calendar.events.get(found.event)?.record ?? []);
  const place = found?.organisation ? await placeOf(store, found.organisation, found.project ?? undefined) : undefined;
  // Whatever is about a mentor and a worker is recorded of the mentor.
  const role = found !== null && isAboutWorker(calendar, found.event) ? 'mentor' : '';
  const assigned = found?.person ? (await careOf(birge, talk.person.id))({ person: found.person, role }) : false;
  const allowed =
    place !== undefined &&
    talk.roles.some((held) => record.includes(held.role) && may([held], 'record-event', { ...place, assigned }));
  if (!allowed || found === null) {
    await put(ctx.api, ctx.chatId, refused(say));
    return;
  }
  const undo = found.event === 'mentor-named' ? unnameMentor : undoEvent;
  await undo(store, id, talk.person.id, birge.now());
  const buttons = [[{ text: say('menu-button'), data: 'go:menu' }]];
  await put(ctx.api, ctx.chatId, { text: say('record-undone'), buttons });
}

async function preparedOf(birge: Birge, talk: Talk, data: string): Promise<Prepared | undefined> {
  const topic = readTopic(data);
  return topic && prepare(birge, talk, topic);
}

/** What is recorded and of whom, in bold. */
function heading({ event, member, worker, organisation, topic }: Prepared, language: Language, say: Say): string {
  const who = member === null ? (organisation.name[language] ?? organisation.name.kk) : called(member);
  const names = worker === null ? who : `${who} → ${called(worker)}`;
  const said = topic.hours === null ? '' : `\n${say('record-hours-said', { hours: topic.hours })}`;
  return `<b>${escapeHtml(event.title[language])}</b>\n${escapeHtml(names)}${said}`;
}

const refused = (say: Say): Screen => ({
  text: say('refused'),
  buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
});
