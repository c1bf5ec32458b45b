import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepInbox } from '../../../src/store/jobs.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fillIn, marya, shortQuestionnaire } from './questionnaire.ts';
import { agrees, appoint, child, codeShown, idOf, newcomer, now, organisation, presses, project } from './scene.ts';
import { comesByLink, say, story } from './scene.ts';

let stage: Stage;
let school: number;
let qanat: number;
beforeAll(async () => {
  stage = await openStage({ forms: [shortQuestionnaire()] });
  qanat = await organisation(stage, 'Qanat');
  school = await project(stage, qanat, 'School');
});
afterAll(() => stage.close());

/** Every row of every table as text, and which of the secrets stand in one, by table. */
async function traces(secrets: string[]): Promise<string[]> {
  const tables = await stage.database.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await stage.database.sql<{ row: string }[]>`select t::text as row from ${stage.database.sql(name)} t`;
    for (const secret of secrets) if (rows.some(({ row }) => row.includes(secret))) found.push(`${name}: ${secret}`);
  }
  return found;
}

async function forgets(p: Person): Promise<void> {
  await p.says('/forget');
  await presses(p, 'forget:again');
  await presses(p, 'forget:now');
}

const tombstone = async (id: number) =>
  await stage.database.sql`
  select name, born_on, erased_at from people where id = ${id}`;
const erased = [{ name: null, born_on: null, erased_at: new Date('2026-11-22T06:00:00Z') }];

