import type { Birge } from '../context.ts';
import { formHash, overview, readForm, say as words } from '../forms/index.ts';
import type { Form, OverviewLine, Value } from '../forms/index.ts';
import { escapeHtml } from '../screens/html.ts';
import { readFormVersion } from '../store/form-versions.ts';
import type { Submission } from '../store/submissions.ts';
import type { Language } from '../store/talks.ts';
import { factsOf } from './opened.ts';

/** Which answers are shown: all, those without contacts and health, or only these. */
export type Part = 'all' | 'open' | 'sensitive';

/** Telegram takes 4,096 characters; entities count as their text, so this leaves room. */
const perMessage = 3500;

/** A submission's answers as messages of HTML, with the labels of the version in which it was sent. */
export async function answersOf(
  birge: Birge,
  submission: Submission,
  language: Language,
  part: Part,
): Promise<string[]> {
  const form = await formAsSent(birge, submission);
  if (form === undefined) return [];
  const facts = factsOf(birge, submission.project, language);
  const values = Object.fromEntries(Object.entries(submission.answers).map(([id, { value }]) => [id, value as Value]));
  const lines = overview(form, values, language, facts).filter((line) => belongs(line, part));
  const title = `<b>${escapeHtml(words(form.title, language, facts))}</b>`;
  const none = birge.say(language)('form-no-answer');
  return inMessages([title, ...lines.map(({ question, answer }) => answered(question, answer ?? none))]);
}

const belongs = ({ sensitive }: OverviewLine, part: Part): boolean =>
  part === 'all' || (part === 'sensitive') === (sensitive !== undefined);

/** One answer longer than a message is cut there; it is stored whole and stands whole in the export. */
const answered = (question: string, answer: string): string =>
  `${escapeHtml(question)}\n<b>${escapeHtml([...answer].slice(0, 2500).join(''))}</b>`;

async function formAsSent(birge: Birge, submission: Submission): Promise<Form | undefined> {
  const current = birge.forms.get(submission.form);
  if (current && formHash(current) === submission.hash) return current;
  const read = readForm(await readFormVersion(birge.store, submission.form, submission.hash));
  return read.is === 'form' ? read.form : current;
}

function inMessages(blocks: string[]): string[] {
  const messages: string[] = [];
  for (const block of blocks) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + block.length + 2 <= perMessage)
      messages[messages.length - 1] = `${last}\n\n${block}`;
    else messages.push(block);
  }
  return messages;
}
