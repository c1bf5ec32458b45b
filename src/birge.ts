import { randomUUID } from 'node:crypto';
import { Api, Bot } from 'grammy';
import { commandsIn } from '../flows/commands.ts';
import { tellProgress } from './announcing/progress.ts';
import { answering } from './answer.ts';
import { assemble } from './bot.ts';
import { briefly } from './channels/brief.ts';
import type { Channel, Receive } from './channels/channel.ts';
import type { Birge, OuterCtx } from './context.ts';
import { formHash, guardsOf, languages } from './forms/index.ts';
import { workOff } from './jobs/work.ts';
import { adoptCalendar, plan } from './obligations/plan.ts';
import { startTicking } from './obligations/ticking.ts';
import type { Ticking } from './obligations/ticking.ts';
import { openOutbox } from './outbox/outbox.ts';
import { reviewAll } from './privacy/retention.ts';
import { tokenOf } from './screens/for-the-page.ts';
import { keepFormVersion } from './store/form-versions.ts';
import { sweepInbox } from './store/jobs.ts';
import { openChannel } from './store/talks.ts';
import { seedPlaces } from './store/volunteers/places.ts';
import { Desk } from './talks/desk.ts';
import { startRound } from './talks/rounds.ts';
import type { Round } from './talks/rounds.ts';

/** What a running Birge is made of, without its ways in. */
export type Parts = Omit<Birge, 'channels'>;

/** Birge at work: channels can be attached while it runs. */
export interface RunningBirge {
  readonly birge: Birge;
  readonly desk: Desk;
  readonly apis: ReadonlyMap<number, Api>;
  /** Gives the channel its bot and row; `receive` is what it must be started with. */
  attach(channel: Channel): Promise<{ id: number; receive: Receive }>;
  /** Begins the rounds: leases, waiting updates, jobs. */
  begin(): void;
  /** Does what is due now, without waiting for the rounds. */
  catchUp(): Promise<void>;
  /** Ends the rounds and waits until everything under way is answered. */
  end(): Promise<void>;
}

/** Milliseconds between rounds. */
const rounds = { leases: 10_000, sweep: 5_000, jobs: 2_000, progress: 5_000, forget: 3_600_000 };

/** Puts the parts together; nothing is received before a channel is attached. */
export async function runBirge(parts: Parts): Promise<RunningBirge> {
  const { store, now, log } = parts;
  const channels = new Map<number, Channel>();
  const bots = new Map<number, Bot<OuterCtx>>();
  const apis = new Map<number, Api>();
  // One try for each call: what must not insist, because nobody waits for it.
  const tries = new Map<number, Api>();
  const birge: Birge = { ...parts, channels };
  const desk = new Desk({ store, holder: randomUUID(), answer: answering(birge, bots), now, log });
  const answers = assemble(birge, desk);
  const running: Round[] = [];
  for (const form of parts.forms.values()) {
    const version = { form: form.id, hash: formHash(form), definition: form, guards: [...guardsOf(form)] };
    await keepFormVersion(store, version, now());
  }
  const forget = async () => {
    await sweepInbox(store, now());
    await reviewAll(birge);
  };
  await adoptCalendar(birge);
  await seedPlaces(store, parts.volunteering.whereToGo.organisations, now());
  const outbox = openOutbox({ birge, holder: randomUUID() });
  const jobs = async () => {
    // What they put into the outbox need not wait for its next look.
    if ((await workOff(birge)) > 0) outbox.nudge();
  };
  let ticking: Ticking | undefined;
  return {
    birge,
    desk,
    apis,
    async attach(channel) {
      const id = await openChannel(store, channel.kind, channel.account);
      const bot = new Bot<OuterCtx>(channel.api?.token ?? tokenOf(channel), {
        botInfo: channel.me,
        // grammY's client uses no more of `fetch` than a channel gives.
        client: {
          fetch: briefly(channel.fetch),
          ...(channel.api && { apiRoot: channel.api.root }),
        },
      });
      bot.use(answers);
      bots.set(id, bot);
      apis.set(id, bot.api);
      channels.set(id, channel);
      desk.open(id, channel);
      const outward = new Api(bot.token, { fetch: channel.once, ...(channel.api && { apiRoot: channel.api.root }) });
      tries.set(id, outward);
      outbox.open(id, outward, channel.ready);
      if (channel.kind === 'telegram') {
        // A menu is no reason to stay silent.
        await offerCommands(birge, bot.api).catch((error: unknown) => log.warn({ err: error }, 'no command menu'));
      }
      return { id, receive: (arrived) => desk.receive(id, arrived) };
    },
    begin() {
      running.push(
        startRound('leases', rounds.leases, () => desk.renew(), log),
        // At once: what a killed process had begun waits for its answer.
        startRound('sweep', rounds.sweep, () => desk.sweep(), log, 0),
        startRound('jobs', rounds.jobs, jobs, log),
        startRound('progress', rounds.progress, () => tellProgress(birge, tries), log),
        startRound('forget', rounds.forget, forget, log),
      );
      outbox.begin();
      ticking = startTicking(birge, () => outbox.nudge());
    },
    async catchUp() {
      await desk.sweep();
      await desk.settled();
      await forget();
      await jobs();
      await plan(birge);
      await outbox.work();
      await tellProgress(birge, tries);
    },
    async end() {
      await ticking?.stop();
      await Promise.all(running.map((round) => round.stop()));
      await outbox.stop();
      await desk.settled();
    },
  };
}

/** The command menu in every language; Kazakh for whoever uses Telegram in another one. */
async function offerCommands(birge: Birge, api: Api): Promise<void> {
  await api.setMyCommands(commandsIn(birge.say('kk')));
  for (const language of languages)
    await api.setMyCommands(commandsIn(birge.say(language)), { language_code: language });
}
