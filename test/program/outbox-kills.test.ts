import { expect, test } from 'vitest';
import { outboxObjections, outboxReport } from './outbox-kill-report.ts';
import { runOutboxKills } from './outbox-kill-run.ts';

/** Another moment for every kill in every run; a failure names the seed, and `KILL_SEED` takes it. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 100_000);

// The leases of a killed process last up to a minute; here they are ended in the database, `outbox-kills.ts` waits for them.
test('two programs send 500 notices while one of them is killed twice: none lost, none twice', async () => {
  const report = await runOutboxKills({ notices: 500, kills: 2, seed, leases: 'over' });
  // A busy machine is late now and then, and Telegram counts any second: how many are told to wait is judged in the long form.
  expect(outboxObjections(report, 100), `seed ${seed}\n${outboxReport(report)}`).toEqual([]);
}, 120_000);
