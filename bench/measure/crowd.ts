import type { Contender } from '../contenders/contender.ts';
import { answerTo } from './people.ts';
import type { Place, Range, Ranges } from './people.ts';
import { median } from './series.ts';

export interface Throughput {
  contender: Contender;
  place: string;
  latency: number;
  perSecond: number;
}

/** How many runs there are, how many answers everybody gives in each, and how far away the database is (milliseconds). */
interface Extent {
  runs: number;
  rounds: number;
  latency: number;
}

/** All contenders at a place, interleaved; the median of the runs. Each run goes on where the one before has ended. */
export async function crowds(
  contenders: Contender[],
  people: Ranges,
  place: Place,
  extent: Extent,
): Promise<Throughput[]> {
  const all = contenders.map((contender) => ({ contender, speeds: [] as number[] }));
  for (let run = 0; run < extent.runs; run += 1) {
    for (const { contender, speeds } of all) {
      const standing = place.standing + run * extent.rounds;
      speeds.push(await crowd(contender, { ...people.at(contender, place), standing }, extent));
    }
  }
  return all.map(({ contender, speeds }) => ({
    contender,
    place: place.name,
    latency: extent.latency,
    perSecond: median(speeds),
  }));
}

/** Everybody answers some questions, each as soon as they see the next one; gives answers per second. */
async function crowd(
  contender: Contender,
  { first, count, standing }: Range & { standing: number },
  { rounds, latency }: Extent,
): Promise<number> {
  contender.meter.latency = latency;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      for (let round = 0; round < rounds; round += 1) {
        await contender.answerInCrowd(answerTo(contender, first + index, standing + round));
      }
    }),
  );
  await contender.settled();
  const seconds = (performance.now() - start) / 1000;
  contender.meter.latency = 0;
  return (count * rounds) / seconds;
}
