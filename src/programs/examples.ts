import { openDatabase } from '../database.ts';
import { removeExamples } from '../store/examples.ts';
import { Misused, program } from './program.ts';

/*
 * `npm run examples -- remove`: takes away the example people, organisations and projects and all that was filled in for
 * them, before Birge is used in earnest.
 */

await program(async (config, log) => {
  if (process.argv[2] !== 'remove') throw new Misused('Use: npm run examples -- remove');
  const database = await openDatabase(config, log);
  try {
    await removeExamples(database.store, new Date());
  } finally {
    await database.close();
  }
  return 'All examples are removed.';
});
