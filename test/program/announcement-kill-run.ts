import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from '../support/answer-plan.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { greeted, openHome, waitUntil } from '../support/program.ts';
import type { Home, Program } from '../support/program.ts';
import { announce, announcementEnds, author, recipients } from './announcement-crowd.ts';
import type { AnnouncementEnds } from './announcement-crowd.ts';
import { endLeases, heldBesides, holders, unsettled } from './outbox-crowd.ts';
import type { HeldRows, UnsettledRow } from './outbox-crowd.ts';

export interface AnnouncementKillPlan {
  groups: number;
  people: number;
  kills: number;
  seed: number;
  /** The leases of a killed process: waited for, or ended in the database at once (`over`), which saves a minute. */
  leases: 'waited for' | 'over';
}

/** What can be told of an announcement sent by two programs, one of which was killed again and again. */
export interface AnnouncementKillReport extends AnnouncementEnds {
  total: number;
  /** What the killed process held, kill by kill. */
  kills: HeldRows[];
  /** Numbers in Telegram of those who got nothing, more than one, and of those who got it. */
  gotNone: number[];
  gotMore: number[];
  got: number[];
  /** The author's messages that tell how far it is, how often they were edited, and what stands there at the end. */
  progress: { messages: number; edits: number; text: string };
  attempts: number;
  tooMany: number;
  /** Milliseconds from the first message to the last, and until the author read the end. */
  sendingMs: number;
  toldMs: number;
  left: UnsettledRow[];
  errors: string[];
  warnings: string[];
  output: string;
}

/** Noon in Almaty, so that nothing waits for the morning. */
const begins = Date.parse('2026-11-23T07:00:00Z');

/** Two programs on one database (`npm run db`); both send, one is killed and started again. */
export async function runAnnouncementKills(plan: AnnouncementKillPlan): Promise<AnnouncementKillReport> {
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
    await announce(home, double, plan.groups, plan.people);
    return await run({ plan, double, home, start: () => home.start(settings) });
  } finally {
    await home.close();
    await served.close();
  }
}

interface Scene {
  plan: AnnouncementKillPlan;
  double: TelegramDouble;
  home: Home;
  start(): Program;
}

async function run({ plan, double, home, start }: Scene): Promise<AnnouncementKillReport> {
  const chance = chanceOf(plan.seed);
  const begun = Date.now();
  const everybody = recipients(plan.groups, plan.people);
  const total = everybody.length;
  const posts = () => double.sent.filter(({ method, chat_id }) => method === 'sendMessage' && chat_id !== author);
  const delivered = () => posts().filter(({ code }) => code === 200).length;
  // The first one to come is the one that lives.
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
    const after = (total * (kills.length + 0.2 + 0.6 * chance())) / plan.kills;
    await waitUntil(() => delivered() >= Math.min(after, total - 60), 600_000);
    await waitUntil(async () => (await heldBesides(home, known)).sending > 0, 30_000);
    await pause(chance() * 150);
    await other.end('SIGKILL');
    const { holder, ...held } = await heldBesides(home, known);
    kills.push(held);
    if (holder !== undefined) known.push(holder);
    if (plan.leases === 'over' && holder !== undefined) await endLeases(home, holder);
    other = await join();
  }
  const doubtful = kills.reduce((sum, { sending }) => sum + sending, 0);
  await waitUntil(() => delivered() >= total - doubtful, 600_000);
  // What is left then stands in the report, and so does what the author reads.
  await waitUntil(async () => (await unsettled(home)).length === 0, 120_000).catch(() => undefined);
  await waitUntil(() => shown(double).text.includes('through'), 30_000).catch(() => undefined);
  // A round more: whatever is told once more must still be right.
  await pause(6_000);
  const toldMs = Date.now() - begun;
  const left = await unsettled(home);
  const ended = [await other.end('SIGTERM'), await survivor.end('SIGTERM')];
  if (ended.some((code) => code !== 0)) throw new Error(`the programs did not end in order: ${ended.join(', ')}`);
  const lines = programs.flatMap((program) => program.output().split('\n'));
  const times = (number: number) =>
    double.state.chats.find(number)?.events.filter(({ kind }) => kind === 'said').length ?? 0;
  const moments = posts()
    .filter(({ code }) => code === 200)
    .map(({ at }) => at);
  return {
    ...(await announcementEnds(home)),
    ...{ total, kills, toldMs, left, progress: shown(double) },
    gotNone: everybody.filter((number) => times(number) === 0),
    gotMore: everybody.filter((number) => times(number) > 1),
    got: everybody.filter((number) => times(number) > 0),
    attempts: posts().length,
    tooMany: posts().filter(({ code }) => code === 429).length,
    sendingMs: Math.max(...moments) - Math.min(...moments),
    errors: lines.filter((line) => /"level":[56]0/.test(line) || /^\s+at /.test(line)),
    warnings: lines.filter((line) => line.includes('"level":40')),
    output: programs.map((program) => program.output()).join('\n'),
  };
}

/** What the author has been told. */
function shown(double: TelegramDouble): AnnouncementKillReport['progress'] {
  const chat = double.state.chats.find(author);
  const texts = [...(chat?.messages.values() ?? [])].map(({ text = '' }) => text);
  const edits = double.sent.filter(
    ({ method, chat_id, code }) => method === 'editMessageText' && chat_id === author && code === 200,
  );
  return { messages: texts.length, edits: edits.length, text: texts.at(-1) ?? '' };
}
