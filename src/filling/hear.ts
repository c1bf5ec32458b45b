import type { Birge, Ctx } from '../context.ts';
import { accept, formHash, previous, shown, visible, wordsForProblem } from '../forms/index.ts';
import type { Input, Question, Value } from '../forms/index.ts';
import { filesSoFar } from '../forms/value.ts';
import { hearing } from '../screens/hearing.ts';
import type { Hearing } from '../screens/hearing.ts';
import type { Seen } from '../screens/screen.ts';
import type { Heard } from '../screens/turns.ts';
import { escapeHtml } from '../screens/html.ts';
import { shorten } from '../screens/shorten.ts';
import type { Talk } from '../talks/talk.ts';
import { isDoubleTap } from './double-tap.ts';
import { goTo, goToOpen, goToSeen } from './go-to.ts';
import { fileInput } from './file-input.ts';
import { languageOf, openDraft, questionAt, valueIn } from './opened.ts';
import type { Opened } from './opened.ts';
import { isRest } from './long-message.ts';
import { pause, send, sentBefore } from './leave.ts';
import { readPress } from './press.ts';
import type { Press } from './press.ts';
import type { Outlook } from './outlook.ts';
import { save } from './save.ts';
import { actSaid } from './words.ts';

/** Takes what the person did where they stand in a form, to whose overview something may be added. */
export async function hearForm(
  birge: Birge,
  ctx: Ctx,
  submission: number,
  seen: Seen | undefined,
  outlook: Outlook,
): Promise<Heard> {
  const { talk } = ctx;
  const open = await openDraft(birge, talk, submission);
  const heard = hearing(ctx);
  if (open === undefined) {
    const press = heard.is === 'press' ? readPress(heard.data) : undefined;
    // Sent or erased meanwhile: showing says so.
    const ends = press?.submission === submission && ['send', 'sure'].includes(press.act);
    return ends ? sentBefore(birge, talk) : again;
  }
  // This very update has been taken before the process died: what it did is stored, only the next question was lost.
  if (open.draft.movedBy === talk.seq) {
    talk.repeated = true;
    return again;
  }
  if (heard.is !== 'press') {
    if (isRest(talk, seen)) return again;
    if (seen?.since !== undefined && talk.receivedAt < seen.since) {
      // Two messages in one breath, or one sent again after an outage: it was not said to this question.
      talk.note = birge.say(languageOf(talk))('fill-too-early');
      return again;
    }
    const meant = seen ? await goToSeen(birge, talk, open, seen) : open;
    return meant ? hearAnswer(birge, ctx, meant, heard) : again;
  }

  if (isDoubleTap(birge, talk, seen)) {
    talk.quiet = true;
    return again;
  }
  const press = readPress(heard.data);
  if (press === undefined || press.submission !== submission) return { is: 'elsewhere' };
  if (press.act === 'pause') return pause(birge, talk, open);
  const ofThisVersion = press.version === formHash(open.whole).slice(0, 6);
  const onScreen = ofThisVersion && press.question === seen?.question && press.question !== 'overview';
  const first = !onScreen && ofThisVersion && isFirstAnswer(open, press);
  const meant = onScreen
    ? await goToSeen(birge, talk, open, seen)
    : first
      ? await goToOpen(birge, talk, open, press.question)
      : open;
  if (meant === undefined) return again;
  // Of another section it was not known before: it has an answer, which is shown before it can be changed.
  if (first && meant.draft.answered.has(press.question)) return again;
  const current = ofThisVersion && press.question === meant.at;
  if (!current || press.act === 'change') return openForChange(birge, ctx, meant, press);
  if (meant.at === 'overview') return hearAtOverview(birge, ctx, meant, press.act, outlook);
  return hearAct(birge, ctx, meant, press.act);
}

const again: Heard = { is: 'again' };

/** A button of a question that has no answer yet: there is nothing to change, so it answers, wherever the person stands. */
function isFirstAnswer({ whole, state, draft, at }: Opened, { question, act }: Press): boolean {
  const asked = visible(whole, state.guards).some(({ id }) => id === question);
  return asked && question !== at && !draft.answered.has(question) && !['back', 'keep', 'change'].includes(act);
}

/** A button of another question, or of an earlier version of the form: that question opens for change. */
async function openForChange(birge: Birge, ctx: Ctx, open: Opened, { question, act }: Press): Promise<Heard> {
  // "Keep" pressed twice in a hurry: the person has gone on already.
  if (act === 'keep') return again;
  const known = visible(open.whole, open.state.guards).some(({ id }) => id === question);
  // "Back" pressed twice in a hurry leads to the same place as once.
  const to = (act === 'back' && previous(open.form, open.state, question)) || question;
  if (known || question === 'overview') await goTo(birge, ctx.talk, open, to);
  else ctx.talk.note = birge.say(languageOf(ctx.talk))('fill-question-gone');
  return again;
}

