import type { Kind } from '../../src/calendar/kind.ts';
import { dueFrom } from '../../src/recording/recordable.ts';
import { moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import type { Cast } from './cast.ts';
import { at } from './world.ts';
import type { Whose, World } from './world.ts';

/** The same text gives the same number from 0 to 1, in every run. */
export function chanceOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

interface Owed {
  id: number;
  kind: string;
  person: number | null;
  organisation: number;
  organisationKind: string;
  about: number | null;
  period: string;
  dueOn: Day;
}

/** Something that will be recorded. */
interface Fact {
  event: string;
  whose: Whose;
  key?: string;
  hours?: number;
}

/** Days before the due day in which people who are in time do it. */
const early = { weekly: 3, monthly: 5, quarterly: 8, yearly: 45, event: 4 };

/** What people do, and when: some in time, some late, some never; the same in every run. */
export class Life {
  readonly #world: World;
  readonly #days = new Map<string, Fact[]>();
  #seen = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** From the next look at that day on it will be a fact. */
  plans(day: Day, half: 'morning' | 'afternoon', fact: Fact): void {
    const key = `${day} ${half}`;
    this.#days.set(key, [...(this.#days.get(key) ?? []), fact]);
  }

  /** What the year brings by itself: agreements, hirings, the label's programme, complaints. */
  begins({ ids, places, signing, hired }: Cast): void {
    const id = (name: string): number => ids.get(name) ?? 0;
    const place = (name: string): number => places[name] ?? 0;
    for (const { name, place: organisation, on } of signing) {
      const whose = { person: id(name), organisation, role: 'volunteer' };
      if (on >= '2026-01-01') this.plans(on, 'morning', { event: 'agreement-signed', whose });
    }
    for (const { name, place: organisation, mentor, on } of hired) {
      const about = id(name);
      this.plans(on, 'afternoon', { event: 'hired', whose: { person: about, organisation, role: 'worker' } });
      const whose = { person: id(mentor), organisation, role: 'mentor', about };
      this.plans(on, 'afternoon', { event: 'mentor-named', whose });
    }
    const of = (name: string): Whose => ({ organisation: place(name) });
    for (const n of [1, 2]) {
      this.plans('2026-01-01', 'morning', { event: 'regional-centre-confirmed', whose: of(`regional-youth-${n}`) });
      this.plans('2026-01-01', 'morning', { event: 'label-awarded', whose: of(`youth-${n}-9`) });
      const expert = { person: id(`expert-${n}`), organisation: place(`regional-youth-${n}`), role: 'expert' };
      this.plans('2026-01-12', 'afternoon', { event: 'first-assessment-begun', whose: expert });
      this.plans('2026-08-03', 'afternoon', { event: 'final-assessment-begun', whose: expert });
      for (const centre of [`youth-${n}-1`, `youth-${n}-2`]) {
        this.plans('2026-02-16', 'afternoon', { event: 'label-selected', whose: of(centre) });
        this.plans('2026-03-09', 'afternoon', { event: 'school-begun', whose: of(centre) });
        this.plans('2026-04-27', 'afternoon', { event: 'home-assignment-given', whose: of(centre) });
        this.plans('2026-05-11', 'afternoon', { event: 'workshop-held', whose: of(centre) });
        this.plans('2026-09-14', 'afternoon', { event: 'label-awarded', whose: of(centre) });
      }
    }
    const trainer = { person: id('trainer-1-1'), organisation: place('career-1-1'), role: 'trainer' };
    this.plans('2026-04-06', 'afternoon', { event: 'trainer-named', whose: trainer });
    const leader = { person: id('leader-1'), organisation: place('team-1'), role: 'leader' };
    const head = { person: id('regional-head'), organisation: place('movement'), role: 'head' };
    this.plans('2026-10-05', 'afternoon', { event: 'complaint-received', whose: leader });
    this.plans('2026-10-06', 'afternoon', { event: 'complaint-received', whose: head });
  }

  /** Sees what has newly come to be owed, and decides for each when it will be done, if ever. */
  async looks(today: Day): Promise<void> {
    const owed = await this.#world.database.sql<Owed[]>`
      select o.id::int, o.kind, o.person_id::int as person, g.id::int as organisation, g.kind as "organisationKind",
        o.about_person::int as about, o.period, o.due_on::text as "dueOn"
      from obligations o join organisations g on g.id = coalesce(o.organisation_id, o.about_organisation)
      where o.id > ${this.#seen} order by o.id`;
    for (const one of owed) this.#decides(one, today);
    this.#seen = owed.at(-1)?.id ?? this.#seen;
  }

  #decides(one: Owed, today: Day): void {
    const kind = this.#world.birge.calendar.kinds.get(one.kind);
    if (kind === undefined || !('event' in kind.fulfilled)) return;
    const who = `${one.person ?? `o${one.organisation}`} ${one.kind} ${one.period}`;
    if (kind.fulfilled.hours !== undefined) {
      this.#collects(one, kind.fulfilled.event, who, today);
      return;
    }
    const day = doneOn(kind, one, who);
    if (day === undefined) return;
    const on = day < today ? today : day;
    const half = chanceOf(`half ${who}`) < 0.3 ? 'morning' : 'afternoon';
    const person = one.person === null ? {} : { person: one.person, role: kind.owes.role };
    const whose = { ...person, organisation: one.organisation, ...(one.about !== null && { about: one.about }) };
    this.plans(on, half, { event: kind.fulfilled.event, whose, key: one.period });
    this.#follows(kind.id, one, on);
  }

  /** Four certificates in the year, of which the last ones come late or never for some. */
  #collects({ person, organisation }: Owed, event: string, who: string, today: Day): void {
    const courses = chanceOf(who) < 0.8 ? 4 : 3;
    for (let n = 1; n <= courses; n += 1) {
      const on = moveDay(`${who.slice(-4)}-01-20`, { days: n * 82 + Math.floor(chanceOf(`${who} ${n}`) * 15) });
      if (on < today || person === null) continue;
      this.plans(on, 'afternoon', {
        event,
        whose: { person, organisation, role: 'worker' },
        key: `course-${n}`,
        hours: 12,
      });
    }
  }

  /** In the adaptation of a worker one thing follows from the other. */
  #follows(kind: string, one: Owed, on: Day): void {
    const { organisation } = one;
    if (kind === 'adaptation-plan' && one.about !== null) {
      const whose = { person: one.about, organisation, role: 'worker' };
      this.plans(moveDay(on, { days: 1 }), 'afternoon', { event: 'adaptation-plan-received', whose });
    } else if (kind === 'adaptation-report') {
      const mentor = this.#mentors.get(one.person ?? 0);
      const whose = { person: mentor ?? 0, organisation, role: 'mentor', about: one.person ?? 0 };
      if (mentor !== undefined) this.plans(moveDay(on, { days: 1 }), 'afternoon', { event: 'mentoring-ended', whose });
    }
  }

  readonly #mentors = new Map<number, number>();

  /** Records what has come to be a fact by now, in one call; false: nothing happened. */
  async happens(day: Day, half: 'morning' | 'afternoon'): Promise<boolean> {
    const facts = this.#days.get(`${day} ${half}`) ?? [];
    if (facts.length === 0) return false;
    const { birge, database, turn } = this.#world;
    turn(at(day, half === 'morning' ? '09:30' : '14:00'));
    const kinds = await this.#kindsOf(facts);
    const rows = facts.map(({ event, whose, key, hours }) => {
      const { person, organisation, role, about } = whose;
      if (event === 'mentor-named' && about !== undefined && person !== undefined) this.#mentors.set(about, person);
      const subject = {
        organisationKind: kinds.get(organisation) ?? '',
        role: person === undefined ? null : (role ?? null),
      };
      return {
        ...(person === undefined
          ? { organisation }
          : { person, aboutOrganisation: organisation, aboutPerson: about ?? null }),
        mentor: event === 'mentor-named',
        event,
        key: key ?? '',
        on: day,
        hours: hours ?? null,
        due: dueFrom(birge.calendar, birge.holidays, event, subject, day),
      };
    });
    await database.sql`
      select case when (r->>'mentor')::boolean then name_mentor(r, r->'due', null, ${birge.now()}) else record_event(r, r->'due', null, ${birge.now()}) end
      from jsonb_array_elements(${database.sql.json(rows)}) r`;
    return true;
  }

  async #kindsOf(facts: readonly Fact[]): Promise<Map<number, string>> {
    const ids = [...new Set(facts.map(({ whose }) => whose.organisation))];
    const found = await this.#world.database.sql<{ id: number; kind: string }[]>`
      select id::int, kind from organisations where id = any (${ids})`;
    return new Map(found.map(({ id, kind }) => [id, kind]));
  }
}

/** Over half are in time, a third is late, the rest never comes. */
function doneOn({ due }: Kind, { dueOn }: Owed, who: string): Day | undefined {
  const chance = chanceOf(who);
  if (chance > 0.9) return undefined;
  const how = chanceOf(`days ${who}`);
  if (chance < 0.65) return moveDay(dueOn, { days: -Math.floor(how * early[due.is]) });
  return moveDay(dueOn, { days: 1 + Math.floor(how * (due.is === 'weekly' ? 3 : 9)) });
}