test('one "no" at either question keeps everything; two yeses erase it without a trace', async () => {
  const account = 8_123_456_701;
  const p = await newcomer(stage, { id: account, name: 'Marya', bornOn: '17.03.1987' });
  await appoint(stage, account, 'volunteer', { organisation: qanat, project: school });
  await fillIn(p, school);
  await p.presses('✎ 3');
  await p.says('Because of the pupils');
  await p.presses(say('form-send'));
  const id = await idOf(stage, account);
  const [file] = await stage.database.sql`select path from files where owner_person = ${id}`;
  const path = String(file?.['path']);
  const bytes = stage.running.birge.files;
  expect(await bytes.get(path)).toHaveProperty('length');
  const secrets = [...Object.values(marya), 'pupils', String(account), 'Marya', '1987-03-17', '1987', path];
  const from = now(p);
  await p.says('/forget');
  await p.presses(say('forget-no'));
  await p.says('/forget');
  await presses(p, 'forget:again');
  await p.presses(say('forget-no'));
  expect((await traces(secrets)).length).toBeGreaterThan(8);
  await forgets(p);
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Marya: /forget
    Birge: The data about you will be erased: answers, files, roles, the diary, this talk. Certificates that you were given are no longer valid. Only a record without a name remains that you had given consent and who opened the data. They cannot be brought back. Go on?
      [Yes, erase]
      [No, keep it]
    Marya: [No, keep it]
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My roles]
      [My data] [Language] [Help]
    Marya: /forget
    Birge: The data about you will be erased: answers, files, roles, the diary, this talk. Certificates that you were given are no longer valid. Only a record without a name remains that you had given consent and who opened the data. They cannot be brought back. Go on?
      [Yes, erase]
      [No, keep it]
    Marya: [Yes, erase]
    Birge: Asking for the last time: erase everything for good?
      [Yes, erase it for good]
      [No, keep it]
    Marya: [No, keep it]
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My roles]
      [My data] [Language] [Help]
    Marya: /forget
    Birge: The data about you will be erased: answers, files, roles, the diary, this talk. Certificates that you were given are no longer valid. Only a record without a name remains that you had given consent and who opened the data. They cannot be brought back. Go on?
      [Yes, erase]
      [No, keep it]
    Marya: [Yes, erase]
    Birge: Asking for the last time: erase everything for good?
      [Yes, erase it for good]
      [No, keep it]
    Marya: [Yes, erase it for good]
    Birge: Everything is erased. Thank you for having been with us! If you write again, we will start from the beginning."
  `);
  // What is left to do knows where the bytes lie, until they are gone.
  expect(await traces(secrets)).toEqual([`jobs: ${path}`]);
  expect(await tombstone(id)).toEqual(erased);
  await stage.catchUp();
  await expect(bytes.get(path)).rejects.toThrow('There is no file');
  expect(await traces(secrets)).toEqual([]);
  const after = now(p);
  await p.says('hello again');
  expect(story(p, after)).toMatchInlineSnapshot(`
    "Marya: hello again
    Birge: Сәлеметсіз бе! Тілді таңдаңыз.
      Здравствуйте! Выберите язык.
      Hello! Choose your language.
      [Қазақша]
      [Русский]
      [English]"
  `);
  expect(await idOf(stage, account)).not.toBe(id);
});

test('erasing in the middle of a form leaves nothing of it, and its old buttons start from the beginning', async () => {
  const account = 8_123_456_702;
  const p = await newcomer(stage, { id: account, name: 'Zhanna' });
  await p.says('/menu');
  await presses(p, 'go:projects');
  await presses(p, `go:project:${school}`);
  await p.says('Zhanna Omarova');
  await p.sharesContact('+77019998877');
  const question = p.last();
  await forgets(p);
  expect(await traces(['Zhanna', '9998877', String(account)])).toEqual([]);
  await p.pressesData('q:abcdef:2:why:skip', question);
  expect(p.last().text).toContain('Choose your language.');
  await p.says('/cancel');
  expect(p.last().text).toContain('Choose your language.');
});

test('bytes that somebody else has sent too stay for them', async () => {
  const [one, two] = [await newcomer(stage, { id: 21, name: 'One' }), await newcomer(stage, { id: 22, name: 'Two' })];
  await fillIn(one, undefined, Buffer.from('GIF89a-shared'));
  await fillIn(two, undefined, Buffer.from('GIF89a-shared'));
  const [file] = await stage.database.sql`select path from files where owner_person = ${await idOf(stage, 21)}`;
  const path = String(file?.['path']);
  await forgets(one);
  await stage.catchUp();
  expect(String(Buffer.from(await stage.running.birge.files.get(path)))).toBe('GIF89a-shared');
  await forgets(two);
  await stage.catchUp();
  await expect(stage.running.birge.files.get(path)).rejects.toThrow('There is no file');
});

test('who looked at whose data stays provable when a coordinator forgets themselves', async () => {
  const account = 8_123_456_703;
  const coordinator = await newcomer(stage, { id: account, name: 'Yerlan' });
  await appoint(stage, account, 'coordinator', { organisation: qanat });
  const p = await newcomer(stage, { id: 31, name: 'Marya' });
  await fillIn(p, school);
  await p.presses(say('form-send'));
  const [sent] = await stage.database.sql`select max(id)::text as id from submissions`;
  await coordinator.pressesData(`card:${sent?.['id']}`, coordinator.last());
  await coordinator.says('/menu');
  await presses(coordinator, 'go:invite');
  await coordinator.presses('Qanat');
  await presses(coordinator, `invite:${qanat}:volunteer:${school}`);
  const link = codeShown(coordinator);
  const id = await idOf(stage, account);
  await forgets(coordinator);
  expect(await traces([String(account), 'Yerlan'])).toEqual([]);
  expect(await tombstone(id)).toEqual(erased);
  expect(
    await stage.database.sql`
    select action, subject_kind, subject_id::text from audit where person_id = ${id} and action <> 'joined'`,
  ).toEqual([{ action: 'read-submission', subject_kind: 'submission', subject_id: sent?.['id'] }]);
  // Nobody hears of new questionnaires there any more, and the link serves those who have it.
  expect(await stage.database.sql`select 1 from memberships where person_id = ${id}`).toEqual([]);
  const volunteer = await newcomer(stage, { id: 32, name: 'Dana' });
  await comesByLink(volunteer, link, 'Serikova Dana');
  expect(volunteer.transcript()).toContain(say('joined', { role: say('role-volunteer') }));
});

test('a card for somebody who was erased before it went out is not sent, and an old card shows nothing', async () => {
  const coordinator = await newcomer(stage, { id: 41, name: 'Aset' });
  await appoint(stage, 41, 'coordinator', { organisation: qanat });
  const p = await newcomer(stage, { id: 42, name: 'Marya' });
  await fillIn(p, school);
  await p.presses(say('form-send'));
  const [sent] = await stage.database.sql`select max(id)::text as id from submissions`;
  await forgets(p);
  const from = now(coordinator);
  await stage.catchUp();
  expect(story(coordinator, from).split(say('card-open')).length).toBeLessThanOrEqual(2);
  await coordinator.pressesData(`card:${sent?.['id']}`, coordinator.last());
  expect(coordinator.last().text).toBe(say('card-refused'));
});

test("when a parent forgets themselves, the child's consent stays in force", async () => {
  const p = await child(stage, { id: 51, name: 'Aliya' });
  const account = 8_123_456_704;
  const parent = stage.double.person({ id: account, first_name: 'Asel' });
  await parent.starts(codeShown(p));
  await presses(parent, 'w:lang:en');
  await agrees(parent, 'Serik Asel');
  const id = await idOf(stage, account);
  await forgets(parent);
  expect(await traces([String(account)])).toEqual([]);
  expect(await tombstone(id)).toEqual(erased);
  expect(
    await stage.database.sql`
    select how, given_by::int, withdrawn_at from consents where person_id = ${await idOf(stage, 51)} and how <> 'self'`,
  ).toEqual([{ how: 'guardian', given_by: id, withdrawn_at: null }]);
  await p.says('/menu');
  expect(p.last().text).toBe(say('menu-text'));
});

test('when a child forgets themselves, the link of the parent is dead and the parent’s name is gone with it', async () => {
  const p = await child(stage, { id: 61, name: 'Miras' });
  const parent = stage.double.person({ id: 62, first_name: 'Bolat' });
  await parent.starts(codeShown(p));
  await presses(parent, 'w:lang:en');
  await agrees(parent, 'Omarov Bolat');
  await forgets(p);
  expect(await traces(['Miras', 'Omarov'])).toEqual([]);
  const other = await child(stage, { id: 63, name: 'Alua' });
  const link = codeShown(other);
  await forgets(other);
  await parent.starts(link);
  expect(parent.last().text).toBe(say('invitation-unknown'));
});

test('nothing of an erased person waits in the inbox or among the jobs for ever', async () => {
  expect(await stage.database.sql`select count(*)::int as waiting from inbox where payload is not null`).toEqual([
    { waiting: 0 },
  ]);

  await sweepInbox(stage.database.store, new Date('2026-12-23T06:00:01Z'));
  expect(await stage.database.sql`select count(*)::int as rows from inbox`).toEqual([{ rows: 0 }]);
  expect(await stage.database.sql`select 1 from jobs where kind = 'unused-file'`).toEqual([]);
});
