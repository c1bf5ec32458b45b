import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/start.ts';

/** The program as `npm start` runs it, with another folder of content; says so when it is up. */
const config = readConfig(process.env);
const running = await start(config, process.argv[2] ?? '', pino({ level: config.logLevel }));
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)));
process.send?.('up');
