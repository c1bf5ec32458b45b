import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '../support/answer-plan.ts';
import type { ServedDouble } from '../support/double/serve.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { freePort, greeted, openHome } from '../support/program.ts';
import type { Home, Program } from '../support/program.ts';
import { QuestionnaireWalker } from '../support/questionnaire-walker.ts';
import { allAnswered, storedTalk } from '../support/stored-talk.ts';

const secret = 'only-Telegram-knows-it';

/** What `text` must not contain: whatever the people did, and what opens the bot. */
function leaks(text: string, walkers: QuestionnaireWalker[], token: string): string[] {
  const told = walkers.flatMap(({ told, person }) => [...told, person.user.first_name]);
  // Marks of a scale and the like are in every number of a log.
  const words = told.filter((word) => word.length > 2 && word !== '/start');
  const phones = words.filter((word) => word.startsWith('+')).map((phone) => phone.slice(2));
  const secrets = [token, token.split(':')[1] ?? token, secret, 'callback_data', 'first_name'];
  return [...words, ...phones, ...secrets].filter((word) => text.includes(word));
}

describe.each(['polling', 'webhook'] as const)('the running program, by %s', (by) => {
  const double = new TelegramDouble({ limits: 'off', webhookPause: 100 });
  const walkers: QuestionnaireWalker[] = [];
  let served: ServedDouble;
  let home: Home;
  let program: Program;
  let hook: string;

  beforeAll(async () => {
    served = await double.listen();
    home = await openHome();
    const port = String(await freePort());
    hook = `http://127.0.0.1:${port}/telegram`;
    program = home.start({
      TELEGRAM_BOT_TOKEN: double.token,
      TELEGRAM_API_ROOT: served.root,
      PORT: port,
      LOG_LEVEL: 'debug',
      ...(by === 'webhook' && { TELEGRAM_WEBHOOK_URL: hook, TELEGRAM_WEBHOOK_SECRET: secret }),
    });
    await program.says(greeted);
  });
  afterAll(async () => {
    await home.close();
    await served.close();
  });

  test('a volunteer fills in the whole questionnaire in Kazakh, and it is stored as it was answered', async () => {
    const walker = new QuestionnaireWalker(double, 501, chanceOf(4));
    walkers.push(walker);
    await walker.walk();
    await allAnswered(home, walker);
    expect(await storedTalk(home, walker)).toEqual({
      answers: walker.answers,
      status: ['submitted'],
      inbox: walker.updates.map(({ update_id }) => String(update_id)),
      unhandled: 0,
      history: 0,
    });
    expect(Object.keys(walker.answers)).toHaveLength(20);
    expect(walker.asked).toEqual([]);
    expect(await home.ask('select update_key from inbox where payload is not null')).toEqual([]);
    expect(double.waiting).toEqual([]);
    expect(double.unanswered).toEqual([]);
  }, 30_000);

  test('two people at once do not mix', async () => {
    const pair = [502, 503].map((id) => new QuestionnaireWalker(double, id, chanceOf(id)));
    walkers.push(...pair);
    await Promise.all(pair.map((walker) => walker.walk()));
    const stored = await Promise.all(pair.map((walker) => storedTalk(home, walker)));
    expect(stored.map(({ answers }) => answers)).toEqual(pair.map(({ answers }) => answers));
  }, 30_000);

  test.runIf(by === 'webhook')('who does not know the secret is refused', async () => {
    const update = {
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text: '/start' },
    };
    const post = async (headers: Record<string, string>) =>
      (await fetch(hook, { method: 'POST', headers, body: JSON.stringify(update) })).status;
    expect(await post({ 'content-type': 'application/json' })).toBe(401);
    expect(await post({ 'x-telegram-bot-api-secret-token': 'another' })).toBe(401);
    expect(await home.ask("select update_key from inbox where update_key = '1'")).toEqual([]);
  });

  test('replies that Telegram refuses or loses, and a database that dies, are logged without a word of what was said', async () => {
    const walker = new QuestionnaireWalker(double, 504, chanceOf(504));
    walkers.push(walker);
    const troubles = new Map([
      [8, async () => double.failNext('sendMessage', { error_code: 400, description: 'Bad Request: no' })],
      [14, async () => double.failNext('sendMessage', 'drop-after')],
      [20, async () => void process.kill((await home.postgres()) ?? 0, 'SIGKILL')],
    ]);
    const before = async () => {
      const acts = walker.updates.length;
      const trouble = troubles.get(acts);
      troubles.delete(acts);
      if (trouble === undefined) return;
      await allAnswered(home, walker);
      await trouble();
    };
    await walker.walk({ before, reading: 100, answered: () => allAnswered(home, walker) });
    expect((await storedTalk(home, walker)).answers).toEqual(walker.answers);
    expect(program.output()).toContain('an update broke its handler');
    expect(program.output()).toContain('a reply may not have arrived');
    expect(program.output()).toContain('postgres was away and runs again');
  }, 60_000);

  test('at SIGTERM it ends in order, with its Postgres, and nothing in its output tells of anybody', async () => {
    expect(await program.end('SIGTERM')).toBe(0);
    expect(await home.postgres()).toBe(undefined);
    expect(walkers.flatMap(({ told }) => told).length).toBeGreaterThan(100);
    expect(leaks(program.output(), walkers, double.token)).toEqual([]);
  }, 30_000);
});
