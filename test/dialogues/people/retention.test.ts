import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ at: '2026-11-22T06:00:00Z' });
});
afterAll(() => stage.close());

const erased = async () => {
  const rows = await stage.database.sql<
    { id: string }[]
  >`select id from people where erased_at is not null order by id`;
  return rows.map(({ id }) => Number(id));
};

test('a candidate is told two weeks before the year is over, and one who answers stays', async () => {
  const silent = stage.double.person({ id: 601, first_name: 'Мысал', language_code: 'kk' });
  const answering = stage.double.person({ id: 602, first_name: 'Пример', language_code: 'ru' });
  await silent.says('/start');
  await answering.says('/start');

  stage.setClock('2027-11-07T06:00:00Z');
  await stage.catchUp();
  expect(silent.last().text).not.toContain('14');

  stage.setClock('2027-11-09T06:00:00Z');
  await stage.catchUp();
  expect(silent.last()).toMatchObject({
    text: 'Сіз көптен бері жазбадыңыз. Уәде бойынша 14 күннен кейін деректеріңізді өшіремін. Қалсын десеңіз, батырманы басыңыз.',
    buttons: [['Қалсын']],
  });
  await answering.presses('Оставить');

  stage.setClock('2027-11-22T06:00:00Z');
  await stage.catchUp();
  expect(await erased()).toEqual([]);

  stage.setClock('2027-11-24T06:00:00Z');
  await stage.catchUp();
  expect(await erased()).toEqual([1]);
  const [left] = await stage.database.sql`select count(*)::int as people from identities`;
  expect(left).toEqual({ people: 1 });
});

test('whoever holds a role is kept; three years after the last one ended the time is over', async () => {
  const coordinator = stage.double.person({ id: 603, first_name: 'Үлгі', language_code: 'kk' });
  await coordinator.says('/start');
  const { sql } = stage.database;
  await sql`insert into organisations (kind, programme, name, made_at) values ('volunteer-organisation', 'volunteers', '{"kk": "Мысал"}', now())`;
  await sql`insert into memberships (person_id, organisation_id, role, from_on) values (3, 1, 'coordinator', '2027-12-01')`;
  stage.setClock('2034-01-01T06:00:00Z');
  await stage.catchUp();
  expect(await erased()).not.toContain(3);

  await sql`update memberships set until_on = '2034-01-01'`;
  for (const day of ['2036-12-01', '2036-12-31', '2037-01-14', '2037-01-16']) {
    stage.setClock(`${day}T06:00:00Z`);
    await stage.catchUp();
  }
  expect(await erased()).toContain(3);
});
