import type { Contender } from '../contenders/contender.ts';
import { answerTo } from './people.ts';
import type { Range } from './people.ts';

export interface Throughput {
  contender: Contender;
  place: string;
  latency: number;
  perSecond: number;
}

/** Everybody of the range answers `rounds` questions, each as soon as they see the next one. */
export async function crowd(
  contender: Contender,
  { place, first, count }: Range,
  rounds: number,
  latency: number,
): Promise<Throughput> {
  contender.meter.latency = latency;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      for (let round = 0; round < rounds; round += 1) {
        await contender.answerInCrowd(answerTo(contender, first + index, place.standing + round));
      }
    }),
  );
  await contender.settled();
  const seconds = (performance.now() - start) / 1000;
  contender.meter.latency = 0;
  return { contender, place: place.name, latency, perSecond: (count * rounds) / seconds };
}
