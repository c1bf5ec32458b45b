import { afterAll, beforeAll, expect, test } from 'vitest';
import { directions } from '../../src/forms/index.ts';
import { openStage } from '../support/dialogue.ts';
import type { Stage } from '../support/dialogue.ts';
import type { Person } from '../support/double/person.ts';
import { knownPerson, meaning, opens, screen, stored, submissions } from '../support/filling.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const words = {
  name: { kk: 'Жылы алақан & достар', ru: 'Тёплые ладони & друзья' },
  place: { kk: 'Алматы қаласы', ru: 'Алматы' },
  purpose: { kk: 'Емделушілердің көңілін көтеру', ru: 'Поддержать пациентов' },
  activities: { kk: 'Ойын, әңгіме, мереке', ru: 'Игры, беседы, праздники' },
};

/** A project that takes volunteers; the newest one stands last in the list. */
async function project(direction: string): Promise<string> {
  const { sql } = stage.database;
  const [made] = await sql<{ id: number }[]>`
    with o as (
      insert into organisations (kind, programme, name, made_at)
      values ('volunteer-organisation', 'volunteers', ${sql.json({ kk: 'Жанашыр' })}, '2026-11-01') returning id)
    insert into projects (organisation_id, name, place, purpose, activities, direction, made_at)
    select o.id, ${sql.json(words.name)}, ${sql.json(words.place)}, ${sql.json(words.purpose)},
      ${sql.json(words.activities)}, ${direction}, '2026-11-01' from o
    returning id::int`;
  return `go:project:${made?.id}`;
}

async function rates(person: Person, marks: string): Promise<void> {
  for (const mark of marks) await person.presses(mark);
}

test('in Kazakh for a project, from /start to thanks', async () => {
  const way = await project('health');
  const person = stage.double.person({ id: 201, first_name: 'Айгерім', language_code: 'kk' });
  await person.starts();
  await person.presses('Қазақша');
  await person.presses(meaning('w:agree'));
  await person.says('31.02.2001');
  await person.says('14.05.2001');
  await person.presses(meaning('go:projects'));
  await person.presses(meaning(way));
  await person.says('🌸🌸');
  await person.says('Серікова <b>Айгерім</b> & Ко');
  await person.sharesContact('+77011234567');
  await person.says('aigerim@mail.kz');
  await person.presses(meaning('female'));
  await person.presses(meaning('vocational'));
  await person.presses(meaning('other'));
  await person.says('Жазда ғана');
  for (const act of ['+friends', '+team', '+learning', 'done']) await person.presses(meaning(act));
  await rates(person, '54345543');
  await person.presses(meaning('over_10'));
  for (const act of ['+volunteering', '+none', 'done']) await person.presses(meaning(act));
  await person.presses(meaning('yes'));
  await person.says('Ауыр көтеруге болмайды');
  for (const act of ['+group_events', '+paperwork', 'done']) await person.presses(meaning(act));
  for (const act of ['+birthdays', '+other']) await person.presses(meaning(act));
  await person.says('Домбыра үйірмесі');
  await person.presses(meaning('done'));
  await person.presses(meaning('send'));
  await expect(`${person.transcript()}\n`).toMatchFileSnapshot('talks/questionnaire-kk.txt');
  expect(await stored(stage, person)).toEqual({
    full_name: 'Серікова <b>Айгерім</b> & Ко',
    phone: '+77011234567',
    email: 'aigerim@mail.kz',
    sex: 'female',
    education: 'vocational',
    free_time: { other: 'Жазда ғана' },
    attraction: ['friends', 'team', 'learning'],
    sociability: 5,
    persuasion: 4,
    patience: 3,
    peacemaking: 4,
    explaining: 5,
    acceptance: 5,
    respect: 4,
    planning: 3,
    residence: 'over_10',
    experience: ['none'],
    health_limits: true,
    health_details: 'Ауыр көтеруге болмайды',
    activities: ['group_events', 'paperwork'],
    event_kinds: ['birthdays', { other: 'Домбыра үйірмесі' }],
  });
  const [sent] = await stage.database.sql`
    select s.status, s.about_kind as about, p.name->>'kk' as project, s.submitted_at is not null as dated
    from submissions s join projects p on p.id = s.about_id
    join identities i on i.person_id = s.owner_person where i.external_id = '201'`;
  expect(sent).toEqual({ status: 'submitted', about: 'project', project: words.name.kk, dated: true });
});

test('in Russian for the pool, with another language in the middle; nothing is lost', async () => {
  const person = await knownPerson(stage, 202, 'Олжас', 'ru');
  await opens(person);
  await person.says('Ли');
  await person.says('8 701 123 45 67');
  await person.presses(meaning('skip'));
  await person.presses(meaning('male'));
  await person.presses(meaning('higher'));
  await person.presses(meaning('weekends'));
  await person.presses(meaning('+career'));
  await person.says('/language');
  await person.presses('English');
  await person.presses(meaning('+other'));
  await person.says('Curiosity');
  await person.presses(meaning('done'));
  await rates(person, '11');
  await person.says('/language');
  await person.presses('Русский');
  await rates(person, '222222');
  await person.presses(meaning('under_3'));
  await person.presses(meaning('+other'));
  await person.says('Вожатый');
  await person.presses(meaning('done'));
  await person.presses(meaning('no'));
  await person.presses(meaning('+nature'));
  await person.presses(meaning('done'));
  await person.presses(meaning('sex:change'));
  await person.presses(meaning('keep'));
  await person.presses(meaning('send'));
  await expect(`${person.transcript()}\n`).toMatchFileSnapshot('talks/questionnaire-ru.txt');
  expect(await stored(stage, person)).toEqual({
    full_name: 'Ли',
    phone: '+77011234567',
    email: null,
    sex: 'male',
    education: 'higher',
    free_time: 'weekends',
    attraction: ['career', { other: 'Curiosity' }],
    sociability: 1,
    persuasion: 1,
    patience: 2,
    peacemaking: 2,
    explaining: 2,
    acceptance: 2,
    respect: 2,
    planning: 2,
    residence: 'under_3',
    experience: [{ other: 'Вожатый' }],
    health_limits: false,
    activities: ['nature'],
  });
  expect(await submissions(stage, person)).toEqual([{ status: 'submitted', at: null }]);
});

test('the activities that are offered belong to the direction of the project', async () => {
  const person = await knownPerson(stage, 203, 'Инжу', 'kk');
  const offers: string[] = [];
  for (const [minute, direction] of [...directions, undefined].entries()) {
    stage.setClock(`2026-11-22T06:0${minute}:00Z`);
    const way = direction === undefined ? 'go:pool' : await project(direction);
    // A page of the list holds eight projects; an old or forged button reaches any.
    await person.says('/menu');
    await person.pressesData(way, person.last());
    await stage.database.sql`update submissions set at_question = 'activities' where status = 'draft'
      and owner_person = (select person_id from identities where external_id = '203')`;
    await person.says('/cancel');
    await person.presses(meaning('go:on'));
    offers.push(`${direction ?? 'pool'}\n${screen(person)}`);
  }
  await expect(`${offers.join('\n\n')}\n`).toMatchFileSnapshot('talks/questionnaire-activities.txt');
});
