import { TurnedClock } from '../../support/double/clock.ts';
import type { Person } from '../../support/double/person.ts';
import type { ButtonTest } from '../../support/double/press.ts';
import { renderEvents } from '../../support/double/transcript.ts';
import type { Stage } from '../../support/dialogue.ts';
import { delivers } from '../deadlines/scene.ts';
import { coordinatorOf, projectOf, volunteerStage } from './scene.ts';
import type { YearWords } from './year-words.ts';

/** Two people and a project while time goes by. */
export interface Year {
  stage: Stage;
  volunteer: Person;
  coordinator: Person;
  project: number;
  /** Lets time pass up to a moment; every day's morning and evening come, and whatever falls due is sent. */
  until(iso: string): Promise<void>;
  /** Everything that happened in somebody's chat, under the days on which it did. */
  told(person: Person): string;
}

/** When something may come on a day: after ideas' reminders, after deadlines' reminders, in the evening. */
const hours = ['04:31', '05:05', '14:00'] as const;
const minute = 60_000;

/** An organisation with a project of education and its coordinator; nobody else was ever here. */
export async function openYear(language: 'kk' | 'ru', words: YearWords): Promise<Year> {
  let time = Date.parse('2026-11-27T05:10:00Z');
  const clock = new TurnedClock(time);
  const stage = await volunteerStage({ at: new Date(time).toISOString(), clock });
  const where = await projectOf(stage);
  const { sql } = stage.database;
  await sql`update organisations set name = ${sql.json({ ...words.organisation })} where id = ${where.organisation}`;
  await sql`
    update projects set name = ${sql.json({ ...words.project })}, place = ${sql.json({ ...words.place })},
      purpose = ${sql.json({ ...words.purpose })}, activities = ${sql.json({ ...words.work })} where id = ${where.project}`;
  const coordinator = await coordinatorOf(stage, { id: 1, name: words.coordinator, language }, where);
  const volunteer = stage.double.person({ id: 2, first_name: words.calledSelf, language_code: language });
  const begun = coordinator.chat.events.length;
  /** When the clock was turned, and how much had happened in each chat by then. */
  const turns = [{ time, heard: new Map([[coordinator, begun]]) }];
  const turn = async (to: number) => {
    await clock.advance(to - time);
    time = to;
    stage.setClock(new Date(time).toISOString());
    const heard = new Map([coordinator, volunteer].map((one) => [one, one.chat.events.length]));
    turns.push({ time, heard });
  };
  return {
    stage,
    volunteer,
    coordinator,
    project: where.project,
    async until(iso) {
      await delivers(stage);
      const target = Date.parse(iso);
      for (let day = new Date(time).toISOString().slice(0, 10); day <= iso.slice(0, 10); day = dayAfter(day)) {
        for (const moment of hours.map((hour) => Date.parse(`${day}T${hour}:00Z`))) {
          if (moment <= time || moment >= target) continue;
          await turn(moment);
          await delivers(stage);
        }
      }
      await turn(target);
      await delivers(stage);
    },
    told: (person) =>
      turns
        .flatMap(({ time: at, heard }, index) => {
          const events = person.chat.events.slice(heard.get(person) ?? 0, turns[index + 1]?.heard.get(person));
          return events.length === 0 ? [] : ['', headOf(at), ...renderEvents(events, 'Birge')];
        })
        .join('\n')
        .replaceAll(/BRG(?:-[2-9A-HJKMNP-Z]{4}){5}/g, 'BRG-NUMBER')
        .trimStart(),
  };
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * minute).toISOString().slice(0, 10);

/** A moment as a clock on a wall in Almaty shows it. */
const headOf = (time: number): string => {
  const local = new Date(time + 5 * 60 * minute).toISOString();
  return `=== ${local.slice(0, 10)} ${local.slice(11, 16)} ===`;
};

/** Presses a button of the newest message by what it means; a star stands for one part, `…` for anything: `vol:e:*`, `…:send`. */
export const presses = (person: Person, meaning: string) => person.presses(means(meaning), person.last());

/** The same where the newest message has no such button and they look further up. */
export const pressesAbove = (person: Person, meaning: string) => person.presses(means(meaning));

function means(meaning: string): ButtonTest {
  const pattern = new RegExp(
    `^${meaning
      .replaceAll('+', String.raw`\+`)
      .replaceAll('*', '[^:]+')
      .replaceAll('…', '.*')}$`,
  );
  return (button) => 'callback_data' in button && pattern.test(button.callback_data);
}

/** Answers one question after the other: what begins with a colon is a button's end, everything else is typed. */
export async function answers(person: Person, ...said: string[]): Promise<void> {
  for (const one of said) await (one.startsWith(':') ? presses(person, `…${one}`) : person.says(one));
}

/** The coordinator goes to the project by the menu. */
export async function opensProject(coordinator: Person) {
  await coordinator.says('/menu');
  await presses(coordinator, 'vol:home');
  await presses(coordinator, 'vol:lead');
  await presses(coordinator, 'vol:p:*');
}
