import { openBirge } from './contenders/birge.ts';
import { plainLoop } from './contenders/plain-loop.ts';
import { makeTables, throughDriver, throughSupabase } from './contenders/state-table.ts';
import { telegrafWizard } from './contenders/telegraf-wizard.ts';
import type { Contender } from './contenders/contender.ts';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { crowd } from './measure/crowd.ts';
import type { Throughput } from './measure/crowd.ts';
import { memory } from './measure/memory.ts';
import { bringPeople, crowdPlaces, places, rangeOf } from './measure/people.ts';
import type { Place, Range } from './measure/people.ts';
import { series } from './measure/series.ts';
import { standIn } from './measure/stand-in.ts';
import { full, quick } from './plan.ts';
import type { Plan } from './plan.ts';
import { report } from './report/report.ts';
import { writeIntoReadme } from './report/readme.ts';

const plan = process.argv.includes('--quick') ? quick : full;
const say = (step: string) => console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${step}`);

say('memory of the whole program');
const ofProgram = await memory(plan.memoryAnswers);

say('a Postgres and five bots');
const ground = await openGround();
const contenders: Contender[] = [];
try {
  contenders.push(...(await openContenders(ground)));
  const { series: near, far, crowds } = ranges(plan);
  for (const contender of contenders) {
    say(`people for ${contender.name}, ${contender.way}`);
    await bringPeople(contender, [...near.values(), ...far.values(), ...crowds.map(({ range }) => range)]);
  }
  say('answer by answer');
  const nearby = await series(contenders, places, 0, plan.runs, peopleOf(near, plan.people));
  say(`answer by answer, ${plan.far.latency} ms more per call`);
  const { latency, people } = plan.far;
  const faraway = await series(contenders, places, latency, plan.runs, peopleOf(far, people));
  const throughputs: Throughput[] = [];
  for (const { range, added } of crowds) {
    say(`${plan.crowd.people} at once, ${range.place.name}, ${added} ms more per call`);
    for (const contender of contenders) throughputs.push(await crowd(contender, range, plan.crowd.rounds, added));
  }
  const text = report({ nearby, faraway, throughputs, memory: ofProgram, standIn: await standIn(), plan });
  if (process.argv.includes('--write')) await writeIntoReadme(text);
  else console.log(text);
} finally {
  for (const contender of contenders) await contender.close();
  await ground.close();
}
say('done');
process.exit(0);

/** Ours, and the two usual ways, each through supabase-js and through a driver, each with a database of its own. */
async function openContenders(on: Ground): Promise<Contender[]> {
  const ways = [
    { make: plainLoop, name: 'loop_supabase', way: 'supabase-js', open: throughSupabase },
    { make: plainLoop, name: 'loop_driver', way: 'postgres.js', open: throughDriver },
    { make: telegrafWizard, name: 'wizard_supabase', way: 'supabase-js', open: throughSupabase },
    { make: telegrafWizard, name: 'wizard_driver', way: 'postgres.js', open: throughDriver },
  ] as const;
  const others: Contender[] = [];
  for (const { make, name, way, open } of ways) {
    const field = await on.field(name, false);
    await makeTables(field);
    others.push(make(way, field, open));
  }
  return [await openBirge(await on.field('birge', true)), ...others];
}

/** Fresh people for everything: nobody is asked the same question twice. Each bot has them in its own database. */
function ranges(plan: Plan) {
  const take = rangeOf();
  const rounds = plan.runs + 1;
  const near = new Map(places.map((place) => [place, take(place, rounds * plan.people)]));
  const far = new Map(places.map((place) => [place, take(place, rounds * plan.far.people)]));
  const crowds = [0, plan.far.latency].flatMap((added) =>
    crowdPlaces.map((place) => ({ added, range: take(place, plan.crowd.people) })),
  );
  return { series: near, far, crowds };
}

function peopleOf(of: Map<Place, Range>, each: number) {
  return (place: Place, run: number): number[] => {
    const first = (of.get(place)?.first ?? 0) + run * each;
    return Array.from({ length: each }, (_, index) => first + index);
  };
}
