import { parseArgs } from 'node:util';
import { announcementObjections, announcementReport } from './announcement-kill-report.ts';
import { runAnnouncementKills } from './announcement-kill-run.ts';

/*
 * The long form of the announcement's kill test: node test/program/announcement-kills.ts --groups 40 --people 5000 --kills 3
 * Leases are waited for. Ends with 1 if anything was lost or doubled, or if 1 % or more was refused as too fast.
 */

const { values } = parseArgs({
  options: {
    groups: { type: 'string', default: '40' },
    people: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    output: { type: 'boolean', default: false },
  },
});
const [groups, people, kills, seed] = [values.groups, values.people, values.kills, values.seed].map(Number);
if (groups === undefined || people === undefined || kills === undefined || seed === undefined)
  throw new Error('no numbers');
process.stdout.write(`seed ${seed}\n`);
const report = await runAnnouncementKills({ groups, people, kills, seed, leases: 'waited for' });
process.stdout.write(`${announcementReport(report)}\n`);
if (values.output) process.stdout.write(`${report.output}\n`);
const wrong = announcementObjections(report, report.attempts / 100);
process.stdout.write(
  wrong.length === 0 ? '\nNothing was lost and nothing came twice.\n' : `\nWRONG:\n${wrong.join('\n')}\n`,
);
process.exit(wrong.length === 0 ? 0 : 1);
