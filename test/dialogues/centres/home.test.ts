import { afterAll, beforeAll, expect, test } from 'vitest';
import { formHash } from '../../../src/forms/index.ts';
import { openPlatform } from '../../../src/store/organisations.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { newcomer, now, presses, say, story } from '../people/scene.ts';
import { member, organisationOf } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let region: number;
let district: number;
let head: Person;
let staff: Person;
let expert: Person;
let admin: Person;
beforeAll(async () => {
  stage = await labelStage();
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  region = await centreOf(stage, { kind: 'regional', name: 'Region YRC' });
  district = await centreOf(stage, { name: 'Qorday YRC', parent: region });
  admin = await member(stage, { id: 1, name: 'Admin' }, 'administrator', { organisation: platform });
  head = await member(stage, { id: 2, name: 'Head' }, 'head', { organisation: district });
  staff = await member(stage, { id: 3, name: 'Staff' }, 'staff', { organisation: district });
  expert = await member(stage, { id: 4, name: 'Expert' }, 'expert', { organisation: district });
});
afterAll(() => stage.close());

const kindOf = async (centre: number) =>
  (await stage.database.sql`select kind from centres where organisation_id = ${centre}`)[0]?.['kind'];

/** What the buttons of the newest message mean. */
const buttonsOf = (person: Person): string[] => {
  const { message_id: id } = person.last();
  const markup = person.chat.messages.get(id)?.reply_markup;
  const rows = markup && 'inline_keyboard' in markup ? markup.inline_keyboard : [];
  return rows.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data ?? ''] : []));
};

