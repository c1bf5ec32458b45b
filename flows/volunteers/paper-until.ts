import { today } from '../../src/context.ts';
import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers, dayInWords, moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { paperKinds } from '../../src/rules/volunteer-codes.ts';
import { hearing } from '../../src/screens/hearing.ts';
import type { Screen, ScreenButton, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import { checkPaper } from '../../src/store/volunteers/papers.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { paperName, paperStanding } from '../../src/volunteers/papers.ts';
import { typedDay } from '../typed-day.ts';
import { paperCard, paperIf, wayBack } from './paper-card.ts';
import type { OpenedPaper } from './paper-card.ts';
import { refusal } from './right.ts';

/** What no paper holds longer than; a later day is more likely a slip. */
const longest = { years: 10 };

/** It is checked: asks until when it holds. Nothing chosen, it holds without an end. */
export function untilScreen(birge: Birge, talk: Talk, { enrolment, kind }: OpenedPaper): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const on = (key: string, day: Day): ScreenButton[] => [
    { text: say(key, { day: dayInWords(day, language) }), data: `vol:pap:until:${enrolment.id}:${kind}:${day}` },
  ];
  const day = today(birge);
  return {
    tellsOf: [enrolment.person],
    text: `<b>${say(paperName[kind])}</b>\n${say('vol-pap-until-when')}`,
    buttons: [
      [{ text: say('vol-pap-no-end'), data: `vol:pap:until:${enrolment.id}:${kind}:none` }],
      on('vol-pap-three-months', moveDay(day, { months: 3 })),
      on('vol-pap-year', moveDay(day, { years: 1 })),
      [{ text: say('vol-pap-other-day'), data: `vol:pap:type:${enrolment.id}:${kind}` }],
      ...wayBack(say, enrolment.id),
    ],
  };
}

/** Keeps until when a checked paper of somebody else holds; null: without an end. A day that it can not be is answered with what to do. */
export async function checkUntil(
  birge: Birge,
  talk: Talk,
  opened: OpenedPaper,
  expiresOn: Day | null,
): Promise<Screen | string> {
  if (opened.enrolment.person === opened.by) return birge.say(languageOf(talk))('vol-pap-own');
  const problem = expiresOn === null ? undefined : problemWith(birge, talk, expiresOn);
  if (problem !== undefined || opened.paper === undefined) {
    const screen = untilScreen(birge, talk, opened);
    return { ...screen, text: [problem ?? '', screen.text].join('\n\n').trim() };
  }
  const { person, project, kind } = opened.paper;
  await checkPaper(birge.store, { person, project, kind, expiresOn, by: opened.by }, birge.now());
  return birge.say(languageOf(talk))('vol-pap-was-checked');
}

function problemWith(birge: Birge, talk: Talk, day: Day): string | undefined {
  const say = birge.say(languageOf(talk));
  const [first, last] = [today(birge), moveDay(today(birge), longest)];
  if (day < first) return say('problem-date-early', { min: dayInNumbers(first) });
  return day > last ? say('problem-date-late', { max: dayInNumbers(last) }) : undefined;
}

/** Until when it holds, typed; the topic is `<enrolment>:<kind>`. */
export function paperUntil(birge: Birge): Turns<string> {
  return {
    name: 'paper-until',
    show: (ctx, topic) => show(birge, ctx.talk, topic),
    hear: (ctx, topic) => hear(birge, ctx, topic),
  };
}

async function show(birge: Birge, talk: Talk, topic: string): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const opened = await paperIf(birge, talk, topicOf(topic));
  if (opened === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  const day = today(birge);
  if (paperStanding(opened.paper, day) !== 'checked') return { is: 'over', screens: [paperCard(birge, talk, opened)] };
  const say = birge.say(languageOf(talk));
  const text = [...(note === undefined ? [] : [note]), say('vol-pap-which-day')].join('\n\n');
  const field = { input: 'date', min: day, max: moveDay(day, longest) } as const;
  return { is: 'wait', screens: [{ text, field, buttons: wayBack(say, opened.enrolment.id) }] };
}

async function hear(birge: Birge, ctx: Ctx, topic: string): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const opened = await paperIf(birge, talk, topicOf(topic));
  if (opened === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  if (paperStanding(opened.paper, today(birge)) !== 'checked') return { is: 'again' };
  const day = typedDay(birge, talk, heard, 'after', (typed) => problemWith(birge, talk, typed));
  if (day === undefined) return { is: 'again' };
  const done = await checkUntil(birge, talk, opened, day);
  const now = await paperIf(birge, talk, topicOf(topic));
  const screen = typeof done === 'object' ? done : now && paperCard(birge, talk, now, done);
  return { is: 'over', screens: [screen ?? refusal(birge, talk)] };
}

function topicOf(topic: string): { enrolment: number; kind: (typeof paperKinds)[number] } {
  const [enrolment, written] = topic.split(':');
  return {
    enrolment: Number(enrolment),
    kind: paperKinds.find((kind) => kind === written) ?? 'recommendation',
  };
}
