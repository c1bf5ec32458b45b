import type { Day } from '../../src/rules/dates.ts';
import type { Somebody, World } from './world.ts';

/** Where people are: ids by name. */
export type Places = Record<string, number>;

/** Everybody of the simulated year: who, where, in which role. */
export interface Cast {
  places: Places;
  /** Ids by name. */
  ids: ReadonlyMap<string, number>;
  /** Volunteers without an agreement at the beginning, by name, with the day on which they sign one. */
  signing: { name: string; place: number; on: Day }[];
  /** Workers hired in the year, with their mentor. */
  hired: { name: string; place: number; mentor: string; on: Day }[];
}

/** A day of a year for the n-th of many, spread over it. */
const dayIn = (year: number, n: number): Day =>
  new Date(Date.UTC(year, 0, 10 + ((n * 37) % 330))).toISOString().slice(0, 10);

const languages = ['kk', 'kk', 'ru', 'kk', 'en'] as const;

/** A thousand people: volunteers, centres of three kinds, the union, the pupils' movement. */
export async function thousand(world: World): Promise<Cast> {
  const places: Places = {};
  const everybody: Somebody[] = [];
  const signing: Cast['signing'] = [];
  const hired: Cast['hired'] = [];
  const place = async (kind: string, name: string, above?: number) =>
    (places[name] = await world.organisation(kind, name, above));
  const somebody = (name: string, at: number, roles: readonly string[], more: { from?: Day; until?: Day } = {}) => {
    const language = languages[everybody.length % languages.length] ?? 'kk';
    everybody.push({ name, language, roles: roles.map((role) => ({ role, at, ...more })) });
  };

  const platform = await place('platform', 'Platform');
  somebody('administrator', platform, ['administrator']);
  for (let n = 1; n <= 10; n += 1) {
    const id = await place('volunteer-organisation', `volunteers-${n}`, platform);
    somebody(`volunteer-coordinator-${n}`, id, ['coordinator']);
    for (let k = 1; k <= 44; k += 1) {
      const name = `volunteer-${n}-${k}`;
      // Most never sign, some sign in the year.
      const leaves = k === 40 ? { until: '2026-06-30' } : {};
      somebody(name, id, ['volunteer'], leaves);
      if (k % 4 === 0 || k <= 2)
        signing.push({ name, place: id, on: k % 5 === 0 ? dayIn(2026, n * 44 + k) : '2025-11-03' });
    }
  }

  for (let region = 1; region <= 3; region += 1) {
    const mobility = await place('mobility-centre', `mobility-${region}`, platform);
    somebody(`mobility-coordinator-${region}`, mobility, ['coordinator']);
    somebody(`mobility-head-${region}`, mobility, ['head', 'worker']);
    for (let n = 1; n <= 7; n += 1) {
      const id = await place('career-centre', `career-${region}-${n}`, mobility);
      somebody(`career-head-${region}-${n}`, id, ['head', 'worker']);
      somebody(`mentor-${region}-${n}`, id, ['mentor', 'worker']);
      somebody(`trainer-${region}-${n}`, id, n % 2 === 1 ? ['trainer', 'worker'] : ['worker']);
      for (let k = 1; k <= 13; k += 1) {
        const name = `worker-${region}-${n}-${k}`;
        const on = name === 'worker-1-1-13' ? '2026-10-12' : dayIn(2026, region * 91 + n * 13 + k);
        const isNew = k >= 12;
        somebody(name, id, ['worker'], isNew ? { from: on } : k === 11 && n === 2 ? { until: '2026-06-15' } : {});
        if (isNew) hired.push({ name, place: id, mentor: `mentor-${region}-${n}`, on });
      }
    }
  }

  for (let region = 1; region <= 2; region += 1) {
    const above = await place('youth-centre', `regional-youth-${region}`, platform);
    somebody(`youth-coordinator-${region}`, above, ['coordinator']);
    somebody(`regional-youth-head-${region}`, above, ['head']);
    somebody(`expert-${region}`, above, ['expert']);
    for (let n = 1; n <= 10; n += 1) {
      const id = await place('youth-centre', `youth-${region}-${n}`, above);
      somebody(`youth-head-${region}-${n}`, id, ['head']);
      for (let k = 1; k <= 3; k += 1) somebody(`youth-staff-${region}-${n}-${k}`, id, ['staff']);
    }
  }

  const union = await place('union', 'union', platform);
  somebody('union-head', union, ['head']);
  for (let n = 1; n <= 2; n += 1) somebody(`union-office-${n}`, union, ['office']);
  for (let n = 1; n <= 20; n += 1)
    somebody(`member-head-${n}`, await place('union-member', `member-${n}`, union), ['head']);

  const movement = await place('movement', 'movement', platform);
  somebody('regional-head', movement, ['head']);
  for (let n = 1; n <= 10; n += 1) {
    const id = await place('movement-team', `team-${n}`, movement);
    somebody(`leader-${n}`, id, ['leader']);
    for (let k = 1; k <= 2; k += 1) somebody(`deputy-${n}-${k}`, id, ['deputy']);
  }
  // Many more work where there is little to do by a date.
  for (let n = everybody.length + 1; n <= 1_000; n += 1)
    somebody(`youth-staff-more-${n}`, places[`youth-${1 + (n % 2)}-${1 + (n % 10)}`] ?? 0, ['staff']);
  const made = await world.people(everybody);
  const ids = new Map(everybody.map(({ name }, index) => [name, made[index] ?? 0]));
  return { places, ids, signing, hired };
}
