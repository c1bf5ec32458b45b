import type { Say } from '../context.ts';
import type { Screen } from '../screens/screen.ts';
import { readSubmission } from '../store/submissions.ts';
import type { Submission } from '../store/submissions.ts';
import type { JobEnd } from '../store/jobs.ts';
import { coordinatorsOf } from '../store/people.ts';
import type { Language } from '../store/talks.ts';
import { firstName } from '../people/name.ts';
import { questionnaire } from '../filling/forms-by-name.ts';
import { reach, reachChat } from './reach.ts';
import type { Workshop } from './job.ts';

/** Tells a project's coordinators of a sent questionnaire: the project, the first name and a button. Without coordinators,
 * or for the pool, the administrators' chats hear of it. */
export async function submissionCard(shop: Workshop, payload: Record<string, unknown>): Promise<JobEnd> {
  const submission = await readSubmission(shop.store, Number(payload['submission']));
  if (submission?.status !== 'submitted' || submission.form !== questionnaire) return { is: 'done' };
  const project = submission.about?.kind === 'project' ? submission.about.id : undefined;
  const coordinators = project === undefined ? [] : await coordinatorsOf(shop.store, project, shop.now());
  let reached = 0;
  for (const person of coordinators) {
    if (await reach(shop, person, (say, language) => card(submission, say, language))) reached += 1;
  }
  // Whoever could not be told finds it in the list of received questionnaires all the same.
  if (reached === 0) await tellAdministrators(shop, submission);
  return { is: 'done' };
}

async function tellAdministrators(shop: Workshop, submission: Submission): Promise<void> {
  const telegram = [...shop.channels].find(([, { kind }]) => kind === 'telegram')?.[0];
  if (telegram === undefined) return;
  for (const chat of shop.adminChats) {
    await reachChat(shop, telegram, chat, card(submission, shop.say('kk'), 'kk'));
  }
}

function card(submission: Submission, say: Say, language: Language): Screen {
  const { project, id } = submission;
  const where = project ? (project.name[language] ?? project.name.kk) : say('projects-pool-short');
  const name = firstName(String(submission.answers['full_name']?.value ?? '')) ?? '';
  return {
    about: id,
    text: say('card', { project: where, name }),
    buttons: [[{ text: say('card-open'), data: `card:${id}` }]],
  };
}
