import { openBirge } from './contenders/birge.ts';
import { plainLoop } from './contenders/plain-loop.ts';
import { makeTables, throughDriver, throughSupabase } from './contenders/state-table.ts';
import { telegrafWizard } from './contenders/telegraf-wizard.ts';
import type { Contender } from './contenders/contender.ts';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { crowds } from './measure/crowd.ts';
import type { Throughput } from './measure/crowd.ts';
import { memory } from './measure/memory.ts';
import { bringPeople, Ranges } from './measure/people.ts';
import { series } from './measure/series.ts';
import { standIn } from './measure/stand-in.ts';
import { full, quick } from './plan.ts';
import { report } from './report/report.ts';
import type { Part } from './part.ts';

/** What an answer costs, beside the two usual ways of writing a questionnaire bot. */
export const answers: Part = async (short, say) => {
  const plan = short ? quick : full;
  say('memory of the whole program');
  const ofProgram = await memory(plan.memoryAnswers);

  say('a Postgres and five bots');
  const ground = await openGround();
  const contenders: Contender[] = [];
  try {
    contenders.push(...(await openContenders(ground)));
    const near = new Ranges(plan.places, (plan.runs + 1) * plan.people);
    const far = new Ranges(plan.places, (plan.runs + 1) * plan.far.people);
    const gatherings = [0, plan.far.latency].map((added) => ({
      added,
      people: new Ranges(plan.crowd.places, plan.crowd.people),
    }));
    for (const field of new Set(contenders.map((contender) => contender.field))) {
      const here = contenders.filter((contender) => contender.field === field);
      const all = [near, far, ...gatherings.map(({ people }) => people)].flatMap((ranges) =>
        here.flatMap((contender) => ranges.of(contender)),
      );
      say(`people for ${here.map(({ name, way }) => `${name}, ${way}`).join(' and ')}`);
      const walker = here.at(-1);
      if (walker) await bringPeople(walker, all);
    }
    say('answer by answer');
    const nearby = await series(contenders, near, { latency: 0, runs: plan.runs, people: plan.people });
    say(`answer by answer, ${plan.far.latency} ms more per call`);
    const faraway = await series(contenders, far, { ...plan.far, runs: plan.runs });
    const throughputs: Throughput[] = [];
    for (const { added, people } of gatherings) {
      for (const place of plan.crowd.places) {
        say(`${plan.crowd.people} at once, ${place.name}, ${added} ms more per call`);
        throughputs.push(...(await crowds(contenders, people, place, { ...plan.crowd, latency: added })));
      }
    }
    return report({ nearby, faraway, throughputs, memory: ofProgram, standIn: await standIn(), plan });
  } finally {
    for (const contender of contenders) await contender.close();
    await ground.close();
  }
};

/** Ours, and the two usual ways, each through supabase-js and through a driver. Both ways share a database. */
async function openContenders(on: Ground): Promise<Contender[]> {
  const birge = await openBirge(await on.field('birge', true));
  const others: Contender[] = [];
  for (const { make, name } of [
    { make: plainLoop, name: 'plain_loop' },
    { make: telegrafWizard, name: 'telegraf_wizard' },
  ]) {
    const field = await on.field(name, false);
    await makeTables(field);
    others.push(make('supabase-js', field, throughSupabase), make('postgres.js', field, throughDriver));
  }
  return [birge, ...others];
}
