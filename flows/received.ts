import { may, scopeOf } from '../src/access/rights.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { answersOf } from '../src/filling/answers.ts';
import { languageOf } from '../src/filling/opened.ts';
import { firstName } from '../src/people/name.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { readSubmission } from '../src/store/submissions.ts';
import { receivedIn } from '../src/store/organisations.ts';
import { noteAudit } from '../src/store/people.ts';
import { questionnaire } from '../src/filling/forms-by-name.ts';

const perPage = 10;

/** Questionnaires that have come to the projects where this person reads them, newest first, by first name only. */
export async function showReceived(birge: Birge, ctx: OuterCtx, before: number | null): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const received = await receivedIn(
    birge.store,
    questionnaire,
    scopeOf(talk.roles, 'read-submission'),
    before,
    perPage + 1,
  );
  const rows: ScreenButton[][] = received.slice(0, perPage).map(({ id, name, project }) => {
    const where = project ? (project[language] ?? project.kk) : say('projects-pool-short');
    return [{ text: shorten(`№ ${id} · ${firstName(name) ?? ''} · ${where}`, 60), data: `card:${id}` }];
  });
  const last = received.length > perPage ? received[perPage - 1] : undefined;
  if (last) rows.push([{ text: say('forms-earlier'), data: `go:received:${last.id}` }]);
  rows.push([{ text: say('menu-button'), data: 'go:menu' }]);
  await put(ctx.api, ctx.chatId, { text: say(received.length > 0 ? 'received' : 'received-none'), buttons: rows });
}

/**
 * Opens somebody's questionnaire, after the right is checked and with a row in the audit. Contacts and health stand
 * behind one more button. In groups nothing personal is ever shown.
 */
export async function openCard(birge: Birge, ctx: OuterCtx, id: number, part: 'open' | 'sensitive'): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined || talk.person === null || talk.chatKind !== 'private') return;
  const say = birge.say(languageOf(talk));
  const submission = await readSubmission(birge.store, id);
  const place = {
    organisations: submission?.above ?? [],
    project: submission?.about?.kind === 'project' ? submission.about.id : undefined,
  };
  if (submission === null || submission.status === 'draft' || !may(talk.roles, 'read-submission', place)) {
    await put(ctx.api, ctx.chatId, {
      text: say('card-refused'),
      buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
    });
    return;
  }
  const action = part === 'open' ? 'read-submission' : 'read-sensitive';
  await noteAudit(birge.store, { person: talk.person.id, action, subject: { kind: 'submission', id } }, birge.now());
  const texts = await answersOf(birge, submission, languageOf(talk), part);
  for (const text of texts) await put(ctx.api, ctx.chatId, { text, about: id });
  const more: ScreenButton[][] = part === 'open' ? [[{ text: say('card-sensitive'), data: `card:${id}:more` }]] : [];
  await put(ctx.api, ctx.chatId, {
    text: say(part === 'open' ? 'card-end' : 'card-sensitive-end'),
    buttons: [...more, [{ text: say('menu-button'), data: 'go:menu' }]],
  });
}
