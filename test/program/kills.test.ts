import { afterEach, expect, test } from 'vitest';
import { chanceOf } from '../support/answer-plan.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { greeted, openHome, waitUntil } from '../support/program.ts';
import { QuestionnaireWalker } from '../support/questionnaire-walker.ts';
import { storedTalk } from '../support/stored-talk.ts';
import { objections } from './kill-report.ts';
import { runKills } from './kill-run.ts';

/** Another moment for every kill in every run; a failure names the seed, and `KILL_SEED` takes it. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 100_000);

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

test.each([
  { kills: 20, by: 'polling' },
  { kills: 6, by: 'webhook' },
] as const)(
  'killed $kills times in one questionnaire by $by, every answer is there once and the talk goes on',
  async ({ kills, by }) => {
    const reports = await runKills({ kills, by, seed });
    expect(
      reports.map((report) => ({ kills: report.kills, objections: objections(report) })),
      `seed ${seed}`,
    ).toEqual([{ kills, objections: [] }]);
  },
  150_000,
);

test('at SIGTERM what was begun is answered, and nothing is left for the next start', async () => {
  const double = new TelegramDouble({ limits: 'off', latency: 300 });
  const served = await double.listen();
  const home = await openHome();
  endings.push(home.close, served.close);
  const settings = { TELEGRAM_BOT_TOKEN: double.token, TELEGRAM_API_ROOT: served.root };
  const program = home.start(settings);
  await program.says(greeted);
  const walker = new QuestionnaireWalker(double, 501, chanceOf(1));
  const { person } = walker;
  await person.says('/start');
  await waitUntil(() => double.waiting.length === 0, 5_000);
  const before = person.chat.events.length;
  expect(await program.end('SIGTERM')).toBe(0);
  expect(await home.postgres()).toBe(undefined);
  expect(person.transcript(before)).toContain('Қазақша');

  const next = home.start(settings);
  await next.says(greeted);
  const { unhandled, inbox } = await storedTalk(home, walker);
  expect({ unhandled, inbox: inbox.length }).toEqual({ unhandled: 0, inbox: 1 });
  double.latency = 0;
  await walker.walk();
  await waitUntil(() => double.waiting.length === 0, 5_000);
  expect((await storedTalk(home, walker)).answers).toEqual(walker.answers);
}, 60_000);
