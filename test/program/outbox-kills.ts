import { parseArgs } from 'node:util';
import { outboxObjections, outboxReport } from './outbox-kill-report.ts';
import { runOutboxKills } from './outbox-kill-run.ts';

/*
 * The long form of the outbox's kill test: node test/program/outbox-kills.ts --notices 5000 --kills 5 --seed 7
 * Leases are waited for. Ends with 1 if anything was lost or doubled, or if 1 % or more was refused as too fast.
 */

const { values } = parseArgs({
  options: {
    notices: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    output: { type: 'boolean', default: false },
  },
});
const [notices, kills, seed] = [Number(values.notices), Number(values.kills), Number(values.seed)];
process.stdout.write(`seed ${seed}\n`);
const report = await runOutboxKills({ notices, kills, seed, leases: 'waited for' });
process.stdout.write(`${outboxReport(report)}\n`);
if (values.output) process.stdout.write(`${report.output}\n`);
const wrong = outboxObjections(report, report.attempts / 100);
process.stdout.write(
  wrong.length === 0 ? '\nNothing was lost and nothing came twice.\n' : `\nWRONG:\n${wrong.join('\n')}\n`,
);
process.exit(wrong.length === 0 ? 0 : 1);
