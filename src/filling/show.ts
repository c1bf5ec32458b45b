import { filesSoFar } from '../forms/value.ts';
import { escapeHtml } from '../screens/html.ts';
import type { Birge, Ctx, Say } from '../context.ts';
import { ask, awaitsWords, buttons, place, previous } from '../forms/index.ts';
import type { Question } from '../forms/index.ts';
import type { Field, Screen, ScreenButton, Step } from '../screens/screen.ts';
import type { Talk } from '../talks/talk.ts';
import { besideRows } from './beside.ts';
import { carriesItsPlace, languageOf, openDraft, pressOf, questionAt, revIn, valueIn } from './opened.ts';
import type { Opened } from './opened.ts';
import { goToOpen } from './go-to.ts';
import { keptScreen } from './kept.ts';
import { pressIn } from './double-tap.ts';
import type { Outlook } from './outlook.ts';
import { showOverview } from './overview.ts';
import { showSections } from './sections.ts';
import { nowAnswered } from './whose.ts';
import { cutAtIn } from './long-message.ts';
import { readPress } from './press.ts';

/** Shows where the person stands in a form: the question, or the overview, to which a form may add something. */
export async function showForm(birge: Birge, { talk }: Ctx, submission: number, outlook: Outlook): Promise<Step> {
  const say = birge.say(languageOf(talk));
  const open = await openWhereItStands(birge, talk, submission);
  if (open === undefined) {
    const kept = talk.draft === null ? keptScreen(birge, talk) : undefined;
    if (kept) return { is: 'over', screens: [kept] };
    // From the menu another draft that is open can be gone on with.
    const buttons = [[{ text: say('menu-button'), data: 'go:menu' }]];
    // What they may not fill in is not there for them.
    const text = say(talk.draft === null && !isSending(talk) ? 'fill-not-theirs' : 'fill-already-sent');
    return { is: 'over', screens: [{ text, buttons }] };
  }
  const question = questionAt(open);
  const note = talk.note;
  talk.note = undefined;
  const screens: Screen[] = [];
  if (talk.endContact) {
    // The contact button goes away with a message of its own: one message can not both take it away and have buttons.
    screens.push({ text: say(talk.endContact), endContact: true });
    talk.endContact = undefined;
  }
  const cutAt = cutAtIn(talk);
  const press = pressIn(birge, talk);
  const since = sinceWhen(birge, talk, open.at);
  const rev = revIn(open.draft, open.at);
  const seen = { question: open.at, rev, ...(since && { since }), ...(cutAt && { cutAt }), ...(press && { press }) };
  // It stands there already.
  if (talk.quiet) return { is: 'wait', screens: [], seen };
  if (question === undefined) {
    const added = await outlook(birge, talk, open);
    const show = open.whole.walk === 'sections' ? showSections : showOverview;
    return { is: 'wait', screens: [...screens, ...show(birge, talk, open, note, added)], seen };
  }
  const screen = showQuestion(birge, talk, open, question, note);
  const pressed = talk.update.callback_query?.message?.message_id;
  screens.push(talk.inPlace && pressed !== undefined ? { ...screen, replaces: pressed } : screen);
  return { is: 'wait', screens, seen };
}

/** "Send" was pressed: a form that is no more then went because it was sent, for what it said is kept elsewhere. */
const isSending = (talk: Talk): boolean =>
  ['send', 'sure'].includes(readPress(talk.update.callback_query?.data ?? '')?.act ?? '');

/** A question that is shown again has been the question all along; after a crash nobody knows when it was shown first. */
function sinceWhen(birge: Birge, talk: Talk, question: string): number | undefined {
  if (talk.repeated || talk.tries > 1) return undefined;
  return talk.seen?.question === question ? talk.seen.since : birge.now().getTime();
}

/** The draft with what is stored at its place; a place that is no longer asked may have become the overview. */
async function openWhereItStands(birge: Birge, talk: Talk, submission: number): Promise<Opened | undefined> {
  const open = await openDraft(birge, talk, submission);
  if (open === undefined || (open.draft.at === open.at && carriesItsPlace(open))) return open;
  return open.at === 'overview' || open.whole.walk === 'sections' ? goToOpen(birge, talk, open, open.at) : open;
}

