import { join } from 'node:path';
import { indicatorsFor, loadInstrument } from '../src/label/instrument.ts';
import { openAssessing } from './contenders/assessing.ts';
import type { Assessing } from './contenders/assessing.ts';
import type { Contender } from './contenders/contender.ts';
import { plainLoop } from './contenders/plain-loop.ts';
import { makeTables, throughDriver, throughSupabase } from './contenders/state-table.ts';
import { telegrafWizard } from './contenders/telegraf-wizard.ts';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import type { Walked } from './load/form.ts';
import { indicatorByIndicator } from './measure/indicators.ts';
import type { Part } from './part.ts';
import { labelReport } from './report/label.ts';

/** How many runs count, and people of each bot in one run: everybody answers all 48. */
const full = { runs: 5, people: 6 };
const quick = { runs: 1, people: 2 };

/** What each of the 48 indicators of a regional centre costs, from the first to the last, beside the two usual ways. */
export const indicators: Part = async (short, say) => {
  const plan = short ? quick : full;
  say('a Postgres and five bots');
  const ground = await openGround();
  const contenders: Assessing[] = [];
  try {
    contenders.push(...(await openContenders(ground)));
    say('indicator by indicator');
    return labelReport(await indicatorByIndicator(contenders, instrument.length, plan, say), plan);
  } finally {
    for (const contender of contenders) await contender.close();
    await ground.close();
  }
};

const label = loadInstrument(join(import.meta.dirname, '..', 'content', 'jastar-belgisi.yaml'));
const regional = indicatorsFor(label, 'regional');

/** The same 48 texts and three answers for the usual bots, without examples and without the texts between criteria. */
const instrument: Walked = {
  length: regional.length,
  takesWords: () => false,
  textOf: (number) => `${number}. ${regional[number - 1]?.text.kk ?? ''}`,
  choices: (['yes', 'not_fully', 'no'] as const).map((code) => ({ code, text: label.form.answers[code].kk })),
};

async function openContenders(on: Ground): Promise<Assessing[]> {
  const others: Contender[] = [];
  for (const { make, name } of [
    { make: plainLoop, name: 'plain_loop' },
    { make: telegrafWizard, name: 'telegraf_wizard' },
  ]) {
    const field = await on.field(name, false);
    await makeTables(field);
    others.push(
      make('supabase-js', field, throughSupabase, instrument),
      make('postgres.js', field, throughDriver, instrument),
    );
  }
  return [await openAssessing(await on.field('birge', true)), ...others.map(walkedStraight)];
}

/** The others go straight on: whoever has answered an indicator stands at the next. */
const walkedStraight = (contender: Contender): Assessing => ({
  ...contender,
  begin: (chat) => contender.enter(chat),
  reach: async (chat, indicator) => contender.dataOf(chat, indicator, 'yes'),
});
