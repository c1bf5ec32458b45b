import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fromHere, knownPerson, meaning, opens, said, stored, submissions, testForm } from '../../support/filling.ts';

const trip = testForm('dialogues/filling/trip.yaml');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [trip], admins: ['604', '614'] });
});
afterAll(() => stage.close());

/** The process dies when it has done all but to close the talk; another one takes over what it left. */
async function diesBeforeClosing(act: () => Promise<unknown>): Promise<void> {
  stage.breakCalls((fn) => (fn === 'close_talk' ? 'before' : undefined));
  await act();
  stage.breakCalls();
  expect(stage.errors.splice(0)).toHaveLength(1);
  await stage.restart();
  await stage.catchUp();
  await stage.running.desk.settled();
}

test('an update that is delivered again is answered once', async () => {
  const person = await knownPerson(stage, 601, 'Dana');
  await opens(person);
  const update = await person.says('Dana');
  const again = { key: String(update.update_id), update };
  const [channel] = [...stage.running.apis.keys()];
  await stage.running.desk.receive(channel ?? 0, [again, again]);
  await stage.running.desk.settled();
  expect(said(person)).toMatchInlineSnapshot(`
    "Dana: Dana
    Birge: 2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]"
  `);
});

test('a process that dies between storing and closing: the answer is there once, the next question comes again', async () => {
  const person = await knownPerson(stage, 602, 'Aru');
  await opens(person);
  await diesBeforeClosing(() => person.says('Aru'));
  await diesBeforeClosing(() => person.presses(meaning('no')));
  await diesBeforeClosing(() => person.presses(meaning('+tent')));
  await diesBeforeClosing(() => person.presses(meaning('back')));
  await person.presses(meaning('keep'));
  expect(said(person)).toMatchInlineSnapshot(`
    "Aru: Aru
    Birge: 2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]
    Birge: 2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]
    Aru: [No]
    Birge: ✓ No

      3 / 4

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]
    Birge: 3 / 4

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]
    Aru: [A tent]
    Birge (edited): 3 / 4

      What will you bring?
      [✓ A tent]
      [Food]
      [Something else]
      [Done]
      [Back] [Later]
    Birge: 3 / 4

      What will you bring?
      [✓ A tent]
      [Food]
      [Something else]
      [Done]
      [Back] [Later]
    Aru: [Back]
    Birge: 2 / 4

      Do you drive?

      Your answer now: No
      [Yes] [✓ No]
      [Back] [Keep as it is] [Later]
    Birge: 2 / 4

      Do you drive?

      Your answer now: No
      [Yes] [✓ No]
      [Back] [Keep as it is] [Later]
    Aru: [Keep as it is]
    Birge: 3 / 4

      What will you bring?
      [✓ A tent]
      [Food]
      [Something else]
      [Done]
      [Back] [Later]"
  `);
  const history = await stage.database
    .sql`select question, rev from answers where question <> 'x' order by at, question`;
  expect([...history].filter(({ rev }) => rev !== 1)).toEqual([]);
  expect(await stored(stage, person)).toEqual({ name: 'Aru', drives: false, brings: { begun: { picked: ['tent'] } } });
});

test('a process that dies when the form is opened, and when it is sent: thanks are said, and it was sent once', async () => {
  const person = await knownPerson(stage, 603, 'Inju');
  await person.says('/menu');
  await person.presses(meaning('go:projects'));
  await diesBeforeClosing(() => person.presses(meaning('go:pool')));
  await person.says('Inju');
  for (const act of ['no', '+tent', 'done', 'skip']) await person.presses(meaning(act));
  fromHere(person);
  await diesBeforeClosing(() => person.presses(meaning('send')));
  expect(said(person)).toMatchInlineSnapshot(`
    "Inju: [Send]
    Birge: Have a good journey
      [Menu]
    Birge: Have a good journey
      [Menu]"
  `);
  expect(await submissions(stage, person)).toEqual([{ status: 'submitted', at: null }]);
});

test.each(['before', 'after'] as const)(
  'a form that makes something makes it once, also when the database is lost %s making it',
  async (when) => {
    const admin = await knownPerson(stage, when === 'before' ? 604 : 614, 'Admin');
    await admin.says('/menu');
    await admin.presses(meaning('go:new-organisation'));
    await admin.says(`Ұйым ${when}`);
    await admin.presses(meaning('skip'));
    await admin.presses(meaning('astana'));
    await admin.presses(meaning('volunteers'));
    // Cards of earlier tests' questionnaires come before.
    await stage.catchUp();
    fromHere(admin);
    stage.breakCalls((fn) => (fn === 'make_organisation' ? when : undefined));
    await admin.presses(meaning('send'));
    stage.breakCalls();
    await stage.restart();
    await stage.catchUp();
    await stage.running.desk.settled();
    await expect(`${said(admin).replace(`Ұйым ${when}`, 'Ұйым')}\n`).toMatchFileSnapshot('talks/redelivery-makes.txt');
    const made = await stage.database
      .sql`select name->>'kk' as name from organisations where name->>'kk' = ${`Ұйым ${when}`}`;
    expect([...made]).toEqual([{ name: `Ұйым ${when}` }]);
  },
);

test('presses at once are taken one after the other: the answer is stored once', async () => {
  const person = await knownPerson(stage, 605, 'Ulan');
  await opens(person);
  await person.says('Ulan');
  const drives = person.last();
  await Promise.all([person.presses(meaning('no'), drives), person.presses(meaning('no'), drives)]);
  expect(await stored(stage, person)).toEqual({ name: 'Ulan', drives: false });
  expect(person.transcript().split('What will you bring?')).toHaveLength(2);
  const rows = await stage.database.sql`select rev from answers where question = 'drives' and rev <> 1`;
  expect([...rows]).toEqual([]);
});
