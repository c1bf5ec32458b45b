import type { Incoming } from '../../src/channels/channel.ts';
import { writePress } from '../../src/filling/press.ts';
import { formHash } from '../../src/forms/index.ts';
import type { Field } from '../ground.ts';
import { generatedForm, idOf } from '../load/form.ts';
import { presses, says } from '../load/updates.ts';
import type { Contender } from './contender.ts';
import { chatCopier } from './copy-chat.ts';
import { startBirge } from './running.ts';

/** This bot with the generated form. */
export async function openBirge(field: Field): Promise<Contender> {
  const form = generatedForm();
  const { running, receive, api, ...started } = await startBirge(field, { forms: new Map([[form.id, form]]) });
  const inbox = batching(receive);
  const submissions = new Map<number, number>();
  const copyChat = await chatCopier(field);
  const { answer } = started;
  return {
    name: 'Birge',
    way: 'supabase-js',
    ...started,
    async answerInCrowd(update) {
      const chat = update.callback_query?.from.id ?? update.message?.from.id ?? 0;
      const answered = api.nextMessageTo(chat);
      inbox({ key: String(update.update_id), update });
      await answered;
    },
    settled: () => running.desk.settled(),
    async enter(chat) {
      for (const update of firstSteps(chat)) await answer(update);
      await answer(presses(chat, 'go:pool'));
      submissions.set(chat, await copyChat.submissionOf(chat));
    },
    dataOf: (chat, question, code) =>
      writePress({
        version: formHash(form),
        submission: submissions.get(chat) ?? 0,
        question: idOf(question),
        act: code,
      }),
    async copy(chat, first, count) {
      for (const made of await copyChat.copy(chat, first, count)) submissions.set(made.chat, made.submission);
    },
    stateOf: copyChat.stateOf,
  };
}

/** What everybody does before anything else: language, consent, birth date. */
export const firstSteps = (chat: number) => [
  says(chat, '/start'),
  presses(chat, 'w:lang:kk'),
  presses(chat, 'w:agree'),
  says(chat, '14.05.2001'),
];

/** Polling hands over what has come together while the batch before was being stored, 100 at most. */
function batching(receive: (arrived: Incoming[]) => Promise<void>): (arrived: Incoming) => void {
  const waiting: Incoming[] = [];
  let polling = false;
  const poll = async (): Promise<void> => {
    polling = true;
    while (waiting.length > 0) await receive(waiting.splice(0, 100));
    polling = false;
  };
  return (arrived) => {
    waiting.push(arrived);
    // What arrives in the same moment is one batch.
    if (!polling) {
      polling = true;
      setImmediate(() => void poll());
    }
  };
}