test('the only centre of a head opens at once, with all that a head does there', async () => {
  const own = await marksBySql(stage, { organisation: district, marks: { 1: 'yes' } });
  const theirs = await marksBySql(stage, { organisation: district, by: 'expert', marks: { 1: 'no' } });
  await stage.database.sql`
    insert into label_decisions (organisation_id, cycle, level, on_day, until_on, at)
    values (${region}, 1, 'silver', '2026-01-15', '2029-01-14', '2026-01-15')`;
  const from = now(head);
  await head.pressesData('jb:home', head.last());
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:home]
    Birge: Qorday YRC
      District centre · Almaty Region
      ✓ Confirmed by an administrator
      No quality label yet
      First round in the programme
      [Assess]
      [Result]
      [Action plan] [Application]
      [The programme]
      [Good practice]
      [Share our practice]
      [Invite staff]
      [Details and kind]
      [My centres]
      [Menu]"
  `);
  expect(buttonsOf(head)).toContain(`jb:res:${own}`);
  expect(buttonsOf(head)).not.toContain(`jb:res:${theirs}`);
  await expert.pressesData(`jb:c:${district}`, expert.last());
  expect(buttonsOf(expert)).toContain(`jb:res:${theirs}`);
});

test('staff and an expert see what is theirs to do', async () => {
  await staff.pressesData('jb:home', staff.last());
  expect(staff.last().buttons.flat()).toEqual([
    ...['Assess', 'Result', 'Action plan', 'Application', 'The programme', 'Good practice', 'My centres', 'Menu'],
  ]);
  await expert.pressesData('jb:home', expert.last());
  expect(expert.last().buttons.flat()).toEqual([
    ...['Assess', 'Result', 'Action plan', 'The programme', 'Compare', 'Good practice', 'My centres', 'Menu'],
  ]);
  await staff.presses('My centres');
  expect(staff.last().buttons.flat()).toEqual(['Qorday YRC', 'Register a centre', 'Good practice', 'Menu']);
});

test('comparing is offered to whoever may see two assessments that belong side by side', async () => {
  const young = await centreOf(stage, { name: 'Young YRC' });
  const leads = await member(stage, { id: 7, name: 'Leads' }, 'head', { organisation: young });
  const comparing = async () => {
    const found: boolean[] = [];
    for (const data of [`jb:c:${young}`, `jb:cyc:${young}`]) {
      await leads.pressesData(data, leads.last());
      found.push(buttonsOf(leads).includes(`jb:cmp:${young}`));
    }
    return found;
  };
  await marksBySql(stage, { organisation: young, finished: true, marks: { 1: 'yes' } });
  const theirs = await marksBySql(stage, { organisation: young, by: 'expert', marks: { 1: 'no' } });
  expect(await comparing()).toEqual([false, false]);
  await stage.database.sql`update submissions set status = 'submitted', submitted_at = now() where id = ${theirs}`;
  expect(await comparing()).toEqual([true, true]);
});

test('the way to sharing stands there for whoever may share, and says whether the centre does', async () => {
  const sharing = () => buttonsOf(head).includes(`jb:share:${district}`);
  await head.pressesData(`jb:c:${district}`, head.last());
  await head.presses(say('jb-ctr-share'));
  expect(head.last().buttons.flat()).toContain(say('jb-prac-share-yes'));
  await head.presses(say('jb-prac-share-yes'));
  await head.pressesData(`jb:c:${district}`, head.last());
  await head.presses(say('jb-ctr-shares'));
  await head.presses(say('jb-prac-stop'));
  await head.pressesData(`jb:c:${district}`, head.last());
  expect([sharing(), head.last().buttons.flat().includes(say('jb-ctr-share'))]).toEqual([true, true]);
  for (const person of [staff, expert]) {
    await person.pressesData(`jb:c:${district}`, person.last());
    expect(buttonsOf(person)).not.toContain(`jb:share:${district}`);
  }
});

test('a regional head finds the centres below; an administrator the register', async () => {
  const regional = await member(stage, { id: 5, name: 'Regional' }, 'head', { organisation: region });
  await regional.pressesData('jb:home', regional.last());
  expect(regional.last().buttons.flat()).toEqual([
    ...['Region YRC', 'Qorday YRC', 'Register a centre', 'Good practice', 'Menu'],
  ]);
  await regional.presses('Qorday YRC');
  expect(regional.last().buttons.flat()).toEqual([
    ...['Result', 'Action plan', 'The programme', 'Good practice', 'Invite staff', 'My centres', 'Menu'],
  ]);
  await regional.pressesData(`jb:c:${region}`, regional.last());
  expect(regional.last().text).toContain('Second level (silver), up to and including 14 January 2029');
  stage.setClock('2029-01-15T06:00:00Z');
  await regional.pressesData(`jb:c:${region}`, regional.last());
  expect(regional.last().text).toContain("The label's term is over: Second level (silver), until 14 January 2029");
  stage.setClock('2026-11-22T06:00:00Z');

  await admin.pressesData('jb:home', admin.last());
  expect(admin.last().buttons.flat()).toEqual([
    ...['Register of centres', 'Register a centre', 'I have an invitation', 'Good practice', 'Menu'],
  ]);
  await admin.pressesData(`jb:c:${district}`, admin.last());
  expect(admin.last().buttons.flat()).toContain('Card in the register');
});

test('a head corrects the kind; the open assessment goes on in the other form with all that was answered', async () => {
  const from = now(head);
  await head.pressesData(`jb:c:${district}`, head.last());
  await head.presses('Details and kind');
  await head.presses('Regional centre');
  await head.presses('Yes, correct it');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:c:3]
    Birge: Qorday YRC
      District centre · Almaty Region
      ✓ Confirmed by an administrator
      No quality label yet
      First round in the programme
      [Assess]
      [Result]
      [Action plan] [Application]
      [The programme]
      [Good practice]
      [Share our practice]
      [Invite staff]
      [Details and kind]
      [My centres]
      [Menu]
    Head: [Details and kind]
    Birge: Name in Kazakh: Qorday YRC
      Region: Almaty Region
      Kind: District centre
      Head: Мысал Басшы
      Phone: +7 701 000 0001
      E-mail: centre@example.org
      Address: Мысал көшесі, 1

      If the kind is wrong, choose the right one:
      [Regional centre]
      [Centre of Astana, Almaty or Shymkent]
      [Centre of a city of oblast significance]
      [● District centre]
      [Check and correct]
      [Back to the centre]
      [Menu]
    Head: [Regional centre]
    Birge: Qorday YRC

      The centre's new kind: Regional centre.

      There will be 48 indicators instead of 44.

      At least 5 staff must be responsible for youth work instead of 2.

      All answers stay. An unfinished assessment goes on by the new kind, a finished one stays as it is.
      [Yes, correct it]
      [No, leave it]
      [Menu]
    Head: [Yes, correct it]
    Birge: The centre's kind is corrected.

      Name in Kazakh: Qorday YRC
      Region: Almaty Region
      Kind: Regional centre
      Head: Мысал Басшы
      Phone: +7 701 000 0001
      E-mail: centre@example.org
      Address: Мысал көшесі, 1

      If the kind is wrong, choose the right one:
      [● Regional centre]
      [Centre of Astana, Almaty or Shymkent]
      [Centre of a city of oblast significance]
      [District centre]
      [Check and correct]
      [Back to the centre]
      [Menu]"
  `);
  const regional = stage.running.birge.forms.get('label-regional');
  expect(
    await stage.database.sql`
    select s.form, s.form_hash as hash, (select count(*)::int from answers w where w.submission_id = s.id) as answers
    from assessments a join submissions s on s.id = a.submission_id
    where a.organisation_id = ${district} order by a.made_by`,
  ).toEqual([1, 1].map((answers) => ({ form: 'label-regional', hash: regional && formHash(regional), answers })));

  await presses(head, `jb:kind:${district}:regional`);
  expect(head.last().text.split('\n')[0]).toBe(say('jb-ctr-kind-same'));
  // Between a district and a city of oblast significance nothing is counted otherwise.
  await presses(head, `jb:kind:${district}:district`);
  await head.presses('Yes, correct it');
  await presses(head, `jb:kind:${district}:oblast_city`);
  expect(head.last().text).not.toContain('instead of');
  await head.presses('No, leave it');
  expect(await kindOf(district)).toBe('district');
});

