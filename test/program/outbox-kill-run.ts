import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from '../support/answer-plan.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { greeted, openHome, waitUntil } from '../support/program.ts';
import type { Home, Program } from '../support/program.ts';
import { endLeases, endsIn, gather, heldBesides, holders, numberOf, unsettled } from './outbox-crowd.ts';
import type { Ends, HeldRows, UnsettledRow } from './outbox-crowd.ts';

export interface OutboxKillPlan {
  notices: number;
  kills: number;
  seed: number;
  /** The leases of a killed process: waited for, or ended in the database at once (`over`), which saves a minute. */
  leases: 'waited for' | 'over';
}

/** What can be told of notices sent by two programs, one of which was killed again and again. */
export interface OutboxKillReport extends Ends {
  notices: number;
  /** What the killed process held, kill by kill. */
  kills: HeldRows[];
  /** Numbers in Telegram of those who got nothing, and of those who got more than one notice. */
  gotNone: number[];
  gotMore: number[];
  /** Attempts to send a notice, and how many were refused as too fast. */
  attempts: number;
  tooMany: number;
  /** Milliseconds from the first notice to the last, and to the end of the last row. */
  sendingMs: number;
  settledMs: number;
  /** Rows that never came to an end. */
  left: UnsettledRow[];
  /** Polls that met another process's. */
  clashes: number;
  /** Whether somebody who wrote meanwhile was answered. */
  guestAnswered: boolean;
  /** What `/health` of the process that lived through it says of the queue at the end. */
  health: { queued: number; underWay: number; unknown: number; failed: number };
  errors: string[];
  warnings: string[];
  output: string;
}

/** Three days before 15 November, noon in Almaty: the own assessment and the 40 hours have come to a rung of their ladders. */
const begins = Date.parse('2026-11-12T07:00:00Z');
const guest = 77;

/** Two programs on one database (`npm run db`); both plan and send, one is killed and started again. */
export async function runOutboxKills(plan: OutboxKillPlan): Promise<OutboxKillReport> {
  const double = new TelegramDouble({ latency: 150 });
  const served = await double.listen();
  const home = await openHome();
  try {
    const database = home.start({ DB_PORT: '0' }, 'src/programs/db.ts');
    await database.says('SUPABASE_SECRET_KEY=');
    const printed = [...database.output().matchAll(/^(SUPABASE_\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]);
    const clock = new URL(`turned-clock.ts?by=${begins - Date.now()}`, import.meta.url);
    const settings = {
      ...(Object.fromEntries(printed) as Record<string, string>),
      TELEGRAM_BOT_TOKEN: double.token,
      TELEGRAM_API_ROOT: served.root,
      NODE_OPTIONS: `--import=${clock.href}`,
    };
    await gather(home, double, plan.notices);
    return await run({ plan, double, home, start: () => home.start(settings) });
  } finally {
    await home.close();
    await served.close();
  }
}

interface Scene {
  plan: OutboxKillPlan;
  double: TelegramDouble;
  home: Home;
  start(): Program;
}

async function run({ plan, double, home, start }: Scene): Promise<OutboxKillReport> {
  const chance = chanceOf(plan.seed);
  const begun = Date.now();
  const notices = () => double.sent.filter(({ method, chat_id }) => method === 'sendMessage' && chat_id !== guest);
  const delivered = () => notices().filter(({ code }) => code === 200).length;
  // The first one to come is the one that lives, and the one that polls.
  const survivor = start();
  await survivor.says(greeted);
  await waitUntil(async () => (await holders(home)).length === 1, 30_000);
  // Whoever is known by now: the survivor, and those that were killed.
  const known = await holders(home);
  const programs = [survivor];
  const join = async (): Promise<Program> => {
    const program = start();
    programs.push(program);
    await program.says(greeted);
    return program;
  };
  let other = await join();
  const kills: HeldRows[] = [];
  while (kills.length < plan.kills) {
    // Spread over the whole run, and always in the middle of the other one's work.
    const after = (plan.notices * (kills.length + 0.2 + 0.6 * chance())) / plan.kills;
    await waitUntil(() => delivered() >= Math.min(after, plan.notices - 60), 600_000);
    await waitUntil(async () => (await heldBesides(home, known)).sending > 0, 30_000);
    await pause(chance() * 150);
    await other.end('SIGKILL');
    const { holder, ...held } = await heldBesides(home, known);
    kills.push(held);
    if (holder !== undefined) known.push(holder);
    if (plan.leases === 'over' && holder !== undefined) await endLeases(home, holder);
    other = await join();
  }
  const person = double.person({ id: guest, first_name: 'Guest' });
  await person.says('/start');
  const guestAnswered = await person.hears(undefined, 10_000).then(
    () => true,
    () => false,
  );
  const doubtful = kills.reduce((sum, { sending }) => sum + sending, 0);
  await waitUntil(() => delivered() >= plan.notices - doubtful, 600_000);
  // What is left then stands in the report.
  await waitUntil(async () => (await unsettled(home)).length === 0, 120_000).catch(() => undefined);
  const settledMs = Date.now() - begun;
  const health = await healthOf(survivor);
  const left = await unsettled(home);
  const sent = notices();
  const ended = [await other.end('SIGTERM'), await survivor.end('SIGTERM')];
  if (ended.some((code) => code !== 0)) throw new Error(`the programs did not end in order: ${ended.join(', ')}`);
  const lines = programs.flatMap((program) => program.output().split('\n'));
  const got = (number: number) =>
    double.state.chats.find(number)?.events.filter(({ kind }) => kind === 'said').length ?? 0;
  const everybody = Array.from({ length: plan.notices }, (_, index) => numberOf(index + 1));
  const moments = sent.filter(({ code }) => code === 200).map(({ at }) => at);
  return {
    ...(await endsIn(home)),
    ...{ notices: plan.notices, kills, guestAnswered, health, settledMs, left },
    gotNone: everybody.filter((number) => got(number) === 0),
    gotMore: everybody.filter((number) => got(number) > 1),
    attempts: sent.length,
    tooMany: sent.filter(({ code }) => code === 429).length,
    sendingMs: Math.max(...moments) - Math.min(...moments),
    clashes: double.sent.filter(({ method, code }) => method === 'getUpdates' && code === 409).length,
    errors: lines.filter((line) => /"level":[56]0/.test(line) || /^\s+at /.test(line)),
    warnings: lines.filter((line) => line.includes('"level":40')),
    output: programs.map((program) => program.output()).join('\n'),
  };
}

async function healthOf(program: Program): Promise<OutboxKillReport['health']> {
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(program.output())?.[0] ?? '';
  let queue: ({ kind: string } & OutboxKillReport['health']) | undefined;
  // Without `queues` the database has not answered in time.
  await waitUntil(async () => {
    const answer = (await (await fetch(`${address}/health`)).json()) as { queues?: (typeof queue)[] };
    queue = answer.queues?.find((one) => one?.kind === 'telegram');
    return queue !== undefined;
  }, 30_000);
  const { queued = -1, underWay = -1, unknown = -1, failed = -1 } = queue ?? {};
  return { queued, underWay, unknown, failed };
}
