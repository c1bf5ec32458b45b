import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { filesSoFar } from '../../src/forms/value.ts';
import type { Value } from '../../src/forms/value.ts';
import { endingOf } from '../../src/screens/file-type.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import { filesNamed } from '../../src/store/files.ts';
import { noteAudit } from '../../src/store/people.ts';
import { readSubmission } from '../../src/store/submissions.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { paperName, paperStanding } from '../../src/volunteers/papers.ts';
import { sendStored } from '../stored-file.ts';
import type { FileEnd } from '../stored-file.ts';
import { paperCard, paperFor } from './paper-card.ts';
import type { OpenedPaper, PaperTopic } from './paper-card.ts';

/**
 * Shows what was sent for a paper: its files go into the chat, words are said. That it was opened stands in the audit. What
 * can be done with it comes last.
 */
export async function openPaper(birge: Birge, ctx: OuterCtx, topic: PaperTopic): Promise<void> {
  const opened = await paperFor(birge, ctx, topic);
  if (opened === undefined || ctx.chatId === undefined) return;
  const { paper } = opened;
  const sent = paper?.submission ?? null;
  const submission = sent === null ? null : await readSubmission(birge.store, sent);
  const say = birge.say(languageOf(ctx.talk));
  if (paper === undefined || submission === null) {
    await put(ctx.api, ctx.chatId, paperCard(birge, ctx.talk, opened, say('vol-pap-nothing-sent')));
    return;
  }
  const seen = { person: opened.by, action: 'open-paper', subject: { kind: 'paper', id: paper.id } };
  await noteAudit(birge.store, seen, birge.now());
  const words = submission.answers['employer']?.value;
  const told = opened.kind === 'last_employer' && typeof words === 'string';
  if (told) await put(ctx.api, ctx.chatId, { text: escapeHtml(words), ...toldBy(opened, submission) });
  const ends = told ? [] : await sendFiles(birge, ctx, opened, submission);
  const missing = ends.filter((end) => end !== 'sent').length;
  const note = missing > 0 ? say('vol-pap-files-missing', { count: missing }) : undefined;
  const looked = paperStanding(paper, today(birge)) === 'received' ? say('vol-pap-looked') : undefined;
  await put(ctx.api, ctx.chatId, paperCard(birge, ctx.talk, opened, note ?? looked));
}

/** Of whom it tells, and by what they have sent. */
const toldBy = ({ enrolment }: OpenedPaper, { id }: Submission) => ({ about: id, tellsOf: [enrolment.person] });

/** Gives what became of each file. */
async function sendFiles(birge: Birge, ctx: OuterCtx, opened: OpenedPaper, submission: Submission): Promise<FileEnd[]> {
  const { kind, enrolment } = opened;
  const { answers } = submission;
  const say = birge.say(languageOf(ctx.talk));
  // What is stored has been an answer of the forms engine.
  const ids = filesSoFar(answers['file']?.value as Value | undefined).map(({ file }) => Number(file));
  const known = new Map((ids.length > 0 ? await filesNamed(birge.store, ids) : []).map((file) => [file.id, file]));
  const caption = `<b>${say(paperName[kind])}</b>\n${escapeHtml(enrolment.name ?? `№ ${enrolment.person}`)}`;
  const ends: FileEnd[] = [];
  for (const [index, id] of ids.entries()) {
    const file = known.get(id);
    const name = `${kind.replaceAll('_', '-')}-${index + 1}${file ? `.${endingOf(file.mime)}` : ''}`;
    ends.push(await sendStored(birge, ctx, { name, file }, caption, [], toldBy(opened, submission)));
  }
  return ends;
}
