import type { Birge } from '../context.ts';
import { formHash, next, saved, say as words } from '../forms/index.ts';
import type { Form } from '../forms/index.ts';
import { escapeHtml } from '../screens/html.ts';
import type { Heard } from '../screens/turns.ts';
import { sendSubmission } from '../store/drafts.ts';
import type { Draft } from '../store/talks.ts';
import { NotAnswered } from '../talks/desk.ts';
import type { Talk } from '../talks/talk.ts';
import { factsOf, languageOf } from './opened.ts';
import type { Opened } from './opened.ts';

/** Leaves the form for now: says what is saved and how to go on. */
export function pause(birge: Birge, talk: Talk, open: Opened): Heard {
  const say = birge.say(languageOf(talk));
  const { number, of } = saved(open.form, open.state);
  const buttons = [
    [
      { text: say('go-on'), data: 'go:on' },
      { text: say('menu-button'), data: 'go:menu' },
    ],
  ];
  // Within a section only what is answered there is known.
  const text = say(open.form === open.whole || open.at === 'overview' ? 'fill-paused' : 'fill-paused-section', {
    number,
    of,
  });
  return { is: 'over', screens: [{ text, buttons }] };
}

/** Sends the form, if nothing is open any more; what remains open is asked first. */
export async function send(birge: Birge, talk: Talk, open: Opened): Promise<Heard> {
  if (talk.person === null || next(open.form, open.state) !== 'overview') return { is: 'again' };
  const submission = { submission: open.draft.id, person: talk.person.id, hash: formHash(open.whole) };
  const sent = await sendSubmission(birge.store, talk, submission, birge.now());
  if (sent.is === 'stale') throw new NotAnswered();
  talk.draft = null;
  if (sent.is === 'closed') return { is: 'again' };
  return thanked(birge, talk, open.draft, open.whole);
}

/** "Send" comes a second time because the process died over the first: what follows a sending is done and said again. */
export function sentBefore(birge: Birge, talk: Talk): Heard {
  const { draft } = talk;
  const form = draft === null ? undefined : birge.forms.get(draft.form);
  if (draft === null || form === undefined || !['submitted', 'accepted'].includes(draft.status)) return { is: 'again' };
  talk.draft = null;
  return thanked(birge, talk, draft, form);
}

function thanked(birge: Birge, talk: Talk, { id, project }: Draft, form: Form): Heard {
  const language = languageOf(talk);
  const text = escapeHtml(words(form.thanks, language, factsOf(birge, project, language)));
  const menu = { text: birge.say(language)('menu-button'), data: 'go:menu' };
  return { is: 'over', screens: [{ text, buttons: [[menu]] }], sent: id };
}
