import type { Calendar, Kind } from '../../src/calendar/kind.ts';
import { moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { momentOf } from './print.ts';
import { at, openWorld } from './world.ts';
import type { Sent, World } from './world.ts';

const names = ['worker', 'head', 'region', 'leader', 'volunteer'] as const;
type Name = (typeof names)[number];

/** A career centre below a labour mobility centre, a team and a volunteers' organisation, with one person in each role. */
export interface Scene {
  world: World;
  centre: number;
  volunteers: number;
  idOf(name: Name): number;
  /** Of one kind, who got what when: `worker 2026-11-16 10:00 +1d, by 2026-11-15`. */
  heard(sent: readonly Sent[], kind: string): string[];
  /** Plans and sends on these days, the last one too. */
  lives(from: Day, until?: Day): Promise<Sent[]>;
  /** Plans at midnight and comes to a later hour of the day, with nothing sent yet. */
  plansOnly(day: Day, hour: string): Promise<void>;
  /** The project's calendar with one kind other than there. */
  calendarWith(id: string, other: Partial<Kind>): Calendar;
}

export async function openScene(): Promise<Scene> {
  const world = await openWorld();
  const region = await world.organisation('mobility-centre', 'Region');
  const centre = await world.organisation('career-centre', 'Centre', region);
  const team = await world.organisation('movement-team', 'Team');
  const volunteers = await world.organisation('volunteer-organisation', 'Volunteers');
  const place = (organisation: number, ...roles: string[]) => roles.map((role) => ({ role, at: organisation }));
  const ids = await world.people([
    { name: 'worker', language: 'en', roles: place(centre, 'worker') },
    { name: 'head', language: 'en', roles: place(centre, 'head', 'worker') },
    { name: 'region', language: 'en', roles: place(region, 'head') },
    { name: 'leader', language: 'en', roles: place(team, 'leader') },
    { name: 'volunteer', language: 'en', roles: place(volunteers, 'volunteer') },
  ]);
  const nameOf = (person: number | null) => names[ids.indexOf(person ?? 0)];
  return {
    world,
    centre,
    volunteers,
    idOf: (name) => ids[names.indexOf(name)] ?? 0,
    heard: (sent, kind) =>
      sent
        .flatMap((one) =>
          one.told
            .filter((told) => told.kind === kind)
            .map(({ step, dueOn, person }) => {
              const whose = person === one.person ? '' : ` of ${nameOf(person)}`;
              return `${nameOf(one.person)} ${momentOf(one)} ${step}${whose}, by ${dueOn}`;
            }),
        )
        .toSorted(),
    async lives(from, until = from) {
      const sent: Sent[] = [];
      for (let day = from; day <= until; day = moveDay(day, { days: 1 })) {
        for (const hour of ['00:00', '10:00', '18:00']) {
          await world.tick(at(day, hour));
          sent.push(...(await world.send(at(day, hour))));
        }
      }
      return sent;
    },
    async plansOnly(day, hour) {
      await world.tick(at(day));
      world.turn(at(day, hour));
    },
    calendarWith(id, other) {
      const { calendar } = world.birge;
      const kind = calendar.kinds.get(id);
      if (kind === undefined) throw new Error(`there is no kind ${id}`);
      return { ...calendar, kinds: new Map(calendar.kinds).set(id, { ...kind, ...other }) };
    },
  };
}
