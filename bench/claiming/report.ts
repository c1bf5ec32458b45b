import { openGround } from '../ground.ts';
import type { Part } from '../part.ts';
import { environment } from '../report/environment.ts';
import { promises } from '../report/promises.ts';
import { figure, table } from '../report/table.ts';
import { measureClaiming, mostClaims } from './run.ts';
import type { Claiming } from './run.ts';

/** Noise: as much more as a claim may take than with an outbox that is nearly empty. */
const noise = 1.25;

/** What a claim costs, whatever waits, is done or is stuck. */
export const claiming: Part = async (short, say) => {
  say('a Postgres for claiming');
  const ground = await openGround();
  try {
    const plan = short ? { size: 20_000, claims: 10 } : { size: 1_000_000, claims: mostClaims };
    return report(await measureClaiming(ground, plan, say), plan.claims);
  } finally {
    await ground.close();
  }
};

function report(all: Claiming[], claims: number): string {
  const [empty, ...others] = all;
  const times = ({ ours }: Claiming): number => ours.median / (empty?.ours.median ?? Number.NaN);
  const usually = ({ usual }: Claiming): number => usual.median / (empty?.usual.median ?? Number.NaN);
  return [
    environment(['postgres'], [['plan', `median of ${claims} claims of 20 rows each, all states in turn`]]),
    '### Targets',
    promises(
      others.map((one) => ({
        what: `a claim with ${one.state.name}, against 1,000 waiting`,
        target: `× ${noise} at most`,
        found: `× ${figure(times(one))}`,
        met: times(one) <= noise,
      })),
    ),
    '### A claim of 20 rows, milliseconds',
    table(
      [
        '',
        'Birge',
        'slowest tenth from',
        'against 1,000 waiting',
        'usual way',
        'slowest tenth from',
        'against 1,000 waiting',
      ],
      all.map((one) => [
        one.state.name,
        figure(one.ours.median),
        figure(one.ours.tenth),
        `× ${figure(times(one))}`,
        figure(one.usual.median),
        figure(one.usual.tenth),
        `× ${figure(usually(one))}`,
      ]),
    ),
  ].join('\n\n');
}