async function hearAtOverview(
  birge: Birge,
  { talk }: Ctx,
  open: Opened,
  act: string,
  outlook: Outlook,
): Promise<Heard> {
  if (act === 'send' || act === 'sure') {
    const { stops, asks } = await outlook(birge, talk, open);
    // The overview says what is in the way, or asks whether to send.
    return stops || (asks !== undefined && act === 'send') ? again : send(birge, talk, open);
  }
  talk.inPlace = act.startsWith('list');
  return again;
}

/** A pressed button, or its words typed, at the question where the person stands. */
async function hearAct(birge: Birge, ctx: Ctx, open: Opened, act: string): Promise<Heard> {
  const question = questionAt(open);
  if (question === undefined) return again;
  switch (act) {
    case 'back': {
      const before = previous(open.form, open.state, question.id);
      if (before !== undefined) await goTo(birge, ctx.talk, open, before);
      return again;
    }
    case 'keep':
      await goTo(birge, ctx.talk, open, undefined);
      return again;
    case 'pause':
      return pause(birge, ctx.talk, open);
    default:
      return take(birge, ctx, open, question, { kind: 'press', act });
  }
}

async function hearAnswer(
  birge: Birge,
  ctx: Ctx,
  open: Opened,
  heard: Exclude<Hearing, { is: 'press' }>,
): Promise<Heard> {
  const question = questionAt(open);
  const say = birge.say(languageOf(ctx.talk));
  if (heard.is === 'text') {
    const act = actSaid(birge, heard.text);
    if (act === 'pause') return pause(birge, ctx.talk, open);
    if (question && act && (act !== 'keep' || open.draft.answered.has(question.id)))
      return hearAct(birge, ctx, open, act);
  }
  if (question === undefined) {
    ctx.talk.note = say(open.whole.walk === 'sections' ? 'fill-sections-buttons' : 'fill-overview-buttons');
    return again;
  }
  if (heard.is === 'file') {
    const file = await fileInput(birge, ctx.talk, open, question, heard);
    if (file === undefined) return again;
    const heardFile = await take(birge, ctx, open, question, file);
    // Nothing that somebody wrote is left without a word.
    if (heard.words) ctx.talk.note ??= say('fill-words-left');
    return heardFile;
  }
  return take(birge, ctx, open, question, inputOf(heard));
}

function inputOf(heard: Exclude<Hearing, { is: 'press' | 'file' }>): Input {
  switch (heard.is) {
    case 'text':
      return { kind: 'text', text: heard.text };
    case 'contact':
      return { kind: 'contact', phone: heard.phone };
    case 'other':
      return { kind: 'other', what: heard.what };
  }
}

async function take(birge: Birge, ctx: Ctx, open: Opened, question: Question, input: Input): Promise<Heard> {
  const { talk } = ctx;
  const outcome = accept(question, input, valueIn(open.draft, question.id), open.facts);
  if (outcome.is === 'problem') {
    const language = languageOf(talk);
    const own = wordsForProblem(question, outcome.problem, language);
    talk.note = own === undefined ? birge.say(language)(`problem-${outcome.problem}`, outcome.vars) : escapeHtml(own);
    return again;
  }
  // Ticks change the message that is already there.
  talk.inPlace = outcome.is === 'part' && input.kind === 'press';
  if (question.type === 'phone' && talk.kind === 'telegram') talk.endContact = 'fill-contact-thanks';
  const heard = await save(birge, talk, open, question, outcome);
  if (input.kind === 'file' && talk.draft === null) {
    // A colleague's file came in the same moment: there is room for both.
    const newest = await openDraft(birge, talk, open.draft.id);
    if (newest === undefined || question.type !== 'file' || (question.max ?? 1) === 1) return heard;
    talk.note = undefined;
    return take(birge, ctx, newest, question, input);
  }
  // Own words among several choices: the question stays, and would look as if they had not been heard.
  if (outcome.is === 'part' && input.kind === 'text') {
    talk.note ??= `✓ ${escapeHtml(shorten(input.text, 300))}\n${birge.say(languageOf(talk))('fill-noted')}`;
  }
  // Several may come, one after the other: whoever sends them sees that each was taken.
  if (outcome.is === 'part' && input.kind === 'file')
    talk.note ??= birge.say(languageOf(talk))('fill-files', { count: filesSoFar(outcome.value).length });
  // What was written beside a question leads back to that question: it says that it has been taken.
  if (outcome.is === 'answer' && input.kind === 'text' && question.button)
    talk.note ??= `✓ ${escapeHtml(question.button[languageOf(talk)])}`;
  // A pressed button leaves no trace in a chat: the next message says what was taken.
  if (outcome.is === 'answer' && input.kind === 'press') talk.note ??= taken(open, question, outcome.value, talk);
  return heard;
}

function taken(open: Opened, question: Question, value: Value, talk: Talk): string | undefined {
  const answer = shown(question, value, languageOf(talk), open.facts);
  return answer === null ? undefined : `✓ ${escapeHtml(shorten(answer, 300))}`;
}
