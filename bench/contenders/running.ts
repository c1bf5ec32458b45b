import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { runBirge } from '../../src/birge.ts';
import type { RunningBirge } from '../../src/birge.ts';
import type { Receive } from '../../src/channels/channel.ts';
import { openTelegram } from '../../src/channels/telegram/channel.ts';
import { readContent } from '../../src/content.ts';
import type { Content } from '../../src/content.ts';
import { openGateway } from '../../src/store/embedded/gateway.ts';
import { openFolder } from '../../src/store/files/folder.ts';
import { openStore } from '../../src/store/store.ts';
import type { Field } from '../ground.ts';
import { BotApi } from '../load/bot-api.ts';
import { me } from '../load/updates.ts';
import { Meter } from './contender.ts';
import type { Contender } from './contender.ts';

/** This bot at work on a contender's database, with what every measurement of it needs. */
interface Started extends Pick<Contender, 'field' | 'meter' | 'sentAt' | 'answer' | 'flush' | 'close'> {
  running: RunningBirge;
  receive: Receive;
  api: BotApi;
}

/**
 * This bot as it runs, but for the ways in: an update comes as a poll hands it over.
 * @param changed content in place of the project's own
 */
export async function startBirge(field: Field, changed: Partial<Content> = {}): Promise<Started> {
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
  const running = await runBirge({
    store,
    files: openFolder(folder),
    ...readContent(join(import.meta.dirname, '..', '..', 'content')),
    ...changed,
    now: () => new Date(),
    timeZone: 'Asia/Almaty',
    address: 'https://birge.example.kz',
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
  return {
    field,
    meter,
    running,
    receive,
    api,
    sentAt: () => api.sentAt,
    async answer(update) {
      await receive([{ key: String(update.update_id), update }]);
      await running.desk.settled();
    },
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
