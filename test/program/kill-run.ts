import type { Value } from '../../src/forms/index.ts';
import { chanceOf } from '../support/answer-plan.ts';
import type { Chance } from '../support/answer-plan.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { freePort, greeted, openHome, waitUntil } from '../support/program.ts';
import type { Home, Program } from '../support/program.ts';
import { allAnswered, storedTalk } from '../support/stored-talk.ts';
import type { StoredTalk } from '../support/stored-talk.ts';
import { questionIn, QuestionnaireWalker } from '../support/questionnaire-walker.ts';

export interface KillPlan {
  kills: number;
  seed: number;
  by: 'polling' | 'webhook';
  /** Of a hundred kills so many take Postgres down too. */
  postgresToo?: number;
}

/** What can be told of one questionnaire that was filled in while the program was killed again and again. */
export interface KillReport {
  kills: number;
  /** Milliseconds from each start to its greeting. */
  restarts: number[];
  /** The moments of the kills: what the program was doing, and for how many milliseconds. */
  moments: string[];
  answered: Record<string, Value>;
  stored: StoredTalk;
  /** Keys of the updates that the phone sent. */
  sent: string[];
  /** Questions shown twice, by the number of the kill before. */
  shownTwice: Record<number, string[]>;
  askedAgain: string[];
  brokenHandlers: string[];
  pressedAgain: number;
  errors: string[];
  warnings: string[];
  transcript: string;
  ms: number;
}

/** Fills in one questionnaire for each twenty kills, one after the other on the same data. */
export async function runKills(plan: KillPlan): Promise<KillReport[]> {
  const home = await openHome();
  const chance = chanceOf(plan.seed);
  const double = new TelegramDouble({ limits: 'off', latency: 25, webhookPause: 100 });
  const served = await double.listen();
  const port = String(await freePort());
  const settings = {
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_API_ROOT: served.root,
    PORT: port,
    ...(plan.by === 'webhook' && {
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-webhook',
    }),
  };
  const reports: KillReport[] = [];
  try {
    for (let left = plan.kills; left > 0; left -= 20) {
      const walker = new QuestionnaireWalker(double, 9_000_000 + reports.length, chance);
      const kills = Math.min(20, left);
      reports.push(await killed({ home, double, settings, walker, chance, kills, postgresToo: plan.postgresToo ?? 0 }));
    }
    return reports;
  } catch (cause) {
    throw new Error(`the talk did not come to its end; seed ${plan.seed}`, { cause });
  } finally {
    await home.close();
    await served.close();
  }
}

interface Scene {
  home: Home;
  double: TelegramDouble;
  settings: Record<string, string>;
  walker: QuestionnaireWalker;
  chance: Chance;
  kills: number;
  postgresToo: number;
}

async function killed(scene: Scene): Promise<KillReport> {
  const { home, double, settings, walker, kills } = scene;
  const begun = performance.now();
  const programs: Program[] = [];
  const restarts: number[] = [];
  const moments: string[] = [];
  const start = (): Program => {
    const program = home.start(settings);
    programs.push(program);
    return program;
  };
  let program = start();
  restarts.push(await program.says(greeted));
  // So slow that the kills are spread over the whole talk, which has about 36 acts.
  const mayAct = () => moments.length === kills || walker.updates.length <= (moments.length + 1) * (34 / kills);
  const before = () => waitUntil(mayAct, 60_000);
  const answered = () => allAnswered(home, walker);
  // Aborted when the questionnaire is sent.
  const done = new AbortController();
  const { signal: sent } = done;
  const talk = walker.walk({ before, patience: 900, reading: 60, answered }).finally(() => done.abort());
  const killing = async (): Promise<void> => {
    while (moments.length < kills && !sent.aborted) {
      moments.push(await killAtRandom(scene, program, sent));
      walker.person.chat.note({ kind: 'noted', text: `kill ${moments.length}` });
      program = start();
      // Some kills come in the middle of a start.
      if (scene.chance() > 0.15) restarts.push(await program.says(greeted));
    }
    await program.says(greeted);
  };
  await Promise.all([talk, killing()]);
  await waitUntil(() => double.waiting.length === 0, 10_000);
  // The last reply is there before its update is closed.
  await allAnswered(home, walker, 15_000).catch(() => undefined);
  const stored = await storedTalk(home, walker);
  const ended = await program.end('SIGTERM');
  if (ended !== 0 || (await home.postgres()) !== undefined)
    throw new Error(`the last run did not end in order: ${ended}`);
  const lines = programs.flatMap((one) => one.output().split('\n'));
  return {
    ...{ kills: moments.length, restarts, moments, stored },
    answered: walker.answers,
    sent: walker.updates.map(({ update_id }) => String(update_id)),
    shownTwice: shownTwice(walker),
    askedAgain: walker.asked,
    brokenHandlers: walker.broken,
    pressedAgain: walker.pressedAgain,
    errors: lines.filter((line) => /"level":[56]0/.test(line) || /^\s+at /.test(line)),
    warnings: lines.filter((line) => line.includes('"level":40')),
    transcript: walker.person.transcript(),
    ms: performance.now() - begun,
  };
}

/** Most come while an update is being answered, some when nothing happens or while the program is still starting. */
async function killAtRandom(scene: Scene, program: Program, sent: AbortSignal): Promise<string> {
  const { walker, chance, home } = scene;
  const onAct = chance() < 0.85;
  if (onAct) await nextAct(walker, sent);
  // The first milliseconds after an act are the dangerous ones: it arrives, is stored, is confirmed.
  const ms = Math.floor(onAct ? chance() ** 2 * 80 : chance() * 700);
  await new Promise((done) => setTimeout(done, ms));
  const doing = program.output().includes(greeted) ? (onAct ? 'answering' : 'running') : 'starting';
  const postgres = chance() * 100 < scene.postgresToo ? await home.postgres() : undefined;
  if (postgres !== undefined) process.kill(postgres, 'SIGKILL');
  await program.end('SIGKILL');
  return `${doing} ${ms}${postgres === undefined ? '' : ' with postgres'}`;
}

/** Resolves at the moment when the person does something, or after a while in which they do not. */
function nextAct({ person }: QuestionnaireWalker, sent: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(go, sent.aborted ? 0 : 400);
    const stop = person.chat.listeners.listen((event) => {
      if (event.kind === 'pressed' || (event.kind === 'said' && event.message.from?.is_bot === false)) go();
    });
  });
}

/** A question that looks just like the one before it, and that nobody asked for. */
function shownTwice({ person, openedAgain }: QuestionnaireWalker): Record<number, string[]> {
  const twice: Record<number, string[]> = {};
  let kill = 0;
  let askedFor = openedAgain;
  let before = '';
  for (const event of person.chat.events) {
    if (event.kind === 'noted' && event.text.startsWith('kill')) kill += 1;
    if (event.kind !== 'said' || event.message.from?.is_bot !== true) continue;
    const { text, buttons } = person.chat.view(event.message);
    const question = questionIn(text);
    if (question === undefined) continue;
    // Above its progress stands what was taken before, which a second showing does not know any more.
    const shown = `${text.slice(text.search(/^\d+ \/ \d+$/m))} ${buttons.flat().join(' | ')}`;
    if (shown === before && !(question.id === 'full_name' && askedFor-- > 0)) (twice[kill] ??= []).push(question.id);
    before = shown;
  }
  return twice;
}
