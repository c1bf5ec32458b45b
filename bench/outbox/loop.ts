import { apiThrottler } from '@grammyjs/transformer-throttler';
import { autoRetry } from '@grammyjs/auto-retry';
import { Api } from 'grammy';
import postgres from 'postgres';

/*
 * What one writes first: read who has not been written to, send, note it. The throttler keeps Telegram's limits for this
 * process, auto-retry waits when Telegram asks for it. With several processes each takes its part of the people.
 */

const env = (name: string): string => process.env[name] ?? '';
const sql = postgres(env('DATABASE'), { max: 2, onnotice: () => undefined });
const api = new Api(env('TELEGRAM_BOT_TOKEN'), { apiRoot: env('TELEGRAM_API_ROOT') });
// Whoever is told to wait queues anew, so that the others go on meanwhile.
api.config.use(apiThrottler(), autoRetry());

const [part = 0, parts = 1] = env('PART').split('/').map(Number);
for (;;) {
  const letters = await sql<{ id: number; chat: string; text: string }[]>`
    select id, chat, text from letters where sent_at is null and id % ${parts} = ${part} order by id limit 1000`;
  if (letters.length === 0) break;
  await Promise.all(
    letters.map(async ({ id, chat, text }) => {
      await api.sendMessage(chat, text);
      await sql`update letters set sent_at = now() where id = ${id}`;
    }),
  );
}
await sql.end();
// Whoever measures asks what it has used and ends it.
setInterval(() => undefined, 60_000);
