import type { Birge, Say } from '../../context.ts';
import { questionnaire } from '../../filling/forms-by-name.ts';
import { firstName } from '../../people/name.ts';
import type { Screen } from '../../screens/screen.ts';
import { enqueue, priorities } from '../../store/outbox.ts';
import { coordinatorsOf, waysTo } from '../../store/people.ts';
import { readSubmission } from '../../store/submissions.ts';
import type { Submission } from '../../store/submissions.ts';
import type { Language } from '../../store/talks.ts';
import { returnedBefore } from '../../store/volunteers/candidates.ts';
import type { LetterKind } from '../letter.ts';

const kind = 'submission-card';

/** Tells of a sent questionnaire: the project, the first name and a button. */
export const submissionCard: LetterKind = {
  async write(birge, { payload, language }) {
    const submission = await sentQuestionnaire(birge, payload);
    if (submission === undefined) return undefined;
    const corrected = (await returnedBefore(birge.store, submission.id)) !== null;
    return { screen: card(submission, birge.say(language), language, corrected ? 'card-corrected' : 'card') };
  },
  /** A coordinator who has blocked us may have been the only one. */
  async ended(birge, { payload, chat }, { end }) {
    if (end === 'gone') await announce(birge, payload, chat);
  },
};

/** Has a questionnaire's coordinators told of it. If none can be reached, or for the pool, the administrators' chats hear
 * of it; done twice, it is said once. `except`: a chat that turned out to be gone. */
export async function announce(birge: Birge, payload: Record<string, unknown>, except?: string): Promise<void> {
  const submission = await sentQuestionnaire(birge, payload);
  if (submission === undefined) return;
  const reachable: { person: number }[] = [];
  for (const person of await coordinators(birge, submission)) {
    if ((await waysTo(birge.store, person)).some(({ chat }) => chat !== except)) reachable.push({ person });
  }
  // Whoever could not be told finds it in the list of received questionnaires all the same.
  const recipients = reachable.length > 0 ? reachable : administrators(birge);
  const orders = recipients.map((to) => ({
    to,
    kind,
    key: 'person' in to ? String(submission.id) : `${submission.id} ${to.external}`,
    payload: { submission: submission.id },
    priority: priorities.notice,
    due: birge.now(),
  }));
  if (orders.length > 0) await enqueue(birge.store, orders, birge.now());
}

async function sentQuestionnaire({ store }: Birge, payload: Record<string, unknown>): Promise<Submission | undefined> {
  const submission = await readSubmission(store, Number(payload['submission']));
  return submission?.status === 'submitted' && submission.form === questionnaire ? submission : undefined;
}

function coordinators({ store, now }: Birge, { about }: Submission): Promise<number[]> {
  return about?.kind === 'project' ? coordinatorsOf(store, about.id, now()) : Promise.resolve([]);
}

function administrators({ channels, adminChats }: Birge): { channel: number; external: string }[] {
  const telegram = [...channels].find(([, channel]) => channel.kind === 'telegram')?.[0];
  return telegram === undefined ? [] : adminChats.map((external) => ({ channel: telegram, external }));
}

function card(submission: Submission, say: Say, language: Language, key: 'card' | 'card-corrected'): Screen {
  const { project, id } = submission;
  const where = project ? (project.name[language] ?? project.name.kk) : say('projects-pool-short');
  const name = firstName(String(submission.answers['full_name']?.value ?? '')) ?? '';
  return {
    about: id,
    text: say(key, { project: where, name }),
    buttons: [[{ text: say('card-open'), data: `card:${id}` }]],
  };
}
