import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadForms, questionOf } from '../../../src/forms/index.ts';
import { loadInstrument } from '../../../src/label/instrument.ts';
import { personalColumns } from '../../../src/privacy/columns.ts';
import { openPlatform } from '../../../src/store/organisations.ts';
import { forgetPerson } from '../../../src/store/privacy.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, presses, say, story } from '../people/scene.ts';
import { member, organisationOf } from '../roles/scene.ts';
import { centreOf, labelStage } from './scene.ts';

let stage: Stage;
let admin: Person;
let saule: Person;
beforeAll(async () => {
  stage = await labelStage();
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  admin = await member(stage, { id: 1, name: 'Admin' }, 'administrator', { organisation: platform });
  saule = await newcomer(stage, { id: 2, name: 'Saule' });
});
afterAll(() => stage.close());

/** Answers all that the form asks, up to the overview. */
async function tells(person: Person, name: string): Promise<void> {
  await person.says(name);
  await person.presses('Skip');
  await person.presses('Jambyl Region');
  await person.presses('District centre');
  await person.says('Серікова Сәуле');
  await person.says('8 701 123 45 67');
  await person.says('jro@example.org');
  await person.says('Қордай, Жібек жолы, 12');
}

const headed = async (account: number) =>
  await stage.database.sql<{ id: number; name: string; kind: string; confirmed: boolean }[]>`
  select o.id::int, o.name->>'kk' as name, o.programme, o.region, c.kind, c.confirmed_at is not null as confirmed
  from memberships m join organisations o on o.id = m.organisation_id join centres c on c.organisation_id = o.id
  where m.person_id = ${await idOf(stage, account)} and m.role = 'head' order by o.id`;

