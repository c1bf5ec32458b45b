import { pino } from 'pino';
import { startEmbedded } from '../../../src/store/embedded/start.ts';

/*
 * A bot reduced to its database, to be killed by tests: node start-and-wait.ts DATA_DIR MIGRATIONS.
 * Prints one line of JSON when it is ready and stops at SIGTERM.
 */

const [dataDir = '', migrations = ''] = process.argv.slice(2);
const embedded = await startEmbedded({ dataDir, migrations, log: pino({ level: 'silent' }) });
process.on('SIGTERM', () => {
  void embedded.stop().then(() => process.exit(0));
});
const alive = setInterval(() => undefined, 60_000);
process.on('exit', () => clearInterval(alive));
process.stdout.write(`${JSON.stringify({ sqlUrl: embedded.sqlUrl })}\n`);
