import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { clean, lengthOf } from '../../src/forms/text.ts';
import { hearing } from '../../src/screens/hearing.ts';
import type { Screen, Seen, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { signsOf } from '../../src/volunteers/candidates.ts';
import { answerScreen, headOfCandidate } from './candidate-card.ts';
import { questionnaireIf } from './candidate-right.ts';
import { answered } from './candidate-said.ts';
import { refusal } from './right.ts';

/** Characters of a comment: less says nothing, more nobody reads on a phone. Ours. */
const limits = { min: 10, max: 500 };

/**
 * What a candidate is to correct, typed; it is kept and shown once more before it is sent. The topic is the questionnaire.
 */
export function candidateReturn(birge: Birge): Turns<number> {
  return {
    name: 'candidate-return',
    show: (ctx, id) => show(birge, ctx.talk, id),
    hear: (ctx, id, seen) => hear(birge, ctx, id, seen),
  };
}

/** The questionnaire while it waits for an answer; otherwise the screen that says why there is nothing to return. */
async function waiting(
  birge: Birge,
  talk: Talk,
  id: number,
): Promise<{ is: 'waits'; submission: Submission } | { is: 'over'; screen: Screen }> {
  const submission = await questionnaireIf(birge, talk, id, 'choose-volunteers');
  if (submission === undefined) return { is: 'over', screen: refusal(birge, talk) };
  if (submission.status === 'submitted') return { is: 'waits', submission };
  const note = birge.say(languageOf(talk))('vol-cand-meanwhile');
  return { is: 'over', screen: await answerScreen(birge, talk, submission, note) };
}

async function show(birge: Birge, talk: Talk, id: number): Promise<Step> {
  const { note, seen } = talk;
  talk.note = undefined;
  const open = await waiting(birge, talk, id);
  if (open.is === 'over') return { is: 'over', screens: [open.screen] };
  const language = languageOf(talk);
  const say = birge.say(language);
  const comment = seen?.words;
  const head = headOfCandidate(birge, open.submission, language);
  const ask = comment === undefined ? say('vol-cand-return-ask', limits) : say('vol-cand-return-check', { comment });
  const text = [...(note === undefined ? [] : [note]), head, ask].join('\n\n');
  const buttons = [
    ...(comment === undefined
      ? []
      : [
          [{ text: say('vol-cand-return-send'), data: `ret:${id}:send:${signsOf(comment)}` }],
          [{ text: say('vol-cand-return-change'), data: `ret:${id}:change` }],
        ]),
    [{ text: say('form-back'), data: `vol:ans:${id}` }],
  ];
  const since = seen?.since ?? birge.now().getTime();
  return {
    is: 'wait',
    screens: [{ about: id, text, buttons }],
    seen: { question: 'comment', rev: 0, words: comment, since },
  };
}

const again: Heard = { is: 'again' };

async function hear(birge: Birge, ctx: Ctx, id: number, seen: Seen | undefined): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return press(birge, talk, id, heard.data, seen);
  const say = birge.say(languageOf(talk));
  // What was typed before stays until something better comes.
  talk.seen = seen;
  if (seen?.since !== undefined && talk.receivedAt < seen.since) {
    talk.note = say('fill-too-early');
  } else if (heard.is !== 'text') {
    talk.note = say('problem-unexpected', { what: heard.is === 'other' ? heard.what : heard.is });
  } else {
    const words = clean(heard.text);
    const length = lengthOf(words);
    if (length < limits.min || length > limits.max) talk.note = say('vol-cand-return-length', { ...limits, length });
    else talk.seen = { question: 'comment', rev: 0, words };
  }
  return again;
}

/** "Send" names the words that it stands below: a button above an older text does not send the newer one. */
async function press(birge: Birge, talk: Talk, id: number, data: string, seen: Seen | undefined): Promise<Heard> {
  const [, topic, act, signs] = /^ret:(\d{1,15}):(send|change)(?::([\da-z]{4}))?$/.exec(data) ?? [];
  if (Number(topic) !== id) return { is: 'elsewhere' };
  const comment = seen?.words;
  if (act === 'change' || comment === undefined) {
    talk.seen = undefined;
    return again;
  }
  if (signs !== signsOf(comment)) {
    talk.seen = seen;
    return again;
  }
  const open = await waiting(birge, talk, id);
  if (open.is === 'over') return { is: 'over', screens: [open.screen] };
  const given = { answer: 'returned', project: null, comment } as const;
  return { is: 'over', screens: [await answered(birge, talk, open.submission, given)] };
}