test('anybody registers a centre and becomes its head; an administrator hears of it and confirms it', async () => {
  const from = now(saule);
  await saule.pressesData('jb:home', saule.last());
  await saule.presses('I have an invitation');
  await saule.pressesData('jb:home', saule.last());
  await saule.presses('Register a centre');
  await tells(saule, 'Қордай <b>ЖРО</b>');
  await saule.presses('Send');
  expect(story(saule, from)).toMatchInlineSnapshot(`
    "Saule: [jb:home]
    Birge: The quality label of youth centres

      “Jastar belgisi” is the quality label of youth resource centres. Here a centre checks itself against the indicators, sees what stands between it and the next level, makes its action plan and prepares the application.

      If your centre is not here yet, register it: you are put down as its head. If it is, ask its head for an invitation link.
      [Register a centre]
      [I have an invitation]
      [Good practice]
      [Menu]
    Saule: [I have an invitation]
    Birge: Open the link that the head or an administrator has sent you: your role is added at once, and the centre appears here. If you have none yet, ask the centre's head: it is made under “Invite staff”.
      [Back]
      [Menu]
    Saule: [jb:home]
    Birge: The quality label of youth centres

      “Jastar belgisi” is the quality label of youth resource centres. Here a centre checks itself against the indicators, sees what stands between it and the next level, makes its action plan and prepares the application.

      If your centre is not here yet, register it: you are put down as its head. If it is, ask its head for an invitation link.
      [Register a centre]
      [I have an invitation]
      [Good practice]
      [Menu]
    Saule: [Register a centre]
    Birge: Let us register the centre. Whoever registers it is put down as its head. An administrator confirms it later, but you can begin at once. Of one head, at most 3 centres can wait to be confirmed.
    Birge: Eight short questions about the centre. At the end you look through everything before you send it.
    Birge: 1 / 8

      What is the centre called in Kazakh?

      For example: Қордай ауданының жастар ресурстық орталығы
      [Later]
    Saule: Қордай <b>ЖРО</b>
    Birge: 2 / 8

      And in Russian?
      [Back] [Skip] [Later]
    Saule: [Skip]
    Birge: 3 / 8

      In which region is the centre?
      [Astana]
      [Almaty]
      [Shymkent]
      [Abai Region]
      [Akmola Region]
      [Aktobe Region]
      [Almaty Region]
      [Atyrau Region]
      [West Kazakhstan Region]
      [Jambyl Region]
      [Jetisu Region]
      [Karaganda Region]
      [Kostanay Region]
      [Kyzylorda Region]
      [Mangystau Region]
      [Pavlodar Region]
      [North Kazakhstan Region]
      [Turkistan Region]
      [Ulytau Region]
      [East Kazakhstan Region]
      [Back] [Later]
    Saule: [Jambyl Region]
    Birge: ✓ Jambyl Region

      4 / 8

      What kind of centre is it?

      A regional centre answers 48 indicators, all others 44. You can correct the kind later.
      [Regional centre]
      [Centre of Astana, Almaty or Shymkent]
      [Centre of a city of oblast significance]
      [District centre]
      [Back] [Later]
    Saule: [District centre]
    Birge: ✓ District centre

      5 / 8

      Please write the full name of the centre's head.

      Surname first, for example: Serikova Aigerim
      [Back] [Later]
    Saule: Серікова Сәуле
    Birge: 6 / 8

      Which phone number can the centre be reached at?

      For example: 8 701 123 45 67
      ⌨ [Share my number]
      ⌨ [Back] [Later]
    Saule: 8 701 123 45 67
    Birge: Your number is saved.
      ⌨ –
    Birge: 7 / 8

      What is the centre's e-mail address?

      If the centre has none of its own, write its head's.
      [Back] [Later]
    Saule: jro@example.org
    Birge: 8 / 8

      At which address is the centre?

      Town or village, street, house. For example: Qorday village, Jibek Joly Street 12
      [Back] [Later]
    Saule: Қордай, Жібек жолы, 12
    Birge: Your answers

      1. Name in Kazakh: Қордай <b>ЖРО</b>
      2. Name in Russian: no answer
      3. Region: Jambyl Region
      4. Kind: District centre
      5. Head: Серікова Сәуле
      6. Phone: +7 701 123 4567
      7. E-mail: jro@example.org
      8. Address: Қордай, Жібек жолы, 12

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [✎ 6] [✎ 7] [✎ 8]
      [Later] [Send]
    Saule: [Send]
    Birge: The centre is registered. You are its head. No need to wait until an administrator confirms it: open the first assessment and invite your staff.

      Қордай <b>ЖРО</b>
      District centre · Jambyl Region
      Waits for an administrator to confirm it
      No quality label yet
      [Open the centre]
      [Assess]
      [Invite staff]
      [Menu]"
  `);
  const [made] = await headed(2);
  expect(made).toEqual({
    id: made?.id,
    name: 'Қордай <b>ЖРО</b>',
    programme: 'label',
    region: 'jambyl',
    kind: 'district',
    confirmed: false,
  });
  expect(await stage.database.sql`select name from people where id = ${await idOf(stage, 2)}`).toEqual([
    { name: 'Серікова Сәуле' },
  ]);

  const heard = now(admin);
  await stage.catchUp();
  await presses(admin, `jb:card:${made?.id}`);
  await admin.presses('Confirm');
  await admin.presses('Invite an expert');
  await admin.pressesData('jb:reg', admin.last());
  expect(story(admin, heard)).toMatchInlineSnapshot(`
    "Birge: A new youth centre is registered: Қордай <b>ЖРО</b>. Please look at its details and confirm it.
      [Card in the register]
    Admin: [Card in the register]
    Birge: Қордай <b>ЖРО</b>
      District centre · Jambyl Region
      Waits for an administrator to confirm it
      No quality label yet

      Head: Серікова Сәуле
      Phone: +7 701 123 4567
      E-mail: jro@example.org
      Address: Қордай, Жібек жолы, 12
      [Confirm]
      [Invite an expert]
      [The programme] [Decision on the label]
      [Open the centre]
      [Register of centres]
      [Menu]
    Admin: [Confirm]
    Birge: The centre is confirmed.

      Қордай <b>ЖРО</b>
      District centre · Jambyl Region
      ✓ Confirmed by an administrator
      No quality label yet

      Head: Серікова Сәуле
      Phone: +7 701 123 4567
      E-mail: jro@example.org
      Address: Қордай, Жібек жолы, 12
      [Take back the confirmation]
      [Invite an expert]
      [The programme] [Decision on the label]
      [Open the centre]
      [Register of centres]
      [Menu]
    Admin: [Invite an expert]
    Birge: Whom shall we invite?
      [Its head]
      [The organisation's coordinator]
      [Staff]
      [An expert]
      [Menu]
    Admin: [jb:reg]
    Birge: Register of youth centres

      Қордай <b>ЖРО</b>
      District centre · Jambyl Region
      No quality label yet
      [Қордай <b>ЖРО</b>]
      [Menu]"
  `);
  expect((await headed(2))[0]?.confirmed).toBe(true);
  expect(
    await stage.database.sql`select action, subject_id::int as of from audit where action like '%confirmed-centre'`,
  ).toEqual([{ action: 'confirmed-centre', of: made?.id }]);
  await admin.pressesData(`jb:card:${made?.id}:no`, admin.last());
  expect([admin.last().text.startsWith(say('jb-ctr-unconfirmed-now')), (await headed(2))[0]?.confirmed]).toEqual([
    true,
    false,
  ]);
});

