import type { Birge, OuterCtx } from '../src/context.ts';
import { answersOf } from '../src/filling/answers.ts';
import { languageOf } from '../src/filling/opened.ts';
import { say as words } from '../src/forms/index.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { readSubmission, submissionsOf } from '../src/store/submissions.ts';
import { answeredToMe } from './volunteers/candidate-again.ts';

const perPage = 10;

/** What the person has filled in, newest first: drafts go on, sent ones can be read. */
export async function showMyForms(birge: Birge, ctx: OuterCtx, before: number | null): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null || ctx.chatId === undefined) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const mine = await submissionsOf(birge.store, talk.person.id, before, perPage + 1);
  const rows: ScreenButton[][] = mine.slice(0, perPage).map(({ id, form, status, project }) => {
    const definition = birge.forms.get(form);
    const title = definition ? words(definition.title, language, { today: '' }) : form;
    const where = project ? ` · ${project[language] ?? project.kk}` : '';
    const data = status === 'draft' ? `go:draft:${id}` : `go:view:${id}`;
    return [{ text: shorten(`${say(`status-${status}`)} ${title}${where}`, 80), data }];
  });
  const last = mine.length > perPage ? mine[perPage - 1] : undefined;
  if (last) rows.push([{ text: say('forms-earlier'), data: `go:forms:${last.id}` }]);
  rows.push([{ text: say('menu-button'), data: 'go:menu' }]);
  await put(ctx.api, ctx.chatId, { text: say(mine.length > 0 ? 'my-forms' : 'my-forms-none'), buttons: rows });
}

/** One's own answers as they were sent. Somebody else's are not found here. */
export async function viewMine(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined) return;
  const say = birge.say(languageOf(talk));
  const submission = await readSubmission(birge.store, id);
  if (submission === null || submission.owner !== talk.person?.id) {
    await put(ctx.api, ctx.chatId, {
      text: say('form-not-found'),
      buttons: [[{ text: say('menu-my-forms'), data: 'go:forms' }]],
    });
    return;
  }
  for (const text of await answersOf(birge, submission, languageOf(talk), 'all'))
    await put(ctx.api, ctx.chatId, { text });
  const answered = await answeredToMe(birge, submission, languageOf(talk));
  await put(ctx.api, ctx.chatId, {
    text: answered?.text ?? say('form-view-end'),
    buttons: [...(answered?.rows ?? []), [{ text: say('menu-button'), data: 'go:menu' }]],
  });
}
