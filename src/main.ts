import { join } from 'node:path';
import { asked, program } from './programs/program.ts';
import { start } from './start.ts';

/* `npm start`: starts everything that the settings ask for, and ends it in order when asked. */

await program(async (config, log) => {
  const ending = asked();
  const running = await start(config, join(import.meta.dirname, '..', 'content'), log);
  process.stdout.write(running.greeting);
  await ending;
  await running.stop();
  return '';
});
