import type { Birge } from '../context.ts';
import { shown } from '../forms/index.ts';
import type { Outcome, Question, Value } from '../forms/index.ts';
import { dayInNumbers } from '../rules/dates.ts';
import { shorten } from '../screens/shorten.ts';
import type { Draft } from '../store/talks.ts';
import type { Talk } from '../talks/talk.ts';
import { languageOf } from './opened.ts';
import type { Opened } from './opened.ts';

/** An answer that stands, as the draft carries it. */
type Standing = Omit<Draft['values'][string], 'by'> & { by?: string | null | undefined };

/** At an answered question: what stands there, and of a form that is filled in together whose it is and since when. */
export function nowAnswered(birge: Birge, talk: Talk, open: Opened, question: Question): string {
  const say = birge.say(languageOf(talk));
  const stands = open.draft.values[question.id];
  // A long text is shown whole, so that it can be worked on: it is at most 2,000 characters.
  const answer = inWords(birge, talk, open, question, stands?.value, question.type === 'long-text' ? 2000 : 300);
  if (stands?.at === undefined) return say('form-change-now', { answer });
  return say('fill-now-by', { answer, name: nameOf(birge, talk, stands), day: dayOf(birge, stands) });
}

/** Somebody answered meanwhile: whose answer stands, and that the refused one is kept. */
export function otherAnswer(
  birge: Birge,
  talk: Talk,
  open: Opened,
  question: Question,
  other: Standing & { refused: Value },
): string {
  const say = birge.say(languageOf(talk));
  if (open.draft.organisation === null) return say('fill-changed-elsewhere');
  return say('fill-colleague-answered', {
    name: nameOf(birge, talk, other),
    theirs: inWords(birge, talk, open, question, other.value),
    yours: inWords(birge, talk, open, question, other.refused),
  });
}

/** After a colleague's answer was changed: what stands now, and whose answer stood there; otherwise undefined. */
export function replaced(
  birge: Birge,
  talk: Talk,
  open: Opened,
  question: Question,
  outcome: Exclude<Outcome, { is: 'problem' }>,
): string | undefined {
  const before = open.draft.values[question.id];
  if (before?.at === undefined || before.byId === talk.person?.id || outcome.is !== 'answer') return undefined;
  if (!open.draft.answered.has(question.id) || JSON.stringify(before.value) === JSON.stringify(outcome.value))
    return undefined;
  return birge.say(languageOf(talk))('fill-replaced', {
    answer: inWords(birge, talk, open, question, outcome.value),
    before: inWords(birge, talk, open, question, before.value),
    name: nameOf(birge, talk, before),
  });
}

function inWords(
  birge: Birge,
  talk: Talk,
  { facts }: Opened,
  question: Question,
  value: unknown,
  longest = 300,
): string {
  const language = languageOf(talk);
  const answer = shown(question, value as Value | undefined, language, facts);
  return answer === null ? birge.say(language)('form-no-answer') : shorten(answer, longest);
}

/** Oneself is not called by name; who has said none is a colleague. */
function nameOf(birge: Birge, talk: Talk, { by, byId }: Standing): string {
  const say = birge.say(languageOf(talk));
  if (byId === talk.person?.id) return say('fill-yourself');
  return by ?? say('fill-colleague');
}

const dayOf = ({ timeZone }: Birge, { at }: Standing): string =>
  at === undefined ? '' : dayInNumbers(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at)));