test('what was told is corrected later, and administrators are not told again', async () => {
  const [centre] = await headed(2);
  const heard = now(admin);
  await saule.pressesData(`jb:det:${centre?.id}`, saule.last());
  // All that is known stands there: only what has changed is said.
  expect(saule.last().text).toContain(say('fill-begins-with'));
  await saule.presses('✎ 1');
  await saule.says('Қордай ауданының ЖРО');
  await saule.presses('Send');
  await stage.catchUp();
  expect(await headed(2)).toEqual([{ ...centre, name: 'Қордай ауданының ЖРО' }]);
  expect(story(admin, heard)).not.toContain('registered');
});

test('what a colleague has corrected meanwhile is not taken back by a form that was opened before', async () => {
  const centre = await centreOf(stage, { name: 'Both YRC' });
  const head = await member(stage, { id: 31, name: 'Head of both' }, 'head', { organisation: centre });
  const other = await member(stage, { id: 32, name: 'Coordinator' }, 'coordinator', { organisation: centre });
  await stage.database.sql`update centres set head = 'Head of both' where organisation_id = ${centre}`;
  const changes = async (person: Person, number: number, to: string) => {
    await person.presses(`✎ ${number}`);
    await person.says(to);
  };
  await head.pressesData(`jb:det:${centre}`, head.last());
  await changes(head, 8, 'Abai Street, 1');
  stage.setClock('2026-11-22T08:00:00Z');
  await other.pressesData(`jb:det:${centre}`, other.last());
  await changes(other, 6, '87015556677');
  await other.presses('Send');
  stage.setClock('2026-11-22T08:10:00Z');
  await head.presses('Send');
  expect(head.last().text).toBe(say('jb-ctr-changed'));
  await head.presses(say('jb-ctr-details'));
  await changes(head, 8, 'Abai Street, 1');
  await head.presses('Send');
  const known = await stage.database.sql`select head, phone, address from centres where organisation_id = ${centre}`;
  expect(known).toEqual([{ head: 'Head of both', phone: '+77015556677', address: 'Abai Street, 1' }]);
  // Whoever is erased is gone from the register by name; the centre's phone stays the centre's.
  await forgetPerson(
    stage.database.store,
    await idOf(stage, 31),
    personalColumns,
    false,
    new Date('2026-11-22T08:20:00Z'),
  );
  const after = await stage.database.sql`select head, phone from centres where organisation_id = ${centre}`;
  expect(after).toEqual([{ head: null, phone: '+77015556677' }]);
});

test('a fourth centre waits until one is confirmed', async () => {
  const p = await newcomer(stage, { id: 3, name: 'Many' });
  for (const name of ['One', 'Two']) {
    await p.pressesData('jb:new', p.last());
    await tells(p, name);
    await p.presses('Send');
  }
  await p.pressesData('jb:new', p.last());
  await tells(p, 'Three');
  // Meanwhile the third one came about elsewhere: the form is full, and the database says no.
  const third = await centreOf(stage, { name: 'Third', confirmed: false });
  await stage.database.sql`insert into memberships (person_id, organisation_id, role, from_on)
    values (${await idOf(stage, 3)}, ${third}, 'head', '2026-11-22')`;
  await p.presses('Send');
  expect(p.last().text).toBe(say('jb-ctr-too-many', { most: 3 }));
  expect((await headed(3)).map(({ name }) => name)).toEqual(['One', 'Two', 'Third']);

  await p.pressesData('jb:new', p.last());
  expect([p.last().text, p.last().buttons.flat()]).toEqual([
    say('jb-ctr-too-many', { most: 3 }),
    ['My centres', 'Menu'],
  ]);
  await stage.database.sql`update centres set confirmed_at = '2026-11-22' where organisation_id = ${third}`;
  await p.pressesData('jb:new', p.last());
  expect(p.last().text).toContain('What is the centre called in Kazakh?');
});

