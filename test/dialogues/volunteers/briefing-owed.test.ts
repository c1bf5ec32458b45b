import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordEvent } from '../../../src/store/deadlines.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { appoint, idOf, now, presses, say, story } from '../people/scene.ts';
import { owedBy } from '../roles/scene.ts';
import { datas, optionOf, planBySql } from './briefing-scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let coordinator: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage);
  await planBySql(stage, where.project, ['falls']);
  coordinator = await coordinatorOf(stage, { id: 1, name: 'Гүлнар' }, where);
});
afterAll(() => stage.close());

/** Somebody whose agreement was signed today; gives what they owe by it. */
async function signed(id: number, name: string) {
  const volunteer = await volunteerOf(stage, { id, name }, where);
  const { store, now } = stage.running.birge;
  const event = { of: { person: volunteer.id }, event: 'agreement-signed', about: where, on: '2026-11-22' };
  await recordEvent(store, event, [{ kind: 'safety-briefing', dueOn: '2026-11-29' }], await idOf(stage, 1), now());
  const [owed] = await stage.database.sql<{ id: number }[]>`
    select id::int from obligations where person_id = ${volunteer.id} and kind = 'safety-briefing'`;
  return { ...volunteer, owed: owed?.id ?? 0 };
}

test('the deadline leads to the briefing, and is done when that is passed; nobody just says so', async () => {
  const { person, owed } = await signed(2, 'Дана');
  const from = now(person);
  await person.says('/deadlines');
  await presses(person, `due:${owed}`);
  for (const old of ['done', 'on:2026-11-22', 'undo']) await person.pressesData(`due:${owed}:${old}`, person.last());
  await presses(person, `vol:br:due:${owed}`);
  await presses(person, datas(person)[0] ?? '');
  await presses(person, datas(person)[0] ?? '');
  await presses(person, optionOf(stage, person, true));
  await person.pressesData(`due:${owed}`, person.last());
  await person.pressesData(`vol:br:due:${owed}`, person.last());
  expect(story(person, from)).toMatchInlineSnapshot(`
    "Дана: /deadlines
    Birge: Your deadlines

      1. Safety briefing
      29 November 2026 (7 days left)
      Мысал ұйымы · Мысал жобасы
      [1. Safety briefing]
      [Add to my calendar]
      [Menu]
    Дана: [1. Safety briefing]
    Birge: Safety briefing
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.

      It is noted by itself when you have finished.
      [Open the briefing]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Дана: [due:1:done]
    Birge: Safety briefing
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.

      It is noted by itself when you have finished.
      [Open the briefing]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Дана: [due:1:on:2026-11-22]
    Birge: Safety briefing
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.

      It is noted by itself when you have finished.
      [Open the briefing]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Дана: [due:1:undo]
    Birge: Safety briefing
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.

      It is noted by itself when you have finished.
      [Open the briefing]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Дана: [Open the briefing]
    Birge: Safety briefing
      Мысал жобасы

      1 card and 1 question, about 1 minute. You can stop at any moment and go on later from the same place.
      [Begin]
      [Back to my project]
      [Menu]
    Дана: [Begin]
    Birge (edited): 1 / 1
      Preventing falls

      Most people fall on wet floors, on stairs, on ice and over cords. Wipe up spills at once, or put a chair there as a sign. Clear bags and cords from the way. Take the stairs with children slowly and near the handrail. Do not climb on chairs and tables: ask for a ladder and for help. Keep windows closed where children are, and let nobody sit on the sill. In winter, walk on gritted paths in shoes that do not slip.
      [Got it]
    Дана: [Got it]
    Birge (edited): Question 1 of 1
      Water has been spilt on the classroom floor. What do you do?
      [Wipe it up and keep the children away]
      [Leave it: it will dry]
      [Tell the children to jump over it]
    Дана: [Wipe it up and keep the children away]
    Birge (edited): Safety briefing
      Мысал жобасы

      ✓ Done, you have passed the briefing: 22 November 2026. Thank you for keeping yourself and others safe!

      Now you can begin. Write what you do into the diary, so that your work is not lost.
      [✍️ Write down a deed] [📖 Diary]
      [Read the cards again]
      [Back to my project]
      [Menu]
    Дана: [due:1]
    Birge: Safety briefing
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.

      ✓ This is done already, thank you.
      [All my deadlines]
    Дана: [vol:br:due:1]
    Birge: Safety briefing
      Мысал жобасы

      ✓ You have passed this briefing: 22 November 2026. You can read the cards again at any time.

      Now you can begin. Write what you do into the diary, so that your work is not lost.
      [✍️ Write down a deed] [📖 Diary]
      [Read the cards again]
      [Back to my project]
      [Menu]"
  `);
  expect((await owedBy(stage, 2)).find(({ kind }) => kind === 'safety-briefing')).toMatchObject({ fulfilled: true });
});

