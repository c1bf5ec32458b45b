import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Birge } from '../context.ts';
import { advanceOutbox, claimOutbox, sweepOutbox } from '../store/outbox.ts';
import type { End, OutboxRow } from '../store/outbox.ts';
import { startRound } from '../talks/rounds.ts';
import type { Round } from '../talks/rounds.ts';
import { deliver } from './delivery.ts';
import { letterKinds } from './kinds.ts';
import { post } from './letter.ts';
import type { Letter, LetterKind } from './letter.ts';
import { Sender } from './sender.ts';

/** This process's part in sending what goes out by itself. */
export interface Outbox {
  /**
   * Sends on a channel (its row in `channels`) from now on, whenever it is ready; `api` makes one try for each call, by the
   * channel's `once`.
   */
  open(channel: number, api: Api, ready?: () => boolean): void;
  /** From now on looks by itself for what is due. */
  begin(): void;
  /** Something was put into the outbox: looks at once. */
  nudge(): void;
  /** Sends all that is due now on all channels; rejects if the database is away. */
  work(): Promise<void>;
  /** Begins nothing more, waits for what is under way and records it. */
  stop(): Promise<void>;
}

/** Milliseconds between looks for what other processes have left lying. */
const sweepEvery = 10_000;
/** Tries to do what follows from an end, a second apart. */
const followUps = 5;

/**
 * The outbox of a process; `holder` names it in leases.
 * @param kinds what can be written; the registry, unless a test brings its own.
 */
export function openOutbox(options: {
  birge: Birge;
  holder: string;
  kinds?: Readonly<Record<string, LetterKind>>;
}): Outbox {
  const { birge, holder, kinds = letterKinds } = options;
  const { store, now, log } = birge;
  const senders = new Map<number, Sender>();
  let sweeping: Round | undefined;
  const each = async (work: (sender: Sender) => Promise<void>) => {
    await Promise.all([...senders.values()].map(work));
  };
  return {
    open(channel, api, ready = () => true) {
      const sender = new Sender({
        // What this process can not send now is left to others, or waits.
        claim: async (limit) =>
          ready() ? claimOutbox(store, { channel, holder, limit }, now()) : { rows: [], waitMs: null },
        advance: (settled, beginning) => advanceOutbox(store, holder, { settled, beginning }, now()),
        write: (row) => write(birge, kinds, row, channel),
        async send(row, letter) {
          const end = await deliver(() => post(api, row.chat, letter));
          if (end.end !== 'sent') log.warn({ row: row.id, kind: row.kind, ...told(end) }, 'a letter was not sent');
          await followUp(birge, kinds, row, end);
          return end;
        },
        clock: {
          now: () => performance.now(),
          after(ms, run) {
            const timer = setTimeout(run, ms);
            return () => clearTimeout(timer);
          },
        },
        log,
      });
      senders.set(channel, sender);
      if (sweeping) sender.begin();
    },
    begin() {
      sweeping ??= startRound('outbox sweep', sweepEvery, () => sweepOutbox(store, now()), log, 0);
      for (const sender of senders.values()) sender.begin();
    },
    nudge() {
      for (const sender of senders.values()) sender.nudge();
    },
    async work() {
      await sweepOutbox(store, now());
      await each((sender) => sender.work());
    },
    async stop() {
      await sweeping?.stop();
      await each((sender) => sender.stop());
    },
  };
}

/** A letter that can not be written now is tried again: the next release may know its kind, or the database be back. */
async function write(
  birge: Birge,
  kinds: Readonly<Record<string, LetterKind>>,
  row: OutboxRow,
  channel: number,
): Promise<Letter | { end: End }> {
  const kind = Object.hasOwn(kinds, row.kind) ? kinds[row.kind] : undefined;
  if (kind === undefined) return { end: { end: 'not-begun', reason: 'unknown kind' } };
  try {
    return (await kind.write(birge, row, channel)) ?? { end: { end: 'cancelled' } };
  } catch (error) {
    birge.log.error({ row: row.id, kind: row.kind, err: error }, 'a letter could not be written');
    return { end: { end: 'not-begun', reason: 'not written' } };
  }
}

async function followUp(
  birge: Birge,
  kinds: Readonly<Record<string, LetterKind>>,
  row: OutboxRow,
  end: End,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await kinds[row.kind]?.ended?.(birge, row, end);
    } catch (error) {
      birge.log.error({ row: row.id, kind: row.kind, err: error }, 'what follows from a letter could not be done');
      if (tries === followUps) return;
      await pause(1_000);
    }
  }
}

/** What the log may hold of an end: chats have no place there. */
const told = (end: End) => ({ end: end.end, ...('reason' in end && { reason: end.reason }) });
