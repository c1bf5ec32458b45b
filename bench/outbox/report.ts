import { openGround } from '../ground.ts';
import type { Field } from '../ground.ts';
import type { Part } from '../part.ts';
import { environment } from '../report/environment.ts';
import { promises } from '../report/promises.ts';
import { figure, table } from '../report/table.ts';
import { runOurs } from './ours.ts';
import type { FoundOurs } from './ours.ts';
import { rivals, runRival } from './rivals.ts';
import type { Found } from './rivals.ts';

interface Extent {
  /** People who get one message each from Birge, from the others, and from whoever is killed. */
  people: number;
  others: number;
  killed: number;
}

const full: Extent = { people: 5_000, others: 1_000, killed: 400 };
const quick: Extent = { people: 200, others: 100, killed: 100 };

interface Findings {
  extent: Extent;
  ours: FoundOurs;
  oursKilled: FoundOurs;
  others: Found[];
  othersKilled: Found[];
}

/** How notices reach Telegram under its limits: two programs of ours, and what one would take instead. */
export const outbox: Part = async (short, say) => {
  const extent = short ? quick : full;
  say(`two programs send ${extent.people} notices`);
  const ours = await runOurs(extent.people, false);
  const complaints = ours.warnings.filter((line) => !line.includes('"end":"limited"'));
  if (complaints.length > 0) say(`the programs complained:\n${complaints.slice(0, 10).join('\n')}`);
  const ground = await openGround();
  try {
    const fields: Field[] = [];
    for (const index of [...rivals, ...rivals].keys()) fields.push(await ground.field(`sends_${index}`, false));
    const field = (index: number) => {
      const found = fields[index];
      if (!found) throw new Error('a database is missing');
      return found;
    };
    const whole = () => {
      say(`the others send ${extent.others} each, side by side`);
      return Promise.all(rivals.map((rival, index) => runRival(field(index), rival, extent.others, false)));
    };
    const killed = () => {
      say(`one process of everybody is killed among ${extent.killed}, side by side`);
      const theirs = rivals.map((rival, index) => runRival(field(rivals.length + index), rival, extent.killed, true));
      return Promise.all([runOurs(extent.killed, true), Promise.all(theirs)]);
    };
    const [others, [oursKilled, othersKilled]] = short
      ? await Promise.all([whole(), killed()])
      : [await whole(), await killed()];
    return report({ extent, ours, oursKilled, others, othersKilled });
  } finally {
    await ground.close();
  }
};

/** What Telegram allows in a second. */
const allowed = 30;
const share = ({ refused, calls }: Found): number => (100 * refused) / calls;

function report({ extent, ours, oursKilled, others, othersKilled }: Findings): string {
  const unknown = oursKilled.states['unknown'] ?? 0;
  const libraries = ['grammy', '@grammyjs/transformer-throttler', '@grammyjs/auto-retry', 'pg-boss'];
  return [
    environment(libraries, [
      [
        'Telegram',
        'a double over HTTP, 150 ms per call, 30 messages in any second, one a second per chat after 20 at once',
      ],
    ]),
    '### Targets',
    promises([
      { what: 'lost', target: '0', found: String(ours.lost), met: ours.lost === 0 },
      { what: 'sent twice', target: '0', found: String(ours.twice), met: ours.twice === 0 },
      { what: 'refused with 429', target: 'under 1 %', found: `${figure(share(ours))} %`, met: share(ours) < 1 },
      {
        what: `rate, of ${allowed} a second`,
        target: 'at least 95 %',
        found: `${figure((100 * ours.rate) / allowed)} %`,
        met: ours.rate >= 0.95 * allowed,
      },
      {
        what: 'one of two killed: lost without being marked',
        target: '0',
        found: String(oursKilled.lostUnmarked),
        met: oursKilled.lostUnmarked === 0,
      },
      { what: '… sent twice', target: '0', found: String(oursKilled.twice), met: oursKilled.twice === 0 },
      { what: '… marked as in doubt', target: 'at most 8', found: String(unknown), met: unknown <= 8 },
    ]),
    '### One message for each',
    table(
      [
        '',
        'messages',
        'lost',
        'twice',
        'a second',
        'refused with 429 %',
        'CPU ms per message',
        'transactions per message',
      ],
      [ours, ...others].map((one) => [
        one.name,
        one.people.toLocaleString('en-US'),
        one.lost,
        one.twice,
        figure(one.rate),
        figure(share(one)),
        figure(one.cpu),
        figure(one.transactions),
      ]),
    ),
    `Of ours, the database's side takes CPU too, per message: its HTTP interface ${figure(ours.cpus.gateway)} ms, Postgres ${figure(ours.cpus.postgres)} ms.`,
    `### One process killed among ${extent.killed} messages`,
    table(
      ['', 'never came', 'came twice', 'marked as in doubt'],
      [oursKilled, ...othersKilled].map((one) => [
        one.name,
        one.lost,
        one.twice,
        one === oursKilled ? unknown : 'none is',
      ]),
    ),
  ].join('\n\n');
}