test('a coordinator does not say it is done, but may say that it is not needed, and take that back', async () => {
  const { person, owed } = await signed(3, 'Ерлан <b>');
  const from = now(coordinator);
  await coordinator.pressesData(`due:${owed}`, coordinator.last());
  for (const old of ['done', 'on:2026-11-22', 'day'])
    await coordinator.pressesData(`due:${owed}:${old}`, coordinator.last());
  await coordinator.pressesData(`rec:2026-11-22:${where.organisation}:m3:safety-briefed`, coordinator.last());
  expect(coordinator.last().text).toBe(say('refused'));
  await coordinator.pressesData(`due:${owed}`, coordinator.last());
  await presses(coordinator, `due:${owed}:waive`);
  await coordinator.pressesData(`due:${owed}:waive`, coordinator.last());
  expect(story(coordinator, from)).toMatchInlineSnapshot(`
    "Гүлнар: [due:2]
    Birge: Safety briefing
      Who: Ерлан <b>
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.
      [Not needed]
      [My people's deadlines]
    Гүлнар: [due:2:done]
    Birge: Safety briefing
      Who: Ерлан <b>
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.
      [Not needed]
      [My people's deadlines]
    Гүлнар: [due:2:on:2026-11-22]
    Birge: Safety briefing
      Who: Ерлан <b>
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.
      [Not needed]
      [My people's deadlines]
    Гүлнар: [due:2:day]
    Birge: Safety briefing
      Who: Ерлан <b>
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.
      [Not needed]
      [My people's deadlines]
    Гүлнар: [rec:2026-11-22:1:m3:safety-briefed]
    Birge: You have no right to do this. If you need it, write to the administrator.
      [Menu]
    Гүлнар: [due:2]
    Birge: Safety briefing
      Who: Ерлан <b>
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026 (7 days left)

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.
      [Not needed]
      [My people's deadlines]
    Гүлнар: [Not needed]
    Birge: All right, this is not needed any more, and there will be no reminders.
      [It is theirs again]
      [My people's deadlines]
    Гүлнар: [due:2:waive]
    Birge: Safety briefing
      Who: Ерлан <b>
      Where: Мысал ұйымы · Мысал жобасы
      By: 29 November 2026

      Before you begin, it is good to know how to keep yourself and others safe.
      Birge itself suggests this date: the documents name no day.

      Marked as not needed by Гүлнар.
      [It is theirs again]
      [My people's deadlines]"
  `);
  await person.pressesData(`due:${owed}`, person.last());
  expect(person.last().text).toContain(say('due-excused-by', { name: 'Гүлнар' }));
  await presses(coordinator, `due:${owed}:mine`);
  await person.pressesData(`due:${owed}`, person.last());
  expect(person.last().buttons).toEqual([
    [say('vol-br-open')],
    [say('due-later')],
    [say('due-not')],
    [say('due-all-mine')],
  ]);
  const audit = await stage.database.sql`
    select action from audit where subject_kind = 'obligation' and subject_id = ${owed} order by id`;
  expect(audit.map(({ action }) => action)).toEqual(['excused-deadline', 'returned-deadline']);
});

test('another one’s deadline, one that is gone, and one of a project that was left lead nowhere', async () => {
  const { person, enrolment, owed } = await signed(4, 'Айша');
  const other = await signed(5, 'Болат');
  for (const id of [other.owed, 999_999]) {
    await person.pressesData(`vol:br:due:${id}`, person.last());
    expect(person.last().text).toBe(say('vol-refused'));
  }
  await coordinator.pressesData(`vol:br:due:${owed}`, coordinator.last());
  expect(coordinator.last().text).toBe(say('vol-refused'));
  await stage.database
    .sql`update memberships set from_on = '2026-01-01', until_on = '2026-11-21' where id = ${enrolment}`;
  await person.pressesData(`vol:br:due:${owed}`, person.last());
  expect(person.last().text).toBe(say('vol-refused'));
});

test('of two projects, the deadline’s own one opens', async () => {
  const second = await projectOf(stage, { organisation: 'Екінші', project: 'Екінші жоба' });
  const { person, owed } = await signed(6, 'Сәуле');
  await appoint(stage, 6, 'volunteer', second);
  await person.pressesData(`vol:br:due:${owed}`, person.last());
  expect(person.last().text).toContain('Мысал жобасы');
});
