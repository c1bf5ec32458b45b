import { schedule } from 'node-cron';
import type { ScheduledTask } from 'node-cron';
import type { Birge } from '../context.ts';
import { countDifferences, noteTick, takeTick } from '../store/obligations.ts';
import { plan } from './plan.ts';

/** Regular work: `plan` every minute, `check` every night. */
export interface Ticking {
  /** Ends it; resolves when the run under way has ended. */
  stop(): Promise<void>;
}

/**
 * Begins the regular work. Each run goes to one process of all that share the database; one that died in the middle is
 * made up for by the next minute, because planning looks at what is due and not at the clock's strokes.
 * @param planned is called after each planning of this process.
 */
export function startTicking(birge: Birge, planned: () => void): Ticking {
  const { log, now, store } = birge;
  const runs = new Set<Promise<void>>();
  const tasks: ScheduledTask[] = [];
  const every = (name: string, expression: string, work: () => Promise<void>) => {
    const run = async () => {
      const running = work().catch((error: unknown) => log.warn({ tick: name, err: error }, 'regular work failed'));
      runs.add(running);
      await running;
      runs.delete(running);
    };
    tasks.push(
      schedule(expression, run, {
        name,
        timezone: birge.timeZone,
        noOverlap: true,
        distributed: true,
        // The key ends in the minute's ISO time, so that a later run has a later key.
        runCoordinator: { shouldRun: (key) => takeTick(store, `${name} run`, key, now()) },
      }),
    );
    return run;
  };
  const planNow = every('plan', '* * * * *', async () => {
    await plan(birge);
    planned();
  });
  every('check', '30 3 * * *', () => check(birge));
  // What came due while nobody ran does not wait for the next minute.
  void planNow();
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
      await Promise.all(runs);
    },
  };
}

/** Compares obligations with the facts they follow from; the count of differences stands in `/status`. */
export async function check({ store, now }: Birge): Promise<void> {
  await noteTick(store, 'check', { differences: await countDifferences(store) }, now());
}