function showQuestion(birge: Birge, talk: Talk, open: Opened, question: Question, note: string | undefined): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const contacts = talk.kind === 'telegram';
  const asked = ask(question, language, open.facts);
  const { number, of } = place(open.form, open.state, question.id);
  const current = valueIn(open.draft, question.id);
  const parts = [
    note,
    // What has a button at the overview is none of the questions on the way.
    number > 0 && `<i>${say('form-progress', { number, of })}</i>`,
    asked.section &&
      [`<b>${escapeHtml(asked.section.title)}</b>`, asked.section.note && escapeHtml(asked.section.note)]
        .filter(Boolean)
        .join('\n'),
    escapeHtml(asked.text),
    asked.ends && `1 — ${escapeHtml(asked.ends.low)}\n5 — ${escapeHtml(asked.ends.high)}`,
    current !== undefined && awaitsWords(current) && `<b>${say('form-write-other')}</b>`,
    current !== undefined && open.draft.answered.has(question.id) && nowAnswered(birge, talk, open, question),
    note === undefined && filesComing(open, question, say),
    asked.hint && `<i>${escapeHtml(asked.hint)}</i>`,
  ];
  const text = parts.filter(Boolean).join('\n\n');
  const field = fieldOf(question);
  const rows = [
    ...answerRows(open, question, language),
    ...besideRows(open, question.id, language),
    ...walkingRows(open, question, say),
  ];
  return {
    text,
    buttons: rows,
    ...(field && { field }),
    ...(question.type === 'phone' && contacts && { contact: say('fill-share-phone') }),
  };
}

/** Files that have come and wait for "Done": whoever comes back sees that they are there. */
function filesComing({ draft }: Opened, question: Question, say: Say): string | undefined {
  if (question.type !== 'file' || draft.answered.has(question.id)) return undefined;
  const count = filesSoFar(valueIn(draft, question.id)).length;
  return count === 0 ? undefined : say('fill-files', { count });
}

function answerRows(open: Opened, question: Question, language: 'kk' | 'ru' | 'en'): ScreenButton[][] {
  const press = pressOf(open, question.id);
  return buttons(question, valueIn(open.draft, question.id), open.facts, language).map((row) =>
    row.map(({ text, act }) => ({ text, data: press(act) })),
  );
}

/** Back, skip, keep and pause: what every question has without asking for it. */
function walkingRows(open: Opened, question: Question, say: Say): ScreenButton[][] {
  const press = pressOf(open, question.id);
  const acts: ScreenButton[] = [];
  if (previous(open.form, open.state, question.id) !== undefined)
    acts.push({ text: say('form-back'), data: press('back') });
  if (open.draft.answered.has(question.id)) acts.push({ text: say('form-keep'), data: press('keep') });
  const act = leavingOut(open, question);
  if (act !== undefined) acts.push({ text: say(act), data: press('skip') });
  const all = { text: say('fill-sections'), data: pressOf(open, 'overview')('change') };
  const sections = open.whole.walk === 'sections' ? [all] : [];
  return [[...acts, ...sections, { text: say('form-pause'), data: press('pause') }]];
}

/** What leaves an optional question without an answer is called: an answer that is there is taken away, not skipped. */
function leavingOut({ draft }: Opened, question: Question): 'form-skip' | 'fill-remove' | undefined {
  if (!question.optional) return undefined;
  const nothing = (valueIn(draft, question.id) ?? null) === null;
  // What was skipped before is kept so.
  if (draft.answered.has(question.id)) return nothing ? undefined : 'fill-remove';
  // It was opened by hand, and "Back" leads to where it was opened.
  if (question.beside === 'overview' && nothing) return undefined;
  // Files that are just coming have a button of their own to begin anew.
  return nothing || question.type !== 'file' ? 'form-skip' : undefined;
}

function fieldOf(question: Question): Field | undefined {
  switch (question.type) {
    case 'date':
    case 'phone':
    case 'email':
    case 'number':
      return { input: question.type };
    default:
      return undefined;
  }
}
