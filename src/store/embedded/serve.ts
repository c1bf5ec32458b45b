import { serve, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import { pino } from 'pino';
import { ConfigError } from '../../config-error.ts';
import { loadEnv, readConfig } from '../../config.ts';
import { DataDirBusy } from './lock.ts';
import { startEmbedded } from './start.ts';

/*
 * `npm run db`: the embedded database alone, for several processes of this machine that share it.
 */

async function main(): Promise<void> {
  loadEnv();
  const { dataDir, dbPort: port, logLevel } = readConfig(process.env);
  const log = pino({ level: logLevel }, pino.destination({ fd: 2, sync: true }));
  const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const embedded = await startEmbedded({ dataDir, log });
  let server: ServerType;
  try {
    server = serve({ fetch: (request) => embedded.fetch(request), hostname: '127.0.0.1', port });
    await once(server, 'listening');
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  process.stdout.write(
    `The database is ready. Start other processes with these variables; Ctrl+C ends it.\n\n` +
      `SUPABASE_URL=http://127.0.0.1:${port}\nSUPABASE_SECRET_KEY=${embedded.secretKey}\n`,
  );
  await asked;
  server.close();
  await embedded.stop();
}

try {
  await main();
  process.exit(0);
} catch (error) {
  const expected =
    error instanceof DataDirBusy ||
    error instanceof ConfigError ||
    (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  process.stderr.write(`${expected ? (error as Error).message : (error as Error).stack}\n`);
  process.exit(1);
}
