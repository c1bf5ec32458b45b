import { parseArgs } from 'node:util';
import { objections } from './kill-report.ts';
import { runKills } from './kill-run.ts';

/*
 * The long form of the kill test: node test/program/kills.ts --kills 200 --seed 7 --by webhook --postgres 10
 * Every twenty kills make one questionnaire. Ends with 1 if anything was lost, doubled or logged as an error.
 */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    by: { type: 'string', default: 'polling' },
    postgres: { type: 'string', default: '0' },
    transcript: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const by = values.by === 'webhook' ? 'webhook' : 'polling';
process.stdout.write(`${values.kills} kills by ${by}, seed ${seed}\n`);
const reports = await runKills({ kills: Number(values.kills), seed, by, postgresToo: Number(values.postgres) });
for (const report of reports) {
  const { kills, restarts, sent, moments, shownTwice, pressedAgain, warnings, transcript, ms } = report;
  const sorted = restarts.toSorted((one, other) => one - other).map(Math.round);
  process.stdout.write(
    `\n${kills} kills in ${Math.round(ms / 1000)} s; ${sent.length} updates, ${pressedAgain} pressed again\n` +
      `  starts: median ${sorted[Math.floor(sorted.length / 2)]} ms, longest ${sorted.at(-1)} ms\n` +
      `  kills while: ${moments.join(', ')}\n` +
      `  shown twice: ${JSON.stringify(shownTwice)}\n${warnings.map((line) => `  ${line}\n`).join('')}`,
  );
  if (values.transcript) process.stdout.write(`${transcript}\n`);
}
const wrong = reports.flatMap(objections);
process.stdout.write(wrong.length === 0 ? '\nNothing was lost.\n' : `\nWRONG:\n${wrong.join('\n')}\n`);
process.exit(wrong.length === 0 ? 0 : 1);
