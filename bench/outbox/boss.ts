import { apiThrottler } from '@grammyjs/transformer-throttler';
import { autoRetry } from '@grammyjs/auto-retry';
import { Api } from 'grammy';
import PgBoss from 'pg-boss';

/*
 * What one takes next: a queue of jobs in the database, workers in several processes, one job for each message. Each process
 * keeps its share of Telegram's limit, since none of them sees what the others send.
 */

const env = (name: string): string => process.env[name] ?? '';
/** Jobs at once in this process: a worker takes two jobs a second at most. */
const workers = 12;

const boss = new PgBoss({ connectionString: env('DATABASE'), max: 2, maintenanceIntervalSeconds: 5 });
boss.on('error', (error) => process.stderr.write(`${error.message}\n`));
await boss.start();
const api = new Api(env('TELEGRAM_BOT_TOKEN'), { apiRoot: env('TELEGRAM_API_ROOT') });
const share = Number(env('A_SECOND'));
api.config.use(
  apiThrottler({ global: { reservoir: share, reservoirRefreshAmount: share, reservoirRefreshInterval: 1000 } }),
  autoRetry(),
);
for (let worker = 0; worker < workers; worker += 1) {
  await boss.work<{ chat: string; text: string }>(
    'letters',
    { batchSize: 1, pollingIntervalSeconds: 0.5 },
    async ([job]) => {
      if (job) await api.sendMessage(job.data.chat, job.data.text);
    },
  );
}
process.on('SIGTERM', () => void boss.stop({ graceful: false }).then(() => process.exit(0)));