test('of a centre that an administrator has added, its head tells first what it is', async () => {
  const added = await organisationOf(stage, 'youth-centre', 'Added YRC');
  const head = await member(stage, { id: 4, name: 'Head' }, 'head', { organisation: added });
  const staff = await member(stage, { id: 5, name: 'Staff' }, 'staff', { organisation: added });
  await staff.pressesData(`jb:c:${added}`, staff.last());
  expect(staff.last().text).toBe(say('jb-ctr-wait-for-head'));
  await staff.pressesData(`jb:det:${added}`, staff.last());
  expect(staff.last().text).toBe(say('jb-ctr-refused'));

  await head.pressesData('jb:home', head.last());
  await head.presses('Tell about the centre');
  await tells(head, 'Added YRC');
  const from = now(head);
  await head.presses('Send');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [Send]
    Birge: The centre's details are saved.

      Added YRC
      District centre · Jambyl Region
      Waits for an administrator to confirm it
      No quality label yet
      [Open the centre]
      [Assess]
      [Invite staff]
      [Menu]"
  `);
  await staff.pressesData('jb:home', staff.last());
  expect(staff.last().text).toContain('District centre · Jambyl Region');
});

test('what is sent after the role has ended changes nothing', async () => {
  const centre = await centreOf(stage, { name: 'Left YRC' });
  const head = await member(stage, { id: 6, name: 'Left' }, 'head', { organisation: centre });
  await head.pressesData(`jb:det:${centre}`, head.last());
  await head.presses('✎ 1');
  await head.says('Changed');
  await stage.database.sql`update memberships set until_on = '2026-11-20' where organisation_id = ${centre}`;
  await head.presses('Send');
  expect(head.last().text).toBe(say('jb-ctr-refused'));
  expect(await stage.database.sql`select name->>'kk' as name from organisations where id = ${centre}`).toEqual([
    { name: 'Left YRC' },
  ]);
});

test('nobody but an administrator sees or changes the register, and strangers open no centre', async () => {
  const centre = await centreOf(stage, { name: 'Quiet YRC', confirmed: false });
  const mobility = await organisationOf(stage, 'mobility-centre', 'Mobility');
  const others = [
    saule,
    await member(stage, { id: 7, name: 'Own' }, 'head', { organisation: centre }),
    await member(stage, { id: 8, name: 'Expert' }, 'expert', { organisation: centre }),
    await member(stage, { id: 9, name: 'Elsewhere' }, 'head', { organisation: mobility }),
    await newcomer(stage, { id: 10, name: 'Nobody' }),
  ];
  for (const person of others) {
    for (const data of ['jb:reg', 'jb:reg:5', `jb:card:${centre}`, `jb:card:${centre}:yes`, `jb:card:${centre}:no`]) {
      await person.pressesData(data, person.last());
      expect(person.last().text).toBe(say('jb-ctr-refused'));
    }
  }
  const strangers = others.filter((person) => person.user.id !== 7 && person.user.id !== 8);
  for (const person of strangers) {
    for (const data of [`jb:c:${centre}`, `jb:det:${centre}`, `jb:c:${mobility}`, 'jb:c:999999999999999']) {
      await person.pressesData(data, person.last());
      expect(person.last().text).toBe(say('jb-ctr-refused'));
    }
    expect(person.transcript()).not.toContain('Quiet YRC');
  }
  expect(await stage.database.sql`select confirmed_at from centres where organisation_id = ${centre}`).toEqual([
    { confirmed_at: null },
  ]);
});

test('the register goes on page by page', async () => {
  for (let n = 1; n <= 11; n += 1) await centreOf(stage, { name: `Page ${n}` });
  await admin.pressesData('jb:reg', admin.last());
  expect(admin.last().buttons.flat().slice(0, 11)).toEqual([
    ...[11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((n) => `Page ${n}`),
    'Show more',
  ]);
  await admin.presses('Show more');
  expect(admin.last().buttons.flat().slice(0, 2)).toEqual(['Page 1', '❗ Quiet YRC']);
});

test('the form has the regions of organisations and the kinds of the instrument, word for word', () => {
  const forms = loadForms('content/forms');
  const options = (form: string, id: string) => {
    const read = forms.get(form);
    const question = read && questionOf(read, id);
    return question?.type === 'one-choice' ? question.options : undefined;
  };
  expect(options('youth-centre', 'region')).toHaveLength(20);
  expect(options('youth-centre', 'region')).toEqual(options('new-organisation', 'region'));
  const kinds = Object.entries(loadInstrument('content/jastar-belgisi.yaml').centres);
  expect(options('youth-centre', 'kind')).toEqual(kinds.map(([code, text]) => ({ code, text })));
});
