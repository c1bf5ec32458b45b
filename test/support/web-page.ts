import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { openFolder } from '../../src/store/files/folder.ts';
import { openWebSide } from '../../src/web-side.ts';
import type { Stage } from './dialogue.ts';

/** A message as a page gets it. */
interface Shown {
  id: number;
  from: 'person' | 'birge';
  body: { text: unknown[]; buttons?: { data?: string }[][]; file?: { key: string; name: string } };
}

/** Somebody at the page of the web chat, which the real channel serves; their chat's number is their account. */
export interface Visitor {
  account: number;
  says(text: string): Promise<void>;
  /** Presses a button below the newest message, whatever it shows. */
  presses(data: string): Promise<void>;
  /** Presses the first button of the newest message that has one like this. */
  pressesLike(data: RegExp): Promise<void>;
  /** What the page shows after a reload. */
  page(): Promise<Shown[]>;
}

/** The web chat on the stage. */
export async function openWeb(stage: Stage): Promise<{ visitor(): Promise<Visitor>; close(): Promise<void> }> {
  const app = new Hono();
  const side = await openWebSide({
    config: readConfig({ WEB_SECRET: 'a secret of the tests, 32 letters', DATA_DIR: stage.folder }),
    content: join(import.meta.dirname, '..', '..', 'content'),
    birge: stage.running,
    database: { store: stage.database.store, files: openFolder(stage.folder), embedded: true, close: async () => {} },
    app,
    log: pino({ level: 'silent' }),
  });
  return { visitor: () => openPage(stage, app), close: () => side.stop() };
}

async function openPage(stage: Stage, app: Hono): Promise<Visitor> {
  const host = 'localhost:3000';
  let cookie = '';
  const go = async (path: string, body?: object): Promise<Record<string, unknown>> => {
    const from = { host, ...(cookie === '' ? {} : { cookie }) };
    const init =
      body === undefined
        ? { headers: from }
        : {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { ...from, origin: `http://${host}`, 'content-type': 'application/json' },
          };
    const answer = await app.request(`http://${host}${path}`, init);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const sends = async (what: object): Promise<void> => {
    await go('/chat/send', { id: randomUUID(), ...what });
    await stage.running.desk.settled();
  };
  const page = async () => (await go('/chat/history'))['messages'] as Shown[];
  const account = Number((await go('/chat/history'))['chat']);
  const press = async (data: string, on: Shown | undefined): Promise<void> =>
    sends({ press: { message: on?.id ?? 0, data } });
  return {
    account,
    page,
    says: (text) => sends({ text }),
    presses: async (data) =>
      press(
        data,
        (await page()).findLast(({ from }) => from === 'birge'),
      ),
    async pressesLike(wanted) {
      const last = (await page()).findLast(({ from }) => from === 'birge');
      const data = last?.body.buttons?.flat().find((button) => wanted.test(button.data ?? ''))?.data;
      if (data === undefined) throw new Error(`no button like ${String(wanted)}: ${JSON.stringify(last?.body)}`);
      await press(data, last);
    },
  };
}