test('an administrator tells that a confirmed regional centre owes what criterion 8 asks, once', async () => {
  await admin.pressesData(`jb:card:${region}`, admin.last());
  await admin.presses('Record that it is regional');
  await admin.presses('Today');
  expect(admin.last().text).toContain('Confirmed as a regional centre');
  await admin.pressesData(`jb:card:${region}`, admin.last());
  expect(admin.last().buttons.flat()).not.toContain('Record that it is regional');
  await admin.pressesData(`jb:card:${district}`, admin.last());
  expect(admin.last().buttons.flat()).not.toContain('Record that it is regional');
});

test('who may not describe a centre corrects nothing, whichever buttons they press', async () => {
  const far = await centreOf(stage, { name: 'Far YRC' });
  const others = [
    staff,
    expert,
    await member(stage, { id: 6, name: 'Far' }, 'head', { organisation: far }),
    await newcomer(stage, { id: 7, name: 'Nobody' }),
    await member(stage, { id: 8, name: 'Mentor' }, 'mentor', {
      organisation: await organisationOf(stage, 'mobility-centre', 'Mobility'),
    }),
  ];
  for (const person of others) {
    for (const data of [
      ...[`jb:kind:${district}`, `jb:kind:${district}:regional`, `jb:kind:${district}:regional:yes`],
      ...[`jb:det:${district}`, 'jb:kind:999999999999999:regional:yes'],
    ]) {
      await person.pressesData(data, person.last());
      expect(person.last().text).toBe(say('jb-ctr-refused'));
    }
    expect(person.transcript()).not.toContain('centre@example.org');
  }
  await head.pressesData(`jb:kind:${district}:palace:yes`, head.last());
  expect(await kindOf(district)).toBe('district');
});

test('a closed centre, and a role that has ended, open nothing more', async () => {
  const closed = await centreOf(stage, { name: 'Closed YRC' });
  const was = await member(stage, { id: 9, name: 'Was' }, 'head', { organisation: closed });
  await was.pressesData(`jb:c:${closed}`, was.last());
  expect(was.last().text).toContain('Closed YRC');
  await stage.database.sql`update organisations set closed_at = '2026-11-22' where id = ${closed}`;
  await was.pressesData(`jb:c:${closed}`, was.last());
  expect(was.last().text).toBe(say('jb-ctr-refused'));

  const left = await member(stage, { id: 10, name: 'Left' }, 'staff', { organisation: district });
  await stage.database.sql`update memberships set until_on = '2026-11-21' where organisation_id = ${district}
    and role = 'staff' and person_id <> (select person_id from identities where external_id = '3')`;
  await left.pressesData(`jb:c:${district}`, left.last());
  expect(left.last().text).toBe(say('jb-ctr-refused'));
});
