import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { clean, lengthProblem } from '../../src/forms/text.ts';
import { monthInWords } from '../../src/rules/months.ts';
import { hearing } from '../../src/screens/hearing.ts';
import type { Screen, Seen, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import { setReportLine } from '../../src/store/volunteers/reports.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { openReport } from './report-open.ts';
import type { OpenReport } from './report-open.ts';
import { quoted, reportScreen } from './report-screen.ts';
import { refusal } from './right.ts';
import { withMenu } from './with-menu.ts';

/** Characters of the line that a volunteer adds, at least and at most. */
const shortest = 3;
const longest = 1000;

/** Asks for the line that a volunteer adds to a report. Its topic: `<enrolment>:<YYYY-MM>`. */
export function reportLine(birge: Birge): Turns<string> {
  return {
    name: 'volunteer-report-line',
    show: (ctx, topic) => show(birge, ctx.talk, topic),
    hear: (ctx, topic, seen) => hear(birge, ctx, topic, seen),
  };
}

/** What the conversation is entered with. */
export const lineTopic = (enrolment: number, month: string): string => `${enrolment}:${month}`;

async function openTopic(birge: Birge, talk: Talk, topic: string): Promise<OpenReport | { refusal: Screen }> {
  const [enrolment = '', month = ''] = topic.split(':');
  const opened = await openReport(birge, talk, Number(enrolment), month);
  return typeof opened === 'string' ? { refusal: refusal(birge, talk) } : opened;
}

async function show(birge: Birge, talk: Talk, topic: string): Promise<Step> {
  const { note, seen } = talk;
  talk.note = undefined;
  const opened = await openTopic(birge, talk, topic);
  if ('refusal' in opened) return { is: 'over', screens: [opened.refusal] };
  const language = languageOf(talk);
  const say = birge.say(language);
  const { report, now, month } = opened;
  const asked = say(now.deeds === 0 ? 'vol-rep-ask-why' : 'vol-rep-ask-line', {
    month: monthInWords(month, language),
    max: longest,
  });
  const text = [...(note === undefined ? [] : [note]), ...quoted(say('vol-rep-line'), report.line), asked].join('\n\n');
  const back = [{ text: say('form-back'), data: `vol:rep:${topic}` }];
  const since = seen?.since ?? birge.now().getTime();
  return { is: 'wait', screens: [{ text, buttons: [back] }], seen: { question: 'report-line', rev: 0, since } };
}

async function hear(birge: Birge, ctx: Ctx, topic: string, seen: Seen | undefined): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const opened = await openTopic(birge, talk, topic);
  if ('refusal' in opened) return { is: 'over', screens: [opened.refusal] };
  const language = languageOf(talk);
  const say = birge.say(language);
  if (seen?.since !== undefined && talk.receivedAt < seen.since) {
    talk.note = say('fill-too-early');
    return { is: 'again' };
  }
  if (heard.is !== 'text') {
    talk.note = say('problem-unexpected', { what: heard.is === 'other' ? heard.what : heard.is });
    return { is: 'again' };
  }
  const line = clean(heard.text);
  const problem = lengthProblem(line, shortest, longest);
  if (problem) {
    talk.note = say(`problem-${problem.problem}`, problem.vars);
    return { is: 'again' };
  }
  const { person, project } = opened.enrolment;
  await setReportLine(birge.store, { person, project, month: opened.month, line }, birge.now());
  const after = await openTopic(birge, talk, topic);
  const screen =
    'refusal' in after
      ? after.refusal
      : withMenu(birge, talk, reportScreen(birge, language, after, say('vol-rep-kept')));
  return { is: 'over', screens: [screen] };
}
