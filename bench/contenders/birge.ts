import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { runBirge } from '../../src/birge.ts';
import { readContent } from '../../src/content.ts';
import { openTelegram } from '../../src/channels/telegram/channel.ts';
import type { Incoming } from '../../src/channels/channel.ts';
import { writePress } from '../../src/filling/press.ts';
import { formHash } from '../../src/forms/index.ts';
import { openGateway } from '../../src/store/embedded/gateway.ts';
import { openFolder } from '../../src/store/files/folder.ts';
import { openStore } from '../../src/store/store.ts';
import type { Field } from '../ground.ts';
import { BotApi } from '../load/bot-api.ts';
import { generatedForm, idOf } from '../load/form.ts';
import { me, presses, says } from '../load/updates.ts';
import { z } from 'zod';
import { Meter } from './contender.ts';
import type { Contender } from './contender.ts';
import { chatCopier } from './copy-chat.ts';

const content = join(import.meta.dirname, '..', '..', 'content');

/** This bot as it runs, but for the ways in: an update comes as a poll hands it over. */
export async function openBirge(field: Field): Promise<Contender> {
  const meter = new Meter();
  const api = new BotApi();
  const log = pino({ level: 'error' });
  const gateway = openGateway(field.server, field.name, log);
  const store = openStore({
    url: gateway.url,
    key: gateway.secretKey,
    log,
    fetch: async (input, init) => {
      await meter.passed();
      return gateway.fetch(input, init);
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'birge-bench-files-'));
  const form = generatedForm();
  const running = await runBirge({
    store,
    files: openFolder(folder),
    ...readContent(content),
    forms: new Map([[form.id, form]]),
    now: () => new Date(),
    timeZone: 'Asia/Almaty',
    webAddress: undefined,
    examples: false,
    adminChats: [],
    awaited: new Map(),
    log,
  });
  const channel = await openTelegram({
    token: `${me.id}:birge`,
    apiRoot: 'https://api.telegram.org',
    reports: { unreached: () => {}, gone: () => {}, moved: () => {} },
    send: api.send,
    log,
  });
  const { receive } = await running.attach(channel);
  const inbox = batching(receive);
  const submissions = new Map<number, number>();
  const copyChat = await chatCopier(field);

  const answer: Contender['answer'] = async (update) => {
    await receive([{ key: String(update.update_id), update }]);
    await running.desk.settled();
  };
  return {
    name: 'Birge',
    way: 'supabase-js',
    field,
    meter,
    sentAt: () => api.sentAt,
    answer,
    async answerInCrowd(update) {
      const chat = update.callback_query?.from.id ?? update.message?.from.id ?? 0;
      const answered = api.nextMessageTo(chat);
      inbox({ key: String(update.update_id), update });
      await answered;
    },
    settled: () => running.desk.settled(),
    async enter(chat) {
      await answer(says(chat, '/start'));
      await answer(presses(chat, 'w:lang:kk'));
      await answer(presses(chat, 'w:agree'));
      await answer(says(chat, '14.05.2001'));
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
    async flush() {
      await store.call('flush_statistics', {}, z.unknown());
    },
    async close() {
      await running.end();
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

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
