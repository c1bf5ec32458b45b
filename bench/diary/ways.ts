import { createClient } from '@supabase/supabase-js';
import { pino } from 'pino';
import { openGateway } from '../../src/store/embedded/gateway.ts';
import { openStore } from '../../src/store/store.ts';
import type { Day } from '../../src/rules/dates.ts';
import { diaryOverview } from '../../src/store/volunteers/deeds.ts';
import type { Totals } from '../../src/store/volunteers/deeds.ts';
import type { Field } from '../ground.ts';

/** A way to know what a diary comes to between two days. `rows`: how many came over the wire. */
export interface Way {
  name: string;
  totals(person: number, days: { from: Day; until: Day }): Promise<{ totals: Totals; rows: number }>;
}

/** Supabase hands out so many rows at once unless it is told otherwise. */
const page = 1000;

interface Entry {
  on_day: string;
  /** A number of fixed digits comes as text. */
  hours: string;
  people: number | null;
  confirmed_at: string | null;
}

/** Ours; all entries read and added up in the program; the same with only the days that are wanted. All through supabase-js. */
export function openWays({ server, name }: Field): { ways: Way[]; close(): Promise<void> } {
  const log = pino({ level: 'silent' });
  const direct = openGateway(server, name, log);
  const rest = openGateway(server, name, log, { direct: false });
  const store = openStore({ url: direct.url, key: direct.secretKey, fetch: direct.fetch, log });
  const client = createClient(rest.url, rest.secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: rest.fetch },
  });
  const read = async (person: number, days: { from: Day; until: Day } | undefined): Promise<Entry[]> => {
    const entries: Entry[] = [];
    for (let from = 0; from % page === 0; from = entries.length) {
      const all = client
        .from('deeds')
        .select('on_day,hours,people,confirmed_at')
        .eq('person_id', person)
        .eq('state', 'done');
      const wanted = days ? all.gte('on_day', days.from).lte('on_day', days.until) : all;
      const { data } = await wanted
        .order('on_day')
        .order('id')
        .range(from, from + page - 1)
        .throwOnError();
      entries.push(...data);
      if (data.length === 0) break;
    }
    return entries;
  };
  const added = (entries: Entry[], days: { from: Day; until: Day }) => {
    const inside = entries.filter(({ on_day: on }) => on >= days.from && on <= days.until);
    const sum = (of: (entry: Entry) => number): number => inside.reduce((total, entry) => total + of(entry), 0);
    return {
      rows: entries.length,
      totals: {
        deeds: inside.length,
        hours: sum(({ hours }) => Number(hours)),
        confirmedHours: sum(({ hours, confirmed_at: at }) => (at === null ? 0 : Number(hours))),
        people: sum(({ people }) => people ?? 0),
      },
    };
  };
  return {
    ways: [
      {
        name: 'Birge',
        async totals(person, days) {
          const { deeds, hours, confirmedHours, people } = await diaryOverview(store, person, days);
          return { totals: { deeds, hours, confirmedHours, people }, rows: 1 };
        },
      },
      {
        name: 'days read',
        totals: async (person, days) => added(await read(person, days), days),
      },
      {
        name: 'all read',
        totals: async (person, days) => added(await read(person, undefined), days),
      },
    ],
    async close() {
      await direct.close();
      await rest.close();
    },
  };
}
