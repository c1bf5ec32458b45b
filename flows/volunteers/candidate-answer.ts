import type { Composer } from 'grammy';
import { may, scopeOf } from '../../src/access/rights.ts';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { declinedWords } from '../../src/outbox/letters/candidate-answered.ts';
import { put } from '../../src/screens/put.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { projectsIn, readProject } from '../../src/store/volunteers/enrolments.ts';
import { answerScreen, headOfCandidate } from './candidate-card.ts';
import { candidateFor } from './candidate-right.ts';
import { answered } from './candidate-said.ts';
import { candidateName } from './candidate-words.ts';
import { placeOfProject } from './right.ts';

/** Projects to accept into that are named at once. */
const mostProjects = 30;

/** What is answered to a candidate; the right and the state are asked at every press. */
export function answerRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:ans:(\d{1,15})$/, (ctx) => withCandidate(birge, ctx, ctx.match[1], async () => undefined));
  app.callbackQuery(/^vol:ans:(\d{1,15}):in(?::(\d{1,15})(:yes)?)?$/, (ctx) =>
    withCandidate(birge, ctx, ctx.match[1], (submission) => {
      const project = submission.about?.kind === 'project' ? submission.about.id : Number(ctx.match[2] ?? 0);
      if (project === 0) return askProject(birge, ctx, submission);
      return accept(birge, ctx, submission, project, ctx.match[3] !== undefined);
    }),
  );
  app.callbackQuery(/^vol:ans:(\d{1,15}):no(:yes)?$/, (ctx) =>
    withCandidate(birge, ctx, ctx.match[1], (submission) =>
      ctx.match[2] === undefined
        ? askDecline(birge, ctx, submission)
        : answered(birge, ctx.talk, submission, { answer: 'declined', project: null, comment: null }),
    ),
  );
  app.callbackQuery(/^vol:ans:(\d{1,15}):back$/, (ctx) =>
    withCandidate(birge, ctx, ctx.match[1], async ({ id }) => {
      ctx.talk.seen = undefined;
      await ctx.conversation.enter('candidate-return', id);
      return 'entered';
    }),
  );
  // The comment's buttons, outside of its conversation: it is over, or was left.
  app.callbackQuery(/^ret:(\d{1,15}):/, (ctx) => withCandidate(birge, ctx, ctx.match[1], async () => undefined));
}

/** Does this to a questionnaire that waits for an answer; otherwise, or if nothing is to be done, says what stands. */
async function withCandidate(
  birge: Birge,
  ctx: OuterCtx,
  id: string | undefined,
  act: (submission: Submission) => Promise<Screen | 'entered' | undefined>,
): Promise<void> {
  const submission = await candidateFor(birge, ctx, Number(id));
  if (submission === undefined || ctx.chatId === undefined) return;
  const done = submission.status === 'submitted' ? await act(submission) : undefined;
  if (done === 'entered') return;
  await put(ctx.api, ctx.chatId, done ?? (await answerScreen(birge, ctx.talk, submission)));
}

/** For the pool: into which project? */
async function askProject(birge: Birge, { talk }: OuterCtx, { id }: Submission): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const projects = await projectsIn(birge.store, scopeOf(talk.roles, 'choose-volunteers'), mostProjects);
  const rows = projects.map(({ id: project, name, organisationName }): ScreenButton[] => {
    const text = shorten(`${inWords(name, language)} · ${inWords(organisationName, language)}`, 60);
    return [{ text, data: `vol:ans:${id}:in:${project}` }];
  });
  return {
    text: say(projects.length === 0 ? 'vol-cand-no-project' : 'vol-cand-which-project'),
    buttons: [...rows, [{ text: say('form-back'), data: `vol:ans:${id}` }]],
  };
}

/** Asks once, then accepts. */
async function accept(
  birge: Birge,
  { talk }: OuterCtx,
  submission: Submission,
  id: number,
  sure: boolean,
): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const project = await readProject(birge.store, id, today(birge));
  if (project === null || !may(talk.roles, 'choose-volunteers', placeOfProject(project))) {
    return answerScreen(birge, talk, submission, say('vol-cand-project-gone'));
  }
  if (sure) return answered(birge, talk, submission, { answer: 'accepted', project: id, comment: null });
  return {
    about: submission.id,
    text: say('vol-cand-accept-ask', {
      name: candidateName(submission),
      project: shorten(inWords(project.name, language), 120),
    }),
    buttons: [
      [{ text: say('vol-cand-accept-yes'), data: `vol:ans:${submission.id}:in:${id}:yes` }],
      [{ text: say('form-back'), data: `vol:ans:${submission.id}` }],
    ],
  };
}

/** Asks once, with the words that the candidate will read. */
async function askDecline(birge: Birge, { talk }: OuterCtx, submission: Submission): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const reads = declinedWords(say, submission.project?.name ?? null, language);
  return {
    about: submission.id,
    text: `${headOfCandidate(birge, submission, language)}\n\n${say('vol-cand-decline-ask')}\n\n<blockquote>${reads}</blockquote>`,
    buttons: [
      [{ text: say('vol-cand-decline-yes'), data: `vol:ans:${submission.id}:no:yes` }],
      [{ text: say('form-back'), data: `vol:ans:${submission.id}` }],
    ],
  };
}
