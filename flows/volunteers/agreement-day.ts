import { today } from '../../src/context.ts';
import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers, moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { hearing } from '../../src/screens/hearing.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { ScreenButton, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { typedDay } from '../typed-day.ts';
import { wayScreen } from './agreement-sign.ts';
import { enrolmentIf, refusal } from './right.ts';

/** On which day an agreement was signed: pressed or typed; the topic is `<enrolment>:<agreement>`. */
export function agreementDay(birge: Birge): Turns<string> {
  return {
    name: 'agreement-day',
    show: (ctx, topic) => show(birge, ctx.talk, topic),
    hear: (ctx, topic) => hear(birge, ctx, topic),
  };
}

async function show(birge: Birge, talk: Talk, topic: string): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const asked = await open(birge, talk, topic);
  if (asked === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  const { enrolment, agreement } = asked;
  const say = birge.say(languageOf(talk));
  if (!waits(asked))
    return { is: 'over', screens: [{ text: say('vol-agr-other-now'), buttons: [back(birge, talk, enrolment.id)] }] };
  const day = today(birge);
  const on = (key: string, chosen: Day): ScreenButton => ({
    text: say(key),
    data: `vol:agc:${enrolment.id}:${agreement}:${chosen}`,
  });
  const yesterday = moveDay(day, { days: -1 });
  const text = [
    ...(note === undefined ? [] : [note, '']),
    `<b>${escapeHtml(enrolment.name ?? `№ ${enrolment.person}`)}</b>`,
    say('vol-agr-which-day'),
  ].join('\n');
  const buttons = [
    [on('record-today', day), ...(yesterday < enrolment.from ? [] : [on('record-yesterday', yesterday)])],
    back(birge, talk, enrolment.id),
  ];
  const field = { input: 'date', min: enrolment.from, max: day } as const;
  return { is: 'wait', screens: [{ text, buttons, field, tellsOf: [enrolment.person] }] };
}

async function hear(birge: Birge, ctx: Ctx, topic: string): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const asked = await open(birge, talk, topic);
  if (asked === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  // Signed or made anew meanwhile: showing says so.
  if (!waits(asked)) return { is: 'again' };
  const day = typedDay(birge, talk, heard, 'before', (typed) => dayProblem(birge, talk, asked.enrolment, typed));
  return day === undefined ? { is: 'again' } : { is: 'over', screens: [wayScreen(birge, talk, { ...asked, day })] };
}

/** Why it can not have been signed on that day; undefined: it can. Not in the future, and not before they were a volunteer. */
export function dayProblem(birge: Birge, talk: Talk, { from }: Enrolment, day: Day): string | undefined {
  const say = birge.say(languageOf(talk));
  const last = today(birge);
  if (day > last) return say('problem-date-late', { max: dayInNumbers(last) });
  return day < from ? say('problem-date-early', { min: dayInNumbers(from) }) : undefined;
}

/** The enrolment and the agreement of a topic, for whoever looks after the volunteer. */
async function open(
  birge: Birge,
  talk: Talk,
  topic: string,
): Promise<{ enrolment: Enrolment; agreement: number } | undefined> {
  const [id, agreement] = topic.split(':').map(Number);
  const enrolment = await enrolmentIf(birge, talk, id ?? 0, 'look-after-volunteers');
  return enrolment && { enrolment, agreement: agreement ?? 0 };
}

/** Is it still this agreement that stands there and waits to be signed? */
const waits = ({ enrolment, agreement }: { enrolment: Enrolment; agreement: number }): boolean =>
  enrolment.agreement?.id === agreement && enrolment.agreement.signedOn === null;

const back = (birge: Birge, talk: Talk, id: number): ScreenButton[] => [
  { text: birge.say(languageOf(talk))('form-back'), data: `vol:agc:${id}` },
];
