import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from '../support/answer-plan.ts';
import type { ServedDouble } from '../support/double/serve.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { greeted, openHome } from '../support/program.ts';
import type { Home, Program } from '../support/program.ts';
import { QuestionnaireWalker } from '../support/questionnaire-walker.ts';
import { allAnswered, storedTalk } from '../support/stored-talk.ts';

const double = new TelegramDouble({ limits: 'off' });
let served: ServedDouble;
let home: Home;
let database: Program;
let settings: Record<string, string>;
/** The program that receives from Telegram, and the one that stands by. */
let holder: Program;
let standby: Program;

beforeAll(async () => {
  served = await double.listen();
  home = await openHome();
  database = home.start({ DB_PORT: '0' }, 'src/programs/db.ts');
  await database.says('SUPABASE_SECRET_KEY=');
  const printed = [...database.output().matchAll(/^(SUPABASE_\w+)=(\S+)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  settings = {
    ...Object.fromEntries(printed),
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_API_ROOT: served.root,
    LOG_LEVEL: 'debug',
  };
  holder = await started();
  standby = await started();
}, 60_000);
afterAll(async () => {
  await home.close();
  await served.close();
});

async function started(): Promise<Program> {
  const program = home.start(settings);
  await program.says(greeted);
  return program;
}

/** Milliseconds until somebody new has got through the whole talk. */
async function talkOf(id: number): Promise<number> {
  const begun = performance.now();
  const walker = new QuestionnaireWalker(double, id, chanceOf(id));
  await walker.walk({ patience: 60_000 });
  await allAnswered(home, walker);
  expect((await storedTalk(home, walker)).answers).toEqual(walker.answers);
  return performance.now() - begun;
}

/** Polls that met another one: Telegram lets only one process ask at a time. */
const clashes = () => double.sent.filter(({ method, code }) => method === 'getUpdates' && code === 409);

test('two programs on the database of `npm run db` answer as one: only one of them polls', async () => {
  for (const program of [holder, standby]) {
    expect(program.output()).toContain('Database   Supabase');
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(program.output())?.[0] ?? '';
    expect((await fetch(`${address}/`)).status).toBe(200);
  }
  await Promise.all([talkOf(501), talkOf(502)]);
  expect(clashes()).toEqual([]);
}, 30_000);

test('a program that is ended hands over at once: the other one takes over within its next round', async () => {
  expect(await holder.end('SIGTERM')).toBe(0);
  expect(await talkOf(503)).toBeLessThan(20_000);
  expect(clashes()).toEqual([]);
  holder = standby;
}, 60_000);

// The lease itself lasts 30 seconds: `LONG=1 npm test` waits for it.
test.runIf(process.env['LONG'] !== undefined)(
  'a program that is killed is replaced within 45 seconds',
  async () => {
    standby = await started();
    const walker = new QuestionnaireWalker(double, 504, chanceOf(504));
    const acts = async (): Promise<void> => {
      if (walker.updates.length === 9) await holder.end('SIGKILL');
    };
    const begun = performance.now();
    await walker.walk({ before: acts, patience: 60_000 });
    const ms = performance.now() - begun;
    process.stdout.write(`taken over ${Math.round(ms)} ms after the kill\n`);
    expect(ms).toBeLessThan(45_000);
    expect((await storedTalk(home, walker)).answers).toEqual(walker.answers);
    expect(clashes()).toEqual([]);
    holder = standby;
  },
  90_000,
);

test('both end in order, and no log holds the key of the database', async () => {
  const outputs = [holder, standby, database].map((program) => program.output());
  const key = settings['SUPABASE_SECRET_KEY'] ?? '';
  expect(key).toMatch(/^sb_secret_/);
  // `npm run db` prints it on purpose, once.
  expect(outputs.map((output) => output.split(key).length - 1)).toEqual([0, 0, 1]);
  expect(await holder.end('SIGTERM')).toBe(0);
  expect(await database.end('SIGTERM')).toBe(0);
  expect(await home.postgres()).toBe(undefined);
}, 30_000);
