import { Telegram } from './telegram.ts';
import { transactionsIn } from './transactions.ts';
import { openTwoPrograms } from './two-programs.ts';
import type { Cpu, TwoPrograms } from './two-programs.ts';
import type { Found } from './rivals.ts';

/** What was found of our two programs. */
export interface FoundOurs extends Found {
  /** Milliseconds per message. */
  cpus: Cpu;
  /** Rows of the outbox by state. */
  states: Record<string, number>;
  /** Neither came nor is it marked as in doubt. */
  lostUnmarked: number;
  warnings: string[];
}

/** Longer than the lease of what a killed process was sending, and the sweep's pause. */
const patience = 90_000;

/** Two programs plan and send one notice each to that many people; `kill`: as for the others. */
export async function runOurs(people: number, kill: boolean): Promise<FoundOurs> {
  const telegram = await Telegram.open(people);
  const programs = await openTwoPrograms(telegram);
  try {
    const before = await transactionsIn(programs.sql);
    await programs.start();
    if (kill) {
      await telegram.took(Math.floor(people / 3), patience);
      await programs.killOne();
    } else await telegram.took(people, patience);
    await settled(programs, people);
    const [cpu, after] = [await programs.cpu(), await transactionsIn(programs.sql)];
    const states = await statesIn(programs);
    const tally = telegram.tally();
    const each = (of: keyof Cpu) => cpu[of] / people;
    return {
      ...tally,
      name: 'Birge, two processes',
      transactions: (after - before) / people,
      cpu: each('programs'),
      cpus: { programs: each('programs'), gateway: each('gateway'), postgres: each('postgres') },
      states,
      lostUnmarked: tally.missing.length - (await markedAmong(programs, tally.missing)),
      warnings: programs.warnings(),
    };
  } finally {
    await programs.close();
    await telegram.close();
  }
}

async function statesIn({ sql }: TwoPrograms): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; count: number }[]>`select state, count(*)::int from outbox group by state`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How many of these chats have a message in doubt. */
async function markedAmong({ sql }: TwoPrograms, chats: number[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int from outbox o join chats c on c.id = o.chat_id
    where o.state = 'unknown' and c.external_id = any (${chats}::text[])`;
  return row?.count ?? 0;
}

/** Resolves when every message has ended in some way, or after two minutes without that. */
async function settled(programs: TwoPrograms, people: number): Promise<void> {
  const until = performance.now() + patience + (people / 28) * 1000;
  for (;;) {
    const { queued = 0, claimed = 0, sending = 0, ...ended } = await statesIn(programs);
    const all = Object.values(ended).reduce((sum, count) => sum + count, 0);
    if ((queued + claimed + sending === 0 && all >= people) || performance.now() > until) return;
    await new Promise((again) => setTimeout(again, 1000));
  }
}
