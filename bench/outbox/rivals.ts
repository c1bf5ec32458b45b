import { fileURLToPath } from 'node:url';
import PgBoss from 'pg-boss';
import type { Field } from '../ground.ts';
import { cpuOf } from './cpu.ts';
import { startProgram } from './program.ts';
import type { Program } from './program.ts';
import { chatsOf, Telegram } from './telegram.ts';
import type { Tally } from './telegram.ts';
import { transactionsIn } from './transactions.ts';

/** What was found of one way of sending. */
export interface Found extends Tally {
  name: string;
  /** Per message. */
  transactions: number;
  /** Milliseconds of CPU of the sending processes, per message. */
  cpu: number;
}

/** A usual way of sending: what it needs in the database, and its processes. */
export interface Rival {
  name: string;
  file: URL;
  /** The settings of each process. */
  processes: Record<string, string>[];
  prepare(field: Field, people: number): Promise<void>;
}

/** After this many messages one process is killed. */
const killedAfter = (people: number): number => Math.floor(people / 3);
/** Milliseconds without any message after which nothing more is expected. */
const patience = 45_000;
/** Seconds after which pg-boss gives a job that nobody ended to another worker; its own setting is 15 minutes. */
const expiry = 20;

const text = '⏰ Осы аптада: құзыреттердің даму деңгейін дербес бағалау. Мерзімі — бүгін, 15 қараша.';

const loop = (processes: number): Rival => ({
  name: processes === 1 ? 'loop with throttler and auto-retry, one process' : `the same, ${processes} processes`,
  file: new URL('./loop.ts', import.meta.url),
  processes: Array.from({ length: processes }, (_, part) => ({ PART: `${part}/${processes}` })),
  async prepare({ admin }, people) {
    await admin`create table letters (id bigint primary key, chat text not null, text text not null, sent_at timestamptz)`;
    await admin`insert into letters select row_number() over (), chat, ${text} from unnest(${chatsOf(people)}::text[]) chat`;
    await admin`create index on letters (id) where sent_at is null`;
  },
});

const boss: Rival = {
  name: 'pg-boss, two processes, 15 a second each',
  file: new URL('./boss.ts', import.meta.url),
  processes: [{ A_SECOND: '15' }, { A_SECOND: '15' }],
  async prepare({ address }, people) {
    const queue = new PgBoss({ connectionString: address, max: 1, supervise: false, schedule: false });
    queue.on('error', () => undefined);
    await queue.start();
    await queue.createQueue('letters');
    await queue.insert(
      chatsOf(people).map((chat) => ({ name: 'letters', data: { chat: String(chat), text }, expireInSeconds: expiry })),
    );
    await queue.stop({ graceful: false });
  },
};

export const rivals: Rival[] = [loop(1), loop(2), boss];

/**
 * Lets a rival send to that many people, on an empty database and a Telegram of its own.
 * @param kill one process is killed in the middle, just when Telegram has taken a message, and started again at once.
 */
export async function runRival(field: Field, rival: Rival, people: number, kill: boolean): Promise<Found> {
  const telegram = await Telegram.open(people);
  const programs: Program[] = [];
  try {
    await rival.prepare(field, people);
    const before = await transactionsIn(field.admin);
    const begin = (own: Record<string, string>): Program => {
      const program = startProgram(fileURLToPath(rival.file), { DATABASE: field.address, ...telegram.address, ...own });
      programs.push(program);
      return program;
    };
    for (const own of rival.processes) begin(own);
    if (kill) {
      await telegram.took(killedAfter(people), patience);
      await programs[0]?.end('SIGKILL');
      begin(rival.processes[0] ?? {});
    }
    await telegram.took(people, patience);
    // What comes twice may come late.
    if (kill) await telegram.took(Infinity, (expiry + 10) * 1000);
    const cpus = await Promise.all(programs.map(({ pid }) => cpuOf(pid)));
    const after = await transactionsIn(field.admin);
    return {
      ...telegram.tally(),
      name: rival.name,
      transactions: (after - before) / people,
      cpu: cpus.reduce((sum, one) => sum + one, 0) / people,
    };
  } finally {
    await Promise.all(programs.map((program) => program.end('SIGTERM')));
    await telegram.close();
  }
}
